#include "push/robot.hpp"

#include <algorithm>

#include "push/cut.hpp"
#include "seal/mac.hpp"
#include "seal/seal.hpp"

namespace anlan::push {

namespace {

constexpr std::size_t kContentMost_bytes = 2'000;  // WeCom takes 2,048 of content

json::array list_of(const std::vector<std::string>& numbers) {
    return json::array(numbers.begin(), numbers.end());
}

/// Base64 in a query.
std::string quoted(const std::string& base64) {
    std::string text;
    for (const char c : base64) {
        if (c == '+')
            text += "%2B";
        else if (c == '/')
            text += "%2F";
        else if (c == '=')
            text += "%3D";
        else
            text += c;
    }
    return text;
}

RobotMessage for_wecom(const Robot& robot, const std::string& words, const std::vector<std::string>& numbers) {
    return {
        robot.address + "?key=" + robot.key,
        json::serialize(json::object{
            {"msgtype", "text"},
            {"text", {{"content", cut(words, kContentMost_bytes)}, {"mentioned_mobile_list", list_of(numbers)}}}})};
}

/// Who is called must stand in the words too, or the group sees no mention.
RobotMessage for_dingtalk(
    const Robot& robot, const std::string& words, const std::vector<std::string>& numbers, Instant now
) {
    auto content = cut(words, kContentMost_bytes);
    for (const auto& number : numbers) content += " @" + number;
    auto url = robot.address + "?access_token=" + robot.key;
    if (!robot.secret.empty()) {
        const auto stamp = std::to_string(now.time_since_epoch().count());
        const auto sign = seal::mac_sha256(robot.secret, stamp + "\n" + robot.secret);
        url += "&timestamp=" + stamp + "&sign=" + quoted(seal::to_base64(sign));
    }
    return {
        url,
        json::serialize(json::object{
            {"msgtype", "text"},
            {"text", {{"content", content}}},
            {"at", {{"atMobiles", list_of(numbers)}, {"isAtAll", false}}}})};
}

}  // namespace

std::string usual_robot_address(RobotKind kind) {
    return kind == RobotKind::wecom ? "https://qyapi.weixin.qq.com/cgi-bin/webhook/send"
                                    : "https://oapi.dingtalk.com/robot/send";
}

RobotMessage message_for(
    const Robot& robot, const std::string& words, const std::vector<std::string>& numbers, Instant now
) {
    return robot.kind == RobotKind::wecom ? for_wecom(robot, words, numbers) : for_dingtalk(robot, words, numbers, now);
}

std::string mobile_of(const std::string& number) {
    std::string digits;
    std::copy_if(number.begin(), number.end(), std::back_inserter(digits), [](unsigned char c) {
        return c >= '0' && c <= '9';
    });
    if (digits.starts_with("0086")) digits.erase(0, 4);
    if (digits.size() == 13 && digits.starts_with("86")) digits.erase(0, 2);
    return digits.size() == 11 && digits.front() == '1' ? digits : std::string();
}

Result<std::string> robot_key_in(const std::string& text) {
    auto key = text.substr(0, text.find_first_of("\r\n"));
    for (const auto* before : {"?key=", "?access_token="})
        if (const auto at = key.find(before); at != std::string::npos)
            key = key.substr(at + std::string(before).size());
    key = key.substr(0, key.find('&'));
    const bool plain = std::all_of(key.begin(), key.end(), [](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    });
    if (key.empty() || !plain)
        return refuse(
            "key_invalid",
            "key_file",
            "密钥文件里应是机器人地址里 key= 或 access_token= 后面的一串",
            "the key file holds what stands after key= or access_token= in the robot's address"
        );
    return key;
}

std::string robot_secret_in(const std::string& text) {
    const auto first = text.find('\n');
    if (first == std::string::npos) return {};
    const auto secret = text.substr(first + 1);
    return secret.substr(0, secret.find_first_of("\r\n"));
}

}  // namespace anlan::push
