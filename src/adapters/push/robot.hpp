#pragma once

#include <string>
#include <vector>

#include "base/reflect.hpp"
#include "base/result.hpp"
#include "push/postman.hpp"

namespace anlan::push {

/// wecom: 企业微信群机器人. dingtalk: 钉钉自定义机器人.
BOOST_DEFINE_ENUM_CLASS(RobotKind, wecom, dingtalk)

struct Robot {
    RobotKind kind = RobotKind::wecom;
    std::string name;         ///< as the station calls the group
    std::string address;      ///< without key: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send"
    std::string key, secret;  ///< secret: DingTalk's 加签; never to be written to a log
    std::size_t minute_most = 20;
};

/// Both services take twenty messages a minute of one robot.
inline constexpr std::size_t kRobotMinuteMost = 20;
std::string usual_robot_address(RobotKind kind);

/// What is posted: the whole address with key and signature, and the body.
struct RobotMessage {
    std::string url, body;
};
/// `numbers`: who is to be called by name in the group.
RobotMessage message_for(
    const Robot& robot, const std::string& words, const std::vector<std::string>& numbers, Instant now
);

/// What the service's answer means. Its words come back only as far as they help.
Outcome outcome_of(const Robot& robot, int status, const std::string& body);

/// Eleven digits of a Chinese mobile number, as both services want it; empty for what is none.
std::string mobile_of(const std::string& number);

/// Reads what was copied from the group's settings: the key alone, or the whole address with it. Refuses `key_invalid`.
Result<std::string> robot_key_in(const std::string& text);
/// The second line, if there is one.
std::string robot_secret_in(const std::string& text);

}  // namespace anlan::push
