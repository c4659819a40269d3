#include <algorithm>
#include <array>

#include "push/robot.hpp"

/// What the services' codes mean. Both answer 200 with a code in the body, also when they refuse.
namespace anlan::push {

namespace {

constexpr std::chrono::seconds kMinute{60};

/// Of one service's list of codes; `word`: what the service's own words must contain, for codes of several meanings.
struct Meaning {
    std::int64_t code;
    const char* word;
    How how;
    std::chrono::seconds rest;
    const char *zh, *en;
};

constexpr const char
    *kBusyZh = "服务暂时忙，稍后再发",
    *kBusyEn = "the service is busy; it is tried again", *kFastZh = "发得太快，服务要求等一分钟",
    *kFastEn = "too many messages; the service asks to wait",
    *kKeyZh = "服务不认这个机器人：请在群里看机器人还在不在，重新复制地址到密钥文件",
    *kKeyEn =
        "the service does not know this robot: look whether it is still in the group, and copy its "
        "address to the key file again",
    *kStoppedZh = "机器人已停用：请在群设置里重新启用",
    *kStoppedEn = "the robot was stopped: start it again in the group's settings",
    *kSignZh = "签名不对：请核对密钥文件里的加签密钥，并校准本机时间",
    *kSignEn = "the signature is wrong: compare the secret in the key file, and set the clock",
    *kWordsZh = "机器人设了关键词而内容里没有：请在安全设置里改用加签，或把关键词设为“叫应”",
    *kWordsEn = "the robot wants a word that is not in the text: choose signing in its settings, or the word 叫应",
    *kWallZh = "机器人设了 IP 白名单：请把本站的出口地址加进去",
    *kWallEn = "the robot takes listed addresses only: add the one this station goes out by";

constexpr Meaning kWecom[] = {
    {-1, "", How::later, std::chrono::seconds{5}, kBusyZh, kBusyEn},
    {45'009, "", How::later, kMinute, kFastZh, kFastEn},
    {45'033, "", How::later, kMinute, kFastZh, kFastEn},
    {93'000, "", How::broken, {}, kKeyZh, kKeyEn},
    {40'014, "", How::broken, {}, kKeyZh, kKeyEn},
};

constexpr Meaning kDingtalk[] = {
    {-1, "", How::later, std::chrono::seconds{5}, kBusyZh, kBusyEn},
    {130'101, "", How::later, kMinute, kFastZh, kFastEn},
    {410'100, "", How::later, kMinute, kFastZh, kFastEn},
    {310'000, "sign", How::broken, {}, kSignZh, kSignEn},
    {310'000, "timestamp", How::broken, {}, kSignZh, kSignEn},
    {310'000, "keyword", How::broken, {}, kWordsZh, kWordsEn},
    {310'000, "whitelist", How::broken, {}, kWallZh, kWallEn},
    {300'001, "", How::broken, {}, kKeyZh, kKeyEn},
    {300'005, "", How::broken, {}, kKeyZh, kKeyEn},
    {400'013, "", How::broken, {}, kKeyZh, kKeyEn},
    {400'101, "", How::broken, {}, kKeyZh, kKeyEn},
    {400'106, "", How::broken, {}, kKeyZh, kKeyEn},
    {400'102, "", How::broken, {}, kStoppedZh, kStoppedEn},
};

struct Said {
    std::int64_t code = 0;
    std::string words;
};

std::optional<Said> code_in(const std::string& body) {
    const auto parsed = parse_json(body);
    const auto* object = parsed ? parsed.value().if_object() : nullptr;
    const auto* code = object ? object->if_contains("errcode") : nullptr;
    if (code == nullptr || !code->is_int64()) return std::nullopt;
    const auto* words = object->if_contains("errmsg");
    return Said{code->as_int64(), words != nullptr && words->is_string() ? std::string(words->as_string()) : ""};
}

Outcome named(
    const Robot& robot, How how, const std::string& zh, const std::string& en, std::chrono::seconds rest = {}
) {
    return {how, robot.name + "：" + zh, robot.name + ": " + en, rest};
}

template <std::size_t N>
const Meaning* meaning_of(const Meaning (&all)[N], const Said& said) {
    auto words = said.words;
    std::transform(words.begin(), words.end(), words.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto* found = std::find_if(std::begin(all), std::end(all), [&](const Meaning& each) {
        return each.code == said.code && words.find(each.word) != std::string::npos;
    });
    return found == std::end(all) ? nullptr : found;
}

}  // namespace

Outcome outcome_of(const Robot& robot, int status, const std::string& body) {
    const auto number = std::to_string(status);
    if (status >= 500)
        return named(
            robot,
            How::unreachable,
            "服务暂时不工作（" + number + "），稍后再发",
            "the service does not work at the moment (" + number + ")"
        );
    if (status == 429) return named(robot, How::later, kFastZh, kFastEn, kMinute);
    const auto said = status == 200 ? code_in(body) : std::nullopt;
    if (!said)
        return named(
            robot,
            How::broken,
            "对方不是机器人服务（" + number + "）：请检查配置里的地址",
            "this is no robot's service (" + number + "): look at the address in the configuration"
        );
    if (said->code == 0) return {};
    if (const auto* meaning = robot.kind == RobotKind::wecom ? meaning_of(kWecom, *said) : meaning_of(kDingtalk, *said))
        return named(robot, meaning->how, meaning->zh, meaning->en, meaning->rest);
    const auto code = std::to_string(said->code);
    return named(robot, How::refused, "服务没有收下（" + code + "）", "the service did not take it (" + code + ")");
}

}  // namespace anlan::push
