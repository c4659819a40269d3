#pragma once

#include <variant>

#include "broadcast/events.hpp"
#include "broadcast/release.hpp"
#include "journal/desk.hpp"

/// The wall between drill and reality (decision 0030). What is said is either real or an exercise, of two types that
/// nothing converts; each is only ever given targets of its own type, and each pair writes its own event. There is no
/// function that takes an exercise and real targets.
namespace anlan::broadcast {

/// No exercise.
class RealSheet {
  public:
    const BroadcastSheet& sheet() const { return sheet_; }
    std::string words() const { return sheet_.text; }

  private:
    friend struct Nature;
    explicit RealSheet(BroadcastSheet sheet) : sheet_(std::move(sheet)) {}
    BroadcastSheet sheet_;
};

/// An exercise: its words say so at both ends.
class DrillSheet {
  public:
    const BroadcastSheet& sheet() const { return sheet_; }
    std::string words() const { return "演练，演练。" + sheet_.text + "\n以上是演练，不是真的。"; }

  private:
    friend struct Nature;
    explicit DrillSheet(BroadcastSheet sheet) : sheet_(std::move(sheet)) {}
    BroadcastSheet sheet_;
};

/// The only source of the two. In a drill there are but exercises; of purpose `drill` they are so in reality, too.
/// Refuses `purpose_of_drill`.
struct Nature {
    using Either = std::variant<RealSheet, DrillSheet>;
    static Result<Either> of(const World& world, BroadcastSheet sheet);
};

/// Every terminal of the zones.
class RealTargets {
  public:
    const std::vector<TerminalId>& ids() const { return ids_; }

  private:
    friend RealTargets targets_of(const RealSheet&, store::Rows&);
    std::vector<TerminalId> ids_;
};

/// Those of the zones that are marked for drills, and no other.
class DrillTargets {
  public:
    const std::vector<TerminalId>& ids() const { return ids_; }

  private:
    friend DrillTargets targets_of(const DrillSheet&, store::Rows&);
    std::vector<TerminalId> ids_;
};

RealTargets targets_of(const RealSheet& real, store::Rows& rows);
DrillTargets targets_of(const DrillSheet& drill, store::Rows& rows);

/// Whom below a release for these zones is told: who holds them, and who has a loudspeaker there; empty: everybody.
std::vector<AreaCode> told_to(const AreaCode& here, const std::vector<AreaCode>& zones, store::Rows& rows);

journal::Event released(
    const BroadcastId& id, const RealSheet& real, const RealTargets& targets, const Release& release, Instant close_by
);
journal::Event released(
    const BroadcastId& id, const DrillSheet& drill, const DrillTargets& targets, const Release& release,
    Instant close_by
);

}  // namespace anlan::broadcast
