#include "app/simulated_story.hpp"

#include <fmt/format.h>

#include "incident/commands.hpp"
#include "incident/queries.hpp"
#include "incident/report_commands.hpp"
#include "warning/commands.hpp"

namespace anlan::app {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr minutes kStorm{100};
constexpr minutes kRest{180};
constexpr seconds kStepMost{5};

federation::Roughness roughness_of(std::uint64_t draw) {
    switch (draw % 4) {
        case 0:
            return {};
        case 1:
            return {50, 50, 5, Milliseconds{5}, Milliseconds{400}, 0};
        case 2:
            return {200, 100, 20, Milliseconds{50}, Milliseconds{3'000}, 0};
        default:
            return {100, 0, 0, Milliseconds{750}, Milliseconds{900}, 1'200};
    }
}

}  // namespace

SimulatedStory::SimulatedStory(SimulatedCounty& county, ManualClock& clock, seal::Dice& dice, std::uint64_t seed)
    : county_(county),
      clock_(clock),
      dice_(dice),
      people_(
          [this](const AreaCode& area) { return county_.find(area); },
          DrillPeople{},
          seed,
          DrillPeopleAtWork::Heeds::reality
      ) {
    people_.write_notes(fmt::format("已办，户主{}在家", kIdentityNumber));
    county_.on_start = [this](Node& node) { follow(node); };
    for (std::size_t i = 0; i < county_.size(); ++i) county_.start(i);
}

/// Everything committed was, or may be, told to somebody.
void SimulatedStory::follow(Node& node) {
    people_.follow(node);
    node.writer().on_commit([this, area = node.settings().facts.area](const std::vector<journal::Entry>& entries) {
        for (const auto& entry : entries) acknowledged_.push_back({area, entry.seq, entry.subject});
    });
}

void SimulatedStory::play() {
    const auto ends = clock_.now() + kStorm;
    county_.network().set_roughness(roughness_of(draw(4)));
    warn();
    while (clock_.now() < ends) {
        advance(clock_.now() + seconds{30 + static_cast<std::int64_t>(draw(300))});
        if (draw(6) == 0) warn();
        if (draw(3) == 0) report_incident();
        if (draw(2) == 0) misfortune();
        if (draw(3) == 0) revive();
    }
    mend();
    advance(clock_.now() + kRest);
}

void SimulatedStory::advance(Instant until) {
    while (clock_.now() < until) {
        auto next = std::min(until, clock_.now() + kStepMost);
        if (const auto frame = county_.network().next()) next = std::min(next, std::max(*frame, clock_.now()));
        if (const auto person = people_.next()) next = std::min(next, std::max(*person, clock_.now()));
        clock_.set(std::max(next, clock_.now() + Milliseconds{20}));
        people_act();
        county_.settle();
    }
}

void SimulatedStory::people_act() {
    for (;;) {
        try {
            people_.act(clock_.now());
            return;
        } catch (const Crash&) {
            for (std::size_t i = 0; i < county_.size(); ++i)
                if (county_.dying(i)) county_.kill(i);
        }
    }
}

void SimulatedStory::tell(const std::string& line) {
    history_.push_back(to_local(clock_.now()).substr(11, 8) + " " + line);
}

/// The weather service warns the county, which tells its towns.
void SimulatedStory::warn() {
    auto* node = county_.node(0);
    if (node == nullptr) return;
    static constexpr std::pair<const char*, const char*> kHazards[] = {
        {"typhoon", "台风"}, {"rainstorm", "暴雨"}, {"forest_fire", "森林火险"}};
    const auto& [hazard, event] = kHazards[draw(3)];
    const auto colour = static_cast<warning::Colour>(draw(4));
    warning::AlertInfo info;
    info.language = "zh-CN";
    info.event = event;
    info.hazard = hazard;
    info.colour = colour;
    info.urgency = "Expected";
    info.severity = "Severe";
    info.certainty = "Likely";
    info.effective = clock_.now();
    info.expires = clock_.now() + std::chrono::hours{24};
    info.sender_name = "模拟气象台";
    info.headline = fmt::format("模拟{}{}预警", event, to_text(colour));
    info.description = info.headline;
    warning::AlertArea area;
    area.description = "石狮市";
    area.codes = {AreaCode{"350581000000"}};
    info.areas.push_back(area);
    warning::Alert alert;
    alert.standard = "CAP 1.2";
    alert.identifier = fmt::format("SIM-{}", ++warnings_);
    alert.sender = "simulation@anlan.invalid";
    alert.sent = clock_.now();
    alert.status = "Actual";
    alert.msg_type = "Alert";
    alert.scope = "Public";
    alert.infos.push_back(info);
    tell("warning " + info.headline);
    warning::ReceiveWarnings wish;
    wish.alerts.push_back(alert);
    wish.source = "feed";
    wish.verdict = "valid";
    try {
        const auto received =
            node->writer().execute(warning::receive(node->area_matcher(), "simulation", std::move(wish)));
        if (!received) ++refused_;
    } catch (const Crash&) {
        county_.kill(0);
    }
}

/// A station takes an incident and reports it, or writes on about one that it has.
void SimulatedStory::report_incident() {
    const bool again = !incidents_.empty() && draw(2) == 0;
    const auto chosen = again ? incidents_[draw(incidents_.size())] : std::pair{draw(county_.size()), std::string()};
    auto* node = county_.node(chosen.first);
    if (node == nullptr) return;
    const auto run = [&](auto command) -> std::string {
        const auto granted = node->writer().execute(journal::wish(World::real(), "simulation", std::move(command)));
        if (!granted) ++refused_;
        return granted ? granted.value().subject : std::string();
    };
    try {
        incident::IncidentId id{chosen.second};
        if (!again) {
            incident::TakeIncident wish;
            wish.words = fmt::format("模拟火灾，报告人自称{}", kIdentityNumber);
            wish.kind = "fire";
            wish.place = "模拟地点";
            wish.figures.dead = static_cast<std::int64_t>(draw(12));
            id.text = run(std::move(wish));
            if (id.empty()) return;
            incidents_.emplace_back(chosen.first, id.text);
        }
        std::optional<incident::IncidentFacts> facts;
        node->read([&](store::Rows& rows) { facts = incident::find_incident(rows, id); });
        if (!facts) return;  // an old copy was put back
        if (again) {
            auto account = facts->account;
            account.figures.injured_lightly = static_cast<std::int64_t>(draw(40));
            run(incident::SaveDraft{id, facts->head, std::move(account)});
        }
        run(incident::SendReport{id, {}, {}, {}, "模拟迟报"});
        tell("incident reported by " + county_.area(chosen.first).text.substr(0, 9));
    } catch (const Crash&) {
        county_.kill(chosen.first);
    }
}

void SimulatedStory::misfortune() {
    const auto index = draw(county_.size());
    const auto& area = county_.area(index);
    const auto name = area.text.substr(0, 9);
    using Moment = journal::WriterSettings::Moment;
    switch (draw(10)) {
        case 0:
        case 1:
            county_.network().set_up(area, false);
            cut_.insert(area);
            return tell("link cut " + name);
        case 2:
            county_.network().set_up(area, true);
            cut_.erase(area);
            return tell("link back " + name);
        case 3:
            county_.network().set_roughness(roughness_of(draw(4)));
            return tell("network changes");
        case 4:
            if (county_.node(index) == nullptr) return;
            county_.kill(index);
            return tell("killed " + name);
        case 5:
            county_.kill_at_next_commit(index, draw(2) == 0 ? Moment::before_commit : Moment::after_commit);
            return tell("dies at its next commit " + name);
        case 6:
            county_.fill_disk(index, true);
            return tell("disk full " + name);
        case 7:
            county_.fill_disk(index, false);
            return tell("disk freed " + name);
        case 8:
            county_.set_skew(index, minutes{static_cast<std::int64_t>(draw(5'760)) - 2'880});
            return tell("clock wrong " + name);
        default:
            if (county_.node(index) == nullptr) return;
            if (!county_.has_copy(index)) return county_.copy(index);
            county_.put_back(index);
            put_back_.insert(area);
            return tell("old copy put back " + name);
    }
}

/// Somebody starts what is down.
void SimulatedStory::revive() {
    for (std::size_t i = 0; i < county_.size(); ++i) {
        if (county_.node(i) != nullptr) continue;
        county_.start(i);
        tell("started " + county_.area(i).text.substr(0, 9));
    }
}

void SimulatedStory::mend() {
    tell("everything is mended");
    county_.network().set_roughness({});
    for (std::size_t i = 0; i < county_.size(); ++i) {
        county_.network().set_up(county_.area(i), true);
        county_.fill_disk(i, false);
        county_.set_skew(i, Milliseconds{0});
        county_.spare(i);
    }
    revive();
}

}  // namespace anlan::app
