#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "calls/ports.hpp"
#include "http/endpoint.hpp"
#include "meetings/ports.hpp"
#include "narrow/answers.hpp"
#include "sensors/ports.hpp"

/// Programs and devices beside this one (配套服务): what each is for, whether it is well, and when not, what sleeps and
/// how to mend it. None of them is needed for the rest to work.
namespace anlan::app {

/// 正常, 中断, 未安装, 未配置.
BOOST_DEFINE_ENUM_CLASS(CompanionState, up, down, missing, off)

struct Companion {
    std::string id;  ///< "janus", "nats", "mqtt", "speech", "ffmpeg", "sms", "voice", "robot", "push", "modem"
    CompanionState state = CompanionState::off;
    std::string name_zh, name_en;
    std::string serves_zh, serves_en;  ///< what sleeps without it
    std::string note_zh, note_en;      ///< how it is, and the way out
};
BOOST_DESCRIBE_STRUCT(Companion, (), (id, state, name_zh, name_en, serves_zh, serves_en, note_zh, note_en))

/// Asked each time; any thread.
struct CompanionView {
    const meetings::Hall* hall = nullptr;  ///< none: no Janus is configured
    std::function<sensors::Intake()> intake;
    std::function<calls::ChannelHealth(calls::Channel)> channel;
    std::function<narrow::DeviceAnswer()> modem{};  ///< none: there is none
    bool line = false;                              ///< over a network, to the levels above and below
    std::function<std::vector<bool>()> links_up;
};

std::vector<Companion> companions(const CompanionView& view);
void add_companion_endpoint(http::Endpoints& table, const CompanionView& view);

}  // namespace anlan::app
