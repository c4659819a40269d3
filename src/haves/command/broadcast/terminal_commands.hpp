#pragma once

#include "broadcast/terminal_events.hpp"
#include "journal/desk.hpp"

namespace anlan::broadcast {

using journal::Decision;
using journal::Desk;

/// Refuses `only_real` (a drill registers no loudspeaker), `name_empty`, `area_outside`, `address_invalid`,
/// `address_taken`, `codec_invalid`, `volume_invalid`, `place_invalid`, `too_long`.
struct RegisterTerminal {
    TerminalSheet sheet;
};
BOOST_DESCRIBE_STRUCT(RegisterTerminal, (), (sheet))
Result<Decision> decide(const RegisterTerminal& wish, const Desk& desk);

/// As RegisterTerminal, and `terminal_unknown`, `terminal_retired`.
struct CorrectTerminal {
    TerminalId terminal;
    TerminalSheet sheet;
};
BOOST_DESCRIBE_STRUCT(CorrectTerminal, (), (terminal, sheet))
Result<Decision> decide(const CorrectTerminal& wish, const Desk& desk);

/// Refuses `terminal_unknown`, `reason_missing`; retired twice it was already so.
struct RetireTerminal {
    TerminalId terminal;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RetireTerminal, (), (terminal, reason))
Result<Decision> decide(const RetireTerminal& wish, const Desk& desk);

/// Refuses `terminal_unknown`, `terminal_retired`, `volume_invalid`.
struct SetVolume {
    TerminalId terminal;
    std::int64_t volume = 80;
};
BOOST_DESCRIBE_STRUCT(SetVolume, (), (terminal, volume))
Result<Decision> decide(const SetVolume& wish, const Desk& desk);

/// The program's own wish, for many at a time: they have been heard. Only those that were not heard before make an
/// event; unknown and retired ones are passed over.
struct HearTerminal {
    std::vector<TerminalId> terminals;
};
BOOST_DESCRIBE_STRUCT(HearTerminal, (), (terminals))
Result<Decision> decide(const HearTerminal& wish, const Desk& desk);

struct Missing {
    TerminalId terminal;
    std::optional<Instant> last_heard_at;
};
BOOST_DESCRIBE_STRUCT(Missing, (), (terminal, last_heard_at))

/// The program's own wish: no heartbeat of these for longer than `broadcast.heartbeat_limit`. Only those that were not
/// silent before make an event.
struct MissTerminal {
    std::vector<Missing> terminals;
};
BOOST_DESCRIBE_STRUCT(MissTerminal, (), (terminals))
Result<Decision> decide(const MissTerminal& wish, const Desk& desk);

/// Called by the deadline `broadcast/test/<zone>`.
struct CheckTest {
    AreaCode zone;
};
BOOST_DESCRIBE_STRUCT(CheckTest, (), (zone))
Result<Decision> decide(const CheckTest& wish, const Desk& desk);

}  // namespace anlan::broadcast
