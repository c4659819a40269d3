#pragma once

#include "enforcement/case_law.hpp"

/// The law's table taken apart: one case, one wish, one day. Only `case_law.hpp` is for the rest of the room.
namespace anlan::enforcement {

Refusal out_of_order(const char* zh, const char* en);

class Law {
  public:
    Law(const CaseFacts& facts,
        const StepWords& words,
        Day today,
        const CaseLimits& limits,
        const WorkCalendar& calendar)
        : facts_(facts), words_(words), today_(today), limits_(limits), calendar_(calendar) {}

    Result<void> allows() const;

  private:
    bool has(CaseStep step) const { return facts_.has(step); }
    /// Taken, and not before the last of the earlier one.
    bool after(CaseStep step, CaseStep earlier) const {
        return has(step) && (!has(earlier) || facts_.last(step) > facts_.last(earlier));
    }
    bool simple() const { return facts_.procedure == Procedure::simple; }
    Result<void> before_decision() const;
    Result<void> once() const;

    Result<void> investigation() const;
    Result<void> extend_seizure() const;
    Result<void> end_investigation() const;

    Result<void> hearing() const;
    Result<void> notice() const;
    Result<void> within_range(double amount) const;
    Result<void> ask_hearing() const;
    Day request_end() const;
    Result<void> notify_hearing() const;
    Result<void> hold_hearing() const;

    Result<void> decision() const;
    Result<void> extend_decision() const;
    Day decision_end() const;
    Result<void> decide() const;
    Result<void> party_was_heard(const StepDone& notice) const;

    Result<void> execution() const;
    Result<void> unpaid() const;
    Result<void> pay() const;
    Result<void> collect() const;
    Result<void> ask_court() const;
    Result<void> close() const;

    const CaseFacts& facts_;
    const StepWords& words_;
    Day today_;
    const CaseLimits& limits_;
    const WorkCalendar& calendar_;
};

}  // namespace anlan::enforcement
