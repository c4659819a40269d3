#include "app/drill_people.hpp"

#include <spdlog/spdlog.h>

#include "calls/commands.hpp"
#include "rescue/callout_commands.hpp"
#include "response/commands.hpp"
#include "tasks/commands.hpp"

namespace anlan::app {

namespace {

using std::chrono::seconds;

template <class E>
bool is(const journal::Entry& entry) {
    return entry.kind == E::kKind.text();
}

}  // namespace

DrillPeopleAtWork::DrillPeopleAtWork(Find find, DrillPeople behaviour, std::uint64_t seed, Heeds heeds)
    : find_(std::move(find)), behaviour_(std::move(behaviour)), heeds_(heeds), dice_(seed) {}

void DrillPeopleAtWork::follow(Node& node) {
    node.writer().on_commit([this, area = node.settings().facts.area](const std::vector<journal::Entry>& entries) {
        hear(area, entries);
    });
}

std::optional<Instant> DrillPeopleAtWork::next() const {
    std::lock_guard lock(mutex_);
    if (acts_.empty()) return std::nullopt;
    return acts_.begin()->first;
}

void DrillPeopleAtWork::act(Instant now) {
    for (;;) {
        Act one;
        {
            std::lock_guard lock(mutex_);
            if (acts_.empty() || acts_.begin()->first > now) return;
            one = std::move(acts_.begin()->second);
            acts_.erase(acts_.begin());
        }
        // A refusal is a person who came too late: somebody else answered, the response was closed.
        auto* node = find_(one.node);
        if (node == nullptr) {
            std::lock_guard lock(mutex_);
            later(one.node, now + seconds{60}, std::move(one.wish));
            continue;
        }
        const auto done = node->writer().execute(one.wish());
        if (!done) spdlog::debug("drill: {}", done.error().en);
    }
}

DrillPeopleAtWork::Counts DrillPeopleAtWork::counts() const {
    std::lock_guard lock(mutex_);
    return counts_;
}

void DrillPeopleAtWork::hear(const AreaCode& node, const std::vector<journal::Entry>& entries) {
    std::lock_guard lock(mutex_);
    for (const auto& entry : entries)
        if (entry.drill.empty() == (heeds_ == Heeds::reality)) hear_one(node, entry);
}

void DrillPeopleAtWork::hear_one(const AreaCode& node, const journal::Entry& entry) {
    using journal::Room;
    if (is<response::ResponseProposed>(entry)) {
        hear_proposal(node, entry);
    } else if (is<rescue::TeamCalled>(entry)) {
        plan_coming(node, entry);
    } else if (is<rescue::CalloutShort>(entry)) {
        plan_next_team(node, entry);
    } else if (is<calls::CallPlaced>(entry)) {
        ++counts_.called;
        const auto placed = Room::body_of<calls::CallPlaced>(entry);
        if (!placed.origin.starts_with("callout:")) plan_answer(node, entry, "primary", placed.person);
    } else if (is<calls::CallEscalated>(entry)) {
        ++counts_.escalated;
        const auto escalated = Room::body_of<calls::CallEscalated>(entry);
        if (!escalated.origin.starts_with("callout:"))
            plan_answer(node, entry, to_text(escalated.role), escalated.person);
    } else if (is<calls::CallAnswered>(entry)) {
        ++counts_.answered;
    } else if (is<calls::CallExhausted>(entry)) {
        ++counts_.exhausted;
    } else if (is<calls::DoorKnockRequested>(entry)) {
        plan_knocks(node, entry);
    } else if (is<tasks::TaskAssigned>(entry)) {
        ++counts_.tasks;
        plan_task(node, entry);
    } else if (is<tasks::TaskConfirmed>(entry)) {
        ++counts_.confirmed;
    }
}

void DrillPeopleAtWork::hear_proposal(const AreaCode& node, const journal::Entry& entry) {
    const auto response = entry.subject;
    later(node, entry.at + seconds{between(behaviour_.confirm_seconds)}, [response, world = entry.world()] {
        return journal::wish(
            world, "drill:duty_officer", response::ConfirmResponse{.response = {response}, .level = {}, .plan = {}}
        );
    });
}

void DrillPeopleAtWork::plan_answer(
    const AreaCode& node, const journal::Entry& entry, const std::string& role, const PersonId& person
) {
    const std::map<std::string, double> likely{
        {"primary", behaviour_.answer_at_once},
        {"repeat", behaviour_.answer_repeat},
        {"deputy", behaviour_.answer_deputy},
        {"next", behaviour_.answer_next},
        {"leader", behaviour_.answer_leader}};
    const auto found = likely.find(role);
    if (found == likely.end() || chance() > found->second) return;
    const auto at = entry.at + seconds{between(behaviour_.answer_seconds)};
    const calls::CallId call{entry.subject};
    if (chance() < behaviour_.by_telephone)
        later(node, at, [call, person, world = entry.world()] {
            return journal::wish(
                world,
                "drill:duty_officer",
                calls::RecordAnswer{call, person, calls::AnswerChannel::telephone, "电话中本人答复"}
            );
        });
    else
        later(node, at, [call, person, world = entry.world()] {
            return journal::wish(world, person.text, calls::AnswerCall{call, ""});
        });
}

void DrillPeopleAtWork::plan_knocks(const AreaCode& node, const journal::Entry& entry) {
    const auto request = journal::Room::body_of<calls::DoorKnockRequested>(entry);
    const calls::CallId call{entry.subject};
    auto households = request.households;
    if (households.empty()) households.push_back({});
    auto at = entry.at;
    for (const auto& household : households) {
        at += seconds{60 + static_cast<std::int64_t>(chance() * 120)};
        const auto outcome = chance() < 0.85 ? calls::KnockOutcome::informed : calls::KnockOutcome::moved;
        later(node, at, [call, household, outcome, helper = request.helper, world = entry.world()] {
            return journal::wish(world, helper.text, calls::RecordKnock{call, household, outcome, ""});
        });
    }
}

/// Most say they come, some are elsewhere, one in ten does not hear it; who comes is there some minutes later. The
/// officer ends it three hours after.
void DrillPeopleAtWork::plan_coming(const AreaCode& node, const journal::Entry& entry) {
    constexpr double kComing = 0.8, kHears = 0.9;
    constexpr std::chrono::hours kWorks{3};
    const auto called = journal::Room::body_of<rescue::TeamCalled>(entry);
    const rescue::CalloutId callout{entry.subject};
    for (const auto& person : called.people) {
        if (chance() > kHears) continue;
        const bool coming = chance() < kComing;
        const auto said = entry.at + seconds{10 + static_cast<std::int64_t>(chance() * 70)};
        later(node, said, [=, world = entry.world()] {
            return journal::wish(
                world, person.text, rescue::AnswerCallout{callout, coming, coming ? "" : "在外地", std::nullopt}
            );
        });
        if (!coming) continue;
        const auto here = said + seconds{60 + static_cast<std::int64_t>(chance() * 240)};
        later(node, here, [=, world = entry.world()] {
            return journal::wish(world, person.text, rescue::Arrive{callout, std::nullopt, std::nullopt});
        });
    }
    later(node, entry.at + kWorks, [=, world = entry.world()] {
        return journal::wish(world, "drill:duty_officer", rescue::CloseCallout{callout, "任务完成，人员归队"});
    });
}

void DrillPeopleAtWork::plan_next_team(const AreaCode& node, const journal::Entry& entry) {
    const auto lacking = journal::Room::body_of<rescue::CalloutShort>(entry);
    if (lacking.next.empty()) return;
    later(node, entry.at + seconds{20}, [callout = entry.subject, team = lacking.next, world = entry.world()] {
        return journal::wish(world, "drill:duty_officer", rescue::CallTeam{{callout}, team});
    });
}

void DrillPeopleAtWork::plan_task(const AreaCode& node, const journal::Entry& entry) {
    const auto task = journal::Room::body_of<tasks::TaskAssigned>(entry);
    const auto span = std::max<std::int64_t>(60, std::chrono::duration_cast<seconds>(task.due - entry.at).count());
    const bool in_time = chance() < behaviour_.task_in_time;
    const auto after =
        in_time ? static_cast<double>(span) * (0.15 + 0.75 * chance()) : static_cast<double>(span) * 1.1 + 120;
    tasks::ConfirmTask done{.task = {entry.subject}, .number = {}, .photo = {}, .lon = {}, .lat = {}, .note = note_};
    if (task.confirmation == tasks::Confirmation::number) done.number = task.number_wanted.value_or(1);
    if (task.confirmation == tasks::Confirmation::photo) done.photo = seal::sha256("drill photo " + entry.subject);
    if (task.confirmation == tasks::Confirmation::place) {
        done.lon = 118.69;
        done.lat = 24.69;
    }
    const auto by = task.owner.empty() ? std::string("drill:duty_officer") : task.owner.text;
    later(node, entry.at + seconds{static_cast<std::int64_t>(after)}, [done, by, world = entry.world()] {
        return journal::wish(world, by, done);
    });
}

void DrillPeopleAtWork::later(const AreaCode& node, Instant at, std::function<journal::Wish()> wish) {
    acts_.emplace(at, Act{node, std::move(wish)});
}

double DrillPeopleAtWork::chance() {
    return static_cast<double>(dice_.roll() >> 11) * 0x1.0p-53;
}

std::int64_t DrillPeopleAtWork::between(const std::vector<std::int64_t>& span) {
    return span.front() + static_cast<std::int64_t>(chance() * static_cast<double>(span.back() - span.front()));
}

}  // namespace anlan::app
