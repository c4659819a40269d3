#pragma once

#include "journal/desk.hpp"
#include "platforms/events.hpp"

namespace anlan::platforms {

using journal::Decision;
using journal::Desk;

/// 实际播发, 取消, 演练 of the platform alone, 演练 that would sound.
BOOST_DEFINE_ENUM_CLASS(MessageKind, actual, cancel, platform_drill, sounding_drill)

/// The program's own wish: a package whose signature held. The same package again was already so. Refuses nothing: what
/// cannot be done stands in the event and in the answer. The answer holds `taking`, `zh`, `en`.
struct TakeMessage {
    std::string package;  ///< EBDID
    std::string platform, platform_name, message, related;
    MessageKind kind = MessageKind::actual;
    std::int64_t severity = 0;
    std::string title, text;
    Instant until{};  ///< it is of no use after
    std::vector<AreaCode> areas;
    std::int64_t sounds = 0;  ///< that came with it; words are spoken by this station's own voice
};
BOOST_DESCRIBE_STRUCT(
    TakeMessage,
    (),
    (package, platform, platform_name, message, related, kind, severity, title, text, until, areas, sounds)
)
Result<Decision> decide(const TakeMessage& wish, const Desk& desk);

/// The program's own wishes. Told twice it was already so.
struct NoteSent {
    BroadcastId broadcast;
    std::string platform, package;
    Said said = Said::release;
    bool taken = true;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(NoteSent, (), (broadcast, platform, package, said, taken, words))
Result<Decision> decide(const NoteSent& wish, const Desk& desk);

struct NoteReached {
    std::string platform, name;
    bool up = true;
    std::string zh, en;
};
BOOST_DESCRIBE_STRUCT(NoteReached, (), (platform, name, up, zh, en))
Result<Decision> decide(const NoteReached& wish, const Desk& desk);

struct NoteRefused {
    std::string platform;
    std::string code, zh, en;
};
BOOST_DESCRIBE_STRUCT(NoteRefused, (), (platform, code, zh, en))
Result<Decision> decide(const NoteRefused& wish, const Desk& desk);

}  // namespace anlan::platforms
