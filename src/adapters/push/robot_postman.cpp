#include "push/robot_postman.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "http/fetch.hpp"

namespace anlan::push {

namespace {

constexpr std::size_t kTogether = 50, kThreads = 2;

}  // namespace

PostingSettings robot_posting(const std::filesystem::path& folder) {
    PostingSettings made;
    made.folder = folder;
    made.threads = kThreads;
    made.together = kTogether;
    return made;
}

RobotPostman::RobotPostman(std::vector<Robot> robots, std::chrono::seconds limit)
    : robots_(std::move(robots)), limit_(limit) {}

std::vector<Target> RobotPostman::targets(const calls::Carry&) const {
    std::vector<Target> all;
    for (const auto& each : robots_) all.push_back({each.name, each.name, each.minute_most});
    return all;
}

std::vector<std::string> RobotPostman::groups() const {
    std::vector<std::string> all;
    for (const auto& each : robots_) all.push_back(each.name);
    return all;
}

const Robot& RobotPostman::robot(const std::string& name) const {
    const auto found =
        std::find_if(robots_.begin(), robots_.end(), [&](const Robot& each) { return each.name == name; });
    ensure(found != robots_.end(), "a target is one of the robots");
    return *found;
}

Outcome RobotPostman::post(const Target& target, const std::vector<calls::Carry>& carries) {
    const auto& by = robot(target.id);
    std::vector<std::string> numbers;
    for (const auto& carry : carries) {
        const auto number = mobile_of(carry.address);
        if (!number.empty() && std::find(numbers.begin(), numbers.end(), number) == numbers.end())
            numbers.push_back(number);
    }
    if (numbers.empty())
        return {
            How::refused,
            "登记的不是手机号，群里提醒不到本人",
            "the number on record is no mobile number; nobody can be called by it in a group"};
    const auto message = message_for(by, carries.front().words, numbers, SystemClock().now());
    const auto said = http::ask(
        {.method = http::Method::post,
         .url = message.url,
         .body = message.body,
         .limit = limit_,
         .headers = {{"Content-Type", "application/json; charset=utf-8"}}}
    );
    if (said) return outcome_of(by, said.value().status, said.value().body);
    const bool heard = said.error().code == "fetch_unanswered";
    return {
        heard ? How::uncertain : How::unreachable,
        by.name + "：连不上机器人服务，请检查本机能否访问外网",
        by.name + ": the robot's service cannot be reached; look whether this machine reaches the internet"};
}

bool RobotPostman::reachable(const std::string& group) {
    const auto said = http::ask({.url = robot(group).address, .limit = limit_});
    return said && said.value().status < 500;
}

std::string RobotPostman::device() const {
    std::string all;
    for (const auto& each : robots_) all += (all.empty() ? "" : "、") + each.name;
    return all;
}

}  // namespace anlan::push
