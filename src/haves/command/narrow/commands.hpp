#pragma once

#include "journal/desk.hpp"
#include "narrow/events.hpp"

namespace anlan::narrow {

using journal::Decision;
using journal::Desk;

/// What the desk reports. Refuses `nothing_said`, `number_invalid`, `hazard_unknown`, `place_invalid`.
struct ReportSituation {
    SituationReported situation;
};
BOOST_DESCRIBE_STRUCT(ReportSituation, (), (situation))
Result<Decision> decide(const ReportSituation& wish, const Desk& desk);

struct ReportCasualties {
    CasualtiesReported casualties;
};
BOOST_DESCRIBE_STRUCT(ReportCasualties, (), (casualties))
Result<Decision> decide(const ReportCasualties& wish, const Desk& desk);

struct CallForHelp {
    HelpCalled help;
};
BOOST_DESCRIBE_STRUCT(CallForHelp, (), (help))
Result<Decision> decide(const CallForHelp& wish, const Desk& desk);

/// Words to one neighbour, or with no `to` to the level above. Refuses `nothing_said`, `area_unknown`.
struct SendWords {
    AreaCode to;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(SendWords, (), (to, text))
Result<Decision> decide(const SendWords& wish, const Desk& desk);

/// The program's own: a frame is about to go out, in the world of what it tells. Refuses `already_used` for a number
/// that is not new.
struct NoteSent {
    NarrowSent sent;
};
BOOST_DESCRIBE_STRUCT(NoteSent, (), (sent))
Result<Decision> decide(const NoteSent& wish, const Desk& desk);
std::optional<World> world_of(const NoteSent& wish, store::Rows& rows);

/// Numbers that are not waiting are passed over.
struct NoteConfirmed {
    AreaCode by;
    std::vector<std::int64_t> numbers;
};
BOOST_DESCRIBE_STRUCT(NoteConfirmed, (), (by, numbers))
Result<Decision> decide(const NoteConfirmed& wish, const Desk& desk);

/// Everything sent to this neighbour up to this time and still waiting is settled.
struct SettleWaiting {
    AreaCode with;
    std::string reason;
    Instant until{};
};
BOOST_DESCRIBE_STRUCT(SettleWaiting, (), (with, reason, until))
Result<Decision> decide(const SettleWaiting& wish, const Desk& desk);

/// A frame whose code was right came in. The same frame again changes nothing. Refuses `frame_stale` (its number was
/// used for another frame, or is older than the window: it may be a recording), `drill_unknown`, and `out_of_area` for
/// what this neighbour has no say in: an order from below, a call or a report from above.
struct TakeFact {
    AreaCode from;
    std::int64_t number = 0;
    std::string code;
    Fact fact;
    std::string bearer;
};
Result<Decision> decide(const TakeFact& wish, const Desk& desk);
std::optional<World> world_of(const TakeFact& wish, store::Rows& rows);

inline constexpr std::int64_t kWindow =
    24 * 3600;  ///< numbers behind the newest that are still taken; they are seconds

}  // namespace anlan::narrow
