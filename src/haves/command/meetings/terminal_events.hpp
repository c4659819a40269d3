#pragma once

#include "devices/events.hpp"
#include "meetings/events.hpp"

/// Conference sets (会议终端) in a meeting: called by SIP, or dialling in. Sound is the business of adapters/sip and
/// Janus.
namespace anlan::meetings {

using devices::DeviceId;

/// 主持人移出, 终端挂断, 占线, 拒接, 无人接听, 没有回应, 号码不存在, 编码不符, 没有接通, 声音中断, 线路打不开,
/// 未配置线路, 没有网关, 不能混音, 程序重启.
BOOST_DEFINE_ENUM_CLASS(
    TerminalEnd,
    removed,
    hung_up,
    busy,
    declined,
    no_answer,
    unreached,
    unknown_number,
    no_sound,
    refused,
    lost,
    line_down,
    no_line,
    no_gateway,
    no_mix,
    restarted
)

/// Subject of all here: the meeting.
struct TerminalCalled {
    static constexpr journal::EventKind kKind{"meeting.terminal_called", 1};
    DeviceId terminal;
    std::string name, place;
    std::string address;  ///< "801", "801@10.1.2.3", "10.1.2.3", each with or without a port
};
BOOST_DESCRIBE_STRUCT(TerminalCalled, (), (terminal, name, place, address))

struct TerminalRang {
    static constexpr journal::EventKind kKind{"meeting.terminal_rang", 1};
    DeviceId terminal;
};
BOOST_DESCRIBE_STRUCT(TerminalRang, (), (terminal))

/// It hears the room and is heard. One that dialled in was never called.
struct TerminalJoined {
    static constexpr journal::EventKind kKind{
        "meeting.terminal_joined", 1, journal::Share::local, journal::Urgency::urgent};
    DeviceId terminal;
    std::string name, place;
};
BOOST_DESCRIBE_STRUCT(TerminalJoined, (), (terminal, name, place))

struct TerminalMuted {
    static constexpr journal::EventKind kKind{"meeting.terminal_muted", 1};
    DeviceId terminal;
    bool muted = true;
};
BOOST_DESCRIBE_STRUCT(TerminalMuted, (), (terminal, muted))

/// Also one that never joined.
struct TerminalLeft {
    static constexpr journal::EventKind kKind{"meeting.terminal_left", 1};
    DeviceId terminal;
    TerminalEnd how = TerminalEnd::hung_up;
};
BOOST_DESCRIBE_STRUCT(TerminalLeft, (), (terminal, how))

}  // namespace anlan::meetings
