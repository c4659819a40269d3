#pragma once

#include "broadcast/events.hpp"

/// Emergency broadcasting platforms (应急广播平台) this station speaks with.
namespace anlan::platforms {

using broadcast::BroadcastId;

/// What became of a message: a draft for a person to release, a broadcast taken back, a rehearsal noted, or nothing
/// (`words` say why).
BOOST_DEFINE_ENUM_CLASS(Taking, drafted, taken_back, noted, turned_down)

/// Its signature held. Subject: EBDID, the package's own name.
struct MessageTaken {
    static constexpr journal::EventKind kKind{
        "platform.message_taken", 1, journal::Share::local, journal::Urgency::urgent};
    std::string platform, platform_name;  ///< EBRID; what the configuration calls it
    std::string message;                  ///< EBMID
    std::string title;
    Taking taking = Taking::drafted;
    BroadcastId broadcast;  ///< drafted or taken back; else empty
    std::string zh, en;     ///< what the platform is answered
};
BOOST_DESCRIBE_STRUCT(MessageTaken, (), (platform, platform_name, message, title, taking, broadcast, zh, en))

BOOST_DEFINE_ENUM_CLASS(Said, release, stop)

/// The platform has answered. Subject: the broadcast.
struct MessageSent {
    static constexpr journal::EventKind kKind{"platform.message_sent", 1};
    std::string platform, package;  ///< EBRID, EBDID
    Said said = Said::release;
    bool taken = true;
    std::string words;  ///< the platform's own
};
BOOST_DESCRIBE_STRUCT(MessageSent, (), (platform, package, said, taken, words))

/// It answers, or has stopped answering. Subject: its EBRID.
struct PlatformReached {
    static constexpr journal::EventKind kKind{"platform.reached", 1};
    std::string name;
    bool up = true;
    std::string zh, en;  ///< why not
};
BOOST_DESCRIBE_STRUCT(PlatformReached, (), (name, up, zh, en))

/// Packages that claim to come from this EBRID (subject) were not taken; told once an hour.
struct PackageRefused {
    static constexpr journal::EventKind kKind{"platform.refused", 1, journal::Share::local, journal::Urgency::urgent};
    std::string code, zh, en;
};
BOOST_DESCRIBE_STRUCT(PackageRefused, (), (code, zh, en))

}  // namespace anlan::platforms
