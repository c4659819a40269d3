#pragma once

#include "broadcast/events.hpp"
#include "broadcast/terminal_commands.hpp"

namespace anlan::broadcast {

/// Of an exercise the words are marked as such. Refuses `not_a_person`, `title_missing`, `text_missing`, `too_long`,
/// `control_character`, `emoji`, `severity_invalid`, `repeats_invalid`, `recording_invalid`, `zones_missing`,
/// `area_outside`, `purpose_of_drill` (in a drill anything but purpose drill), `pattern_unknown`.
struct DraftBroadcast {
    BroadcastSheet sheet;
};
BOOST_DESCRIBE_STRUCT(DraftBroadcast, (), (sheet))
Result<Decision> decide(const DraftBroadcast& wish, const Desk& desk);

/// A broadcasting platform has sent it, signed; the room above has checked that. Its own people wrote it, so one person
/// here is the second. The sheet is checked as in DraftBroadcast.
struct DraftFromPlatform {
    BroadcastSheet sheet;
    std::string platform;  ///< as the configuration names it
};
BOOST_DESCRIBE_STRUCT(DraftFromPlatform, (), (sheet, platform))
Result<Decision> decide(const DraftFromPlatform& wish, const Desk& desk);

/// As DraftBroadcast, and `broadcast_unknown`, `not_a_draft`.
struct ReviseDraft {
    BroadcastId broadcast;
    BroadcastSheet sheet;
};
BOOST_DESCRIBE_STRUCT(ReviseDraft, (), (broadcast, sheet))
Result<Decision> decide(const ReviseDraft& wish, const Desk& desk);
std::optional<World> world_of(const ReviseDraft& wish, store::Rows& rows);

/// By a second person, who has seen `revision`; or by the drafter in the name of a red `warning` in force. Sent twice
/// it was already so. Refuses `not_a_person`, `broadcast_unknown`, `not_a_draft`, `revision_changed`, `draft_too_old`,
/// `same_person`, `nobody_wrote_it` (the program did: a person saves it first), `warning_not_in_force`, `warning_elsewhere`, `words_not_authorised`, `not_preauthorised`,
/// `no_terminals`, `no_drill_terminals`.
struct ReleaseBroadcast {
    BroadcastId broadcast;
    std::int64_t revision = 0;
    std::string warning;
};
BOOST_DESCRIBE_STRUCT(ReleaseBroadcast, (), (broadcast, revision, warning))
Result<Decision> decide(const ReleaseBroadcast& wish, const Desk& desk);
std::optional<World> world_of(const ReleaseBroadcast& wish, store::Rows& rows);

/// By the second person; what the program drafted, by anybody. Refuses `not_a_person`, `broadcast_unknown`, `not_a_draft`, `same_person`, `reason_missing`.
struct RefuseBroadcast {
    BroadcastId broadcast;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RefuseBroadcast, (), (broadcast, reason))
Result<Decision> decide(const RefuseBroadcast& wish, const Desk& desk);
std::optional<World> world_of(const RefuseBroadcast& wish, store::Rows& rows);

/// At once, no second person, no reason needed. Ended already: nothing changes. Refuses `broadcast_unknown`.
struct StopBroadcast {
    BroadcastId broadcast;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(StopBroadcast, (), (broadcast, reason))
Result<Decision> decide(const StopBroadcast& wish, const Desk& desk);
std::optional<World> world_of(const StopBroadcast& wish, store::Rows& rows);

/// The program's own wishes, as sound goes out. Refuse `broadcast_unknown`, `not_released`, `broadcast_ended`; begun
/// (resumed, interrupted) twice it was already so. `round_seconds`: how long what was made to be played lasts once; a
/// recording may be much longer than its text.
struct BeginBroadcast {
    BroadcastId broadcast;
    std::int64_t round_seconds = 0;
};
BOOST_DESCRIBE_STRUCT(BeginBroadcast, (), (broadcast, round_seconds))
Result<Decision> decide(const BeginBroadcast& wish, const Desk& desk);
std::optional<World> world_of(const BeginBroadcast& wish, store::Rows& rows);

/// Also refuses `not_more_urgent`: only what pre-empts (order.hpp) may interrupt.
struct InterruptBroadcast {
    BroadcastId broadcast, by;
};
BOOST_DESCRIBE_STRUCT(InterruptBroadcast, (), (broadcast, by))
Result<Decision> decide(const InterruptBroadcast& wish, const Desk& desk);
std::optional<World> world_of(const InterruptBroadcast& wish, store::Rows& rows);

struct ResumeBroadcast {
    BroadcastId broadcast;
    std::int64_t round_seconds = 0;
};
BOOST_DESCRIBE_STRUCT(ResumeBroadcast, (), (broadcast, round_seconds))
Result<Decision> decide(const ResumeBroadcast& wish, const Desk& desk);
std::optional<World> world_of(const ResumeBroadcast& wish, store::Rows& rows);

/// A receipt. The first stands: the same again was already so. The last one finishes the broadcast. Refuses
/// `broadcast_unknown`, `not_released`, `broadcast_ended`, `not_addressed`, `already_reported`, `outcome_invalid`,
/// `seconds_invalid` (more sound than there was time for, or "played" without any: a terminal that lies).
struct ReportPlayed {
    BroadcastId broadcast;
    TerminalId terminal;
    Outcome outcome = Outcome::played;
    std::int64_t seconds = 0;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ReportPlayed, (), (broadcast, terminal, outcome, seconds, note))
Result<Decision> decide(const ReportPlayed& wish, const Desk& desk);
std::optional<World> world_of(const ReportPlayed& wish, store::Rows& rows);

/// The program's own wish, and that of the deadline `broadcast/<id>`: whoever has no receipt is `silent`. Ended
/// already: nothing changes. Refuses `broadcast_unknown`, `not_released`.
struct FinishBroadcast {
    BroadcastId broadcast;
};
BOOST_DESCRIBE_STRUCT(FinishBroadcast, (), (broadcast))
Result<Decision> decide(const FinishBroadcast& wish, const Desk& desk);
std::optional<World> world_of(const FinishBroadcast& wish, store::Rows& rows);

/// The program's own wish: what a node above has released for zones of this one. It arrives once; it needs no second
/// person here, having had two above. Refuses `only_real`, `not_above`.
struct TakeFromAbove {
    BroadcastId broadcast;
    AreaCode from;
    BroadcastSheet sheet;
    PersonId by;
};
BOOST_DESCRIBE_STRUCT(TakeFromAbove, (), (broadcast, from, sheet, by))
Result<Decision> decide(const TakeFromAbove& wish, const Desk& desk);

/// A room above tells that a red warning is in force, here or for areas below. Told again it replaces what was told.
struct GiveAuthority {
    std::string warning, headline, hazard;
    std::vector<AreaCode> areas;
    Instant until{};
};
BOOST_DESCRIBE_STRUCT(GiveAuthority, (), (warning, headline, hazard, areas, until))
Result<Decision> decide(const GiveAuthority& wish, const Desk& desk);

struct EndAuthority {
    std::string warning, reason;
};
BOOST_DESCRIBE_STRUCT(EndAuthority, (), (warning, reason))
Result<Decision> decide(const EndAuthority& wish, const Desk& desk);

}  // namespace anlan::broadcast
