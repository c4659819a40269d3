#include "duty/propose.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "duty/fair.hpp"

namespace anlan::duty {

using optimise::kUnlimited;
using optimise::Term;

namespace {

constexpr double kUnfilled = 1'000, kUncovered = 300;

/// What one turn beyond or short of a fair share costs, in the order of kTurnKinds.
constexpr double kUnfair[]{2, 5, 4, 6};

std::vector<Placed> placed_before(const Month& month) {
    std::vector<Placed> placed;
    for (const auto& duty : month.before)
        if (auto slot = slot_of(month.pattern, duty)) placed.push_back({duty, std::move(*slot)});
    return placed;
}

std::vector<PersonId> takers(const Month& month, const Slot& slot, const std::vector<Placed>& others) {
    std::vector<PersonId> able;
    for (const auto& member : month.members)
        if (!obstacle(month, slot, member.person, others)) able.push_back(member.person);
    return able;
}

/// Those of `keep` that break no rule, each with its place.
std::vector<Placed> sound(const Month& month, const std::vector<Slot>& slots, const std::vector<Duty>& keep) {
    auto placed = placed_before(month);
    const auto own = static_cast<std::ptrdiff_t>(placed.size());
    for (const auto& duty : keep) {
        const auto slot = std::find_if(slots.begin(), slots.end(), [&](const Slot& s) { return s.is_for(duty); });
        if (slot == slots.end()) continue;
        std::int64_t same = 0;
        for (const auto& other : placed) same += slot->is_for(other.duty) && other.duty.person != duty.person;
        const bool twice =
            std::any_of(placed.begin(), placed.end(), [&](const Placed& other) { return other.duty == duty; });
        if (twice || same >= slot->people || obstacle(month, *slot, duty.person, placed)) continue;
        placed.push_back({duty, *slot});
    }
    placed.erase(placed.begin(), placed.begin() + own);
    return placed;
}

/// Writes the program of one month.
class Writing {
  public:
    Writing(const Month& month, const std::vector<Duty>& keep) : month_(month), slots_(slots_of(month)) {
        add_choices(keep);
        add_places();
        add_rest();
        add_lines();
        add_shares();
    }
    RotaProgram take() { return std::move(made_); }

  private:
    struct Column {
        std::size_t column = 0, slot = 0;
        PersonId person;
    };

    void add_choices(const std::vector<Duty>& keep) {
        std::set<Duty> kept;
        for (const auto& each : sound(month_, slots_, keep)) kept.insert(each.duty);
        const auto before = placed_before(month_);
        for (std::size_t i = 0; i < slots_.size(); ++i)
            for (const auto& person : takers(month_, slots_[i], before)) {
                const Duty duty{slots_[i].day, slots_[i].shift, slots_[i].post, person};
                const auto column = made_.program.column(kept.contains(duty) ? 1 : 0, 1, 0, true);
                made_.choices.push_back({column, duty});
                columns_.push_back({column, i, person});
            }
    }

    /// `sum` at least `limit`, or at most it, at `cost` a piece.
    void soft(std::vector<Term> terms, double limit, bool over, double cost) {
        const auto column = made_.program.column(0, kUnlimited, cost, false);
        auto row = terms;
        row.push_back({column, over ? -1.0 : 1.0});
        made_.program.row(std::move(row), over ? -kUnlimited : limit, over ? limit : kUnlimited);
        made_.slacks.push_back({column, std::move(terms), limit, over});
    }

    void add_places() {
        std::vector<std::vector<Term>> terms(slots_.size());
        for (const auto& each : columns_) terms[each.slot].push_back({each.column, 1});
        for (std::size_t i = 0; i < slots_.size(); ++i) {
            made_.program.row(terms[i], 0, static_cast<double>(slots_[i].people));
            soft(terms[i], static_cast<double>(slots_[i].people), false, kUnfilled);
        }
    }

    /// At every begin of a turn, a person is in one turn or at rest after one: two rows a person and begin.
    void add_rest() {
        std::set<Instant> begins;
        for (const auto& slot : slots_) begins.insert(slot.from);
        std::map<PersonId, std::vector<const Column*>> of;
        for (const auto& each : columns_) of[each.person].push_back(&each);
        for (const auto& [person, own] : of)
            for (const auto begin : begins) {
                std::vector<Term> busy, bound;
                for (const auto* each : own) {
                    const auto& slot = slots_[each->slot];
                    if (slot.from > begin) continue;
                    if (begin < slot.until) busy.push_back({each->column, 1});
                    if (slot.on_site && begin < slot.until + rest(slot)) bound.push_back({each->column, 1});
                }
                if (busy.size() > 1) made_.program.row(busy, 0, 1);
                if (bound.size() > 1) made_.program.row(bound, 0, 1);
            }
    }
    std::chrono::hours rest(const Slot& slot) const {
        return std::chrono::hours{slot.night ? month_.pattern.rest_after_night_hours : month_.pattern.rest_hours};
    }

    void add_lines() {
        std::map<std::pair<std::string, std::string>, std::map<DutyLine, std::vector<Term>>> lines;
        for (const auto& each : columns_)
            for (const auto& shift : month_.pattern.shifts) {
                const auto& slot = slots_[each.slot];
                if (!slot.shift.empty() && slot.shift != shift.key) continue;
                for (const auto line : month_.member(each.person)->lines)
                    lines[{slot.day, shift.key}][line].push_back({each.column, 1});
            }
        for (auto& [shift, by_line] : lines)
            for (auto& [line, terms] : by_line) soft(std::move(terms), 1, false, kUncovered);
    }

    void add_shares() {
        const auto shares = fair_shares(month_);
        for (std::size_t kind = 0; kind < std::size(kTurnKinds); ++kind) {
            std::map<PersonId, std::vector<Term>> terms;
            for (const auto& each : columns_) {
                const auto counts = turns_of(slots_[each.slot]).*kTurnKinds[kind];
                if (counts > 0) terms[each.person].push_back({each.column, counts});
            }
            for (auto& [person, own] : terms) {
                const auto share = shares.at(person).*kTurnKinds[kind];
                soft(own, std::ceil(share - 1e-6), true, kUnfair[kind]);
                if (share >= 1) soft(std::move(own), std::floor(share + 1e-6), false, kUnfair[kind]);
            }
        }
    }

    const Month& month_;
    std::vector<Slot> slots_;
    std::vector<Column> columns_;
    RotaProgram made_;
};

}  // namespace

RotaProgram program_of(const Month& month, const std::vector<Duty>& keep) {
    return Writing(month, keep).take();
}

std::vector<Duty> RotaProgram::read(const std::vector<double>& values) const {
    std::vector<Duty> duties;
    for (const auto& choice : choices)
        if (values[choice.column] > 0.5) duties.push_back(choice.duty);
    return duties;
}

std::vector<double> RotaProgram::write(const std::vector<Duty>& duties) const {
    std::vector<double> values(program.columns().size(), 0);
    const std::set<Duty> wanted(duties.begin(), duties.end());
    for (const auto& choice : choices) values[choice.column] = wanted.contains(choice.duty) ? 1 : 0;
    for (const auto& slack : slacks) {
        double sum = 0;
        for (const auto& term : slack.terms) sum += term.factor * values[term.column];
        values[slack.column] = std::max(0.0, slack.over ? sum - slack.limit : slack.limit - sum);
    }
    return values;
}

std::vector<Duty> by_hand(const Month& month, const std::vector<Duty>& keep) {
    const auto slots = slots_of(month);
    const auto shares = fair_shares(month);
    auto placed = sound(month, slots, keep);
    std::map<PersonId, Turns> have;
    std::vector<Duty> made;
    for (const auto& each : placed) made.push_back(each.duty);
    have = turns_of(month, made);
    auto others = placed_before(month);
    others.insert(others.end(), placed.begin(), placed.end());
    for (const auto& slot : slots) {
        std::int64_t there = 0;
        for (const auto& duty : made) there += slot.is_for(duty);
        for (; there < slot.people; ++there) {
            auto able = takers(month, slot, others);
            std::erase_if(able, [&](const PersonId& person) {
                return std::any_of(made.begin(), made.end(), [&](const Duty& duty) {
                    return slot.is_for(duty) && duty.person == person;
                });
            });
            if (able.empty()) break;
            const auto owed = [&](const PersonId& person) {
                double sum = 0;
                for (std::size_t kind = 0; kind < std::size(kTurnKinds); ++kind)
                    if (turns_of(slot).*kTurnKinds[kind] > 0)
                        sum += kUnfair[kind] * (shares.at(person).*kTurnKinds[kind] - have[person].*kTurnKinds[kind]);
                return sum;
            };
            const auto best = *std::max_element(able.begin(), able.end(), [&](const PersonId& a, const PersonId& b) {
                return owed(a) < owed(b);
            });
            made.push_back({slot.day, slot.shift, slot.post, best});
            others.push_back({made.back(), slot});
            for (const auto kind : kTurnKinds) have[best].*kind += turns_of(slot).*kind;
        }
    }
    return made;
}

Proposal propose(
    const Month& month, const optimise::Solver& solver, double limit_seconds, const std::vector<Duty>& keep
) {
    const auto written = program_of(month, keep);
    const auto hand = by_hand(month, keep);
    const auto start = written.write(hand);
    if (written.choices.empty()) return {hand, written.program.cost_of(start), 0, 0, true};
    // Begun from nothing the solver is faster than begun from the turns made by hand; those are for when time is short.
    const auto found = solver.solve(written.program, limit_seconds, {});
    const auto by_hand_cost = written.program.cost_of(start);
    if (!found || found->cost > by_hand_cost) {
        const optimise::Found best{
            start, by_hand_cost, found ? found->bound : 0, found ? found->seconds : limit_seconds};
        return {hand, best.cost, best.gap_percent(), best.seconds, false};
    }
    return {written.read(found->values), found->cost, found->gap_percent(), found->seconds, found->proven};
}

}  // namespace anlan::duty
