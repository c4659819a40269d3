#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

/// Loudspeakers (应急广播终端) of the villages.
namespace anlan::broadcast {

using TerminalId = Id<struct TerminalTag>;

/// 网络音柱 (RTP over the station's network), 物联网号角 (a horn that plays what an MQTT message says), SIP 音柱 (a
/// telephone that picks up by itself and speaks aloud), 流媒体 (a mount of an Icecast server, heard by internet radios).
BOOST_DEFINE_ENUM_CLASS(TerminalKind, rtp, horn, sip, icecast)
/// 编码, of sound sent by RTP; the others have one of their own.
BOOST_DEFINE_ENUM_CLASS(TerminalCodec, g711, opus)
/// Heartbeat (心跳): never yet heard, heard, fallen silent.
BOOST_DEFINE_ENUM_CLASS(Hearing, unheard, heard, silent)

/// A loudspeaker. The same in the wish and in the fact.
struct TerminalSheet {
    std::string name;
    AreaCode area;  ///< 12 digits of the village: the zone it stands in
    TerminalKind kind = TerminalKind::rtp;
    std::string address;        ///< rtp: "host:port"; horn: its device id; sip: "801", "801@host:port"; icecast: "host:port/mount"
    std::int64_t volume = 80;   ///< per cent
    bool drill_ok = false;      ///< whether an exercise may sound here
    std::optional<double> lon, lat;  ///< WGS-84
    TerminalCodec codec = TerminalCodec::g711;
};
BOOST_DESCRIBE_STRUCT(TerminalSheet, (), (name, area, kind, address, volume, drill_ok, lon, lat, codec))

/// Also written when what is known of it is corrected.
struct TerminalRegistered {
    static constexpr journal::EventKind kKind{
        "terminal.registered", 1, journal::Share::up, journal::Urgency::routine, "address"};
    std::string name;
    AreaCode area;
    TerminalKind kind = TerminalKind::rtp;
    std::string address;
    std::int64_t volume = 80;
    bool drill_ok = false;
    std::optional<double> lon, lat;
    Instant test_by{};  ///< when its zone is to be tested at the latest, unless it is so already
    TerminalCodec codec = TerminalCodec::g711;
};
BOOST_DESCRIBE_STRUCT(TerminalRegistered, (), (name, area, kind, address, volume, drill_ok, lon, lat, test_by, codec))

struct TerminalRetired {
    static constexpr journal::EventKind kKind{"terminal.retired", 1, journal::Share::up};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TerminalRetired, (), (reason))

struct VolumeSet {
    static constexpr journal::EventKind kKind{"terminal.volume_set", 1};
    std::int64_t volume = 80;
};
BOOST_DESCRIBE_STRUCT(VolumeSet, (), (volume))

/// No heartbeat for longer than the policy allows.
struct FellSilent {
    static constexpr journal::EventKind kKind{"terminal.fell_silent", 1, journal::Share::up};
    std::string name;                       ///< of the terminal, for logs that know no more
    std::optional<Instant> last_heard_at;   ///< none: not since the program started
};
BOOST_DESCRIBE_STRUCT(FellSilent, (), (name, last_heard_at))

struct HeardAgain {
    static constexpr journal::EventKind kKind{"terminal.heard_again", 1, journal::Share::up};
    std::string name;
};
BOOST_DESCRIBE_STRUCT(HeardAgain, (), (name))

/// 月度试播: the terminals of this zone have not been proved for as long as the policy allows. Subject: the zone.
struct TestDue {
    static constexpr journal::EventKind kKind{"broadcast.test_due", 1};
    std::string name;  ///< of the zone
};
BOOST_DESCRIBE_STRUCT(TestDue, (), (name))

}  // namespace anlan::broadcast
