#include <rapidcheck.h>

#include <deque>
#include <map>

#include "enforcement/case_commands.hpp"
#include "enforcement/case_queries.hpp"
#include "enforcement/town_for_tests.hpp"

/// No path through the procedure skips a legal step or misses a clock. Random wishes at random days; what was granted
/// is judged by the law read a second time, plainly and apart from `case_law.cpp`.
namespace anlan::enforcement {
namespace {

using std::chrono::days;

struct Granted {
    StepWords words;
    Day day;
};

/// Counted day by day over weekends and the moved days of 2026, as one would with a wall calendar.
Day plus_working(Day from, int count) {
    while (count > 0) {
        from += days{1};
        const auto weekday = std::chrono::weekday{from}.c_encoding();
        if (weekday != 0 && weekday != 6) --count;
    }
    return from;
}

struct Judge {
    std::vector<Granted> granted;
    bool simple = false;

    const Granted* last(CaseStep step) const {
        const Granted* found = nullptr;
        for (const auto& each : granted)
            if (each.words.step == step) found = &each;
        return found;
    }
    bool before(CaseStep earlier, const Granted& each) const {
        for (const auto& other : granted) {
            if (&other == &each) return false;
            if (other.words.step == earlier) return true;
        }
        return false;
    }

    /// The last of its kind before this one.
    const Granted* last_before(CaseStep step, const Granted& each) const {
        const Granted* found = nullptr;
        for (const auto& other : granted) {
            if (&other == &each) break;
            if (other.words.step == step) found = &other;
        }
        return found;
    }
    /// Taken after `from` and before `each`: what was done before a new notice does not count for it.
    bool between(CaseStep step, const Granted& from, const Granted& each) const {
        const auto* found = last_before(step, each);
        return found != nullptr && found > &from;
    }

    void rules() const {
        for (const auto& each : granted) {
            const auto step = each.words.step;
            const auto needs = [&](CaseStep earlier) { RC_ASSERT(before(earlier, each)); };
            if (step == CaseStep::decided) decided(each);
            if (step == CaseStep::investigated) needs(CaseStep::evidence_taken);
            if (step == CaseStep::noticed && !simple) needs(CaseStep::investigated);
            if (step == CaseStep::served || step == CaseStep::published || step == CaseStep::paid)
                needs(CaseStep::decided);
            if (step == CaseStep::paid) needs(CaseStep::served);
            if (step == CaseStep::heard) {
                needs(CaseStep::hearing_notified);
                RC_ASSERT(each.day >= day_of(last_before(CaseStep::hearing_notified, each)->words.day));
            }
            if (step == CaseStep::hearing_notified) RC_ASSERT(day_of(each.words.day) >= plus_working(each.day, 7));
            if (step == CaseStep::court_asked) {
                needs(CaseStep::urged);
                RC_ASSERT(each.day > last_before(CaseStep::urged, each)->day + days{10});
                RC_ASSERT(each.day > last(CaseStep::served)->day + days{180});
            }
            if (step == CaseStep::closed && last(CaseStep::decided) != nullptr) {
                needs(CaseStep::served);
                needs(CaseStep::published);
                if (last(CaseStep::decided)->words.amount_yuan > 0)
                    RC_ASSERT(before(CaseStep::paid, each) || before(CaseStep::court_asked, each));
            }
            if (&each != &granted.back()) RC_ASSERT(step != CaseStep::closed && step != CaseStep::transferred);
        }
    }

    void decided(const Granted& each) const {
        RC_ASSERT(before(CaseStep::noticed, each));
        const auto& notice = *last(CaseStep::noticed);
        RC_ASSERT(each.words.amount_yuan <= notice.words.amount_yuan);
        if (simple) {
            RC_ASSERT(each.words.amount_yuan <= 3000);
            return;
        }
        RC_ASSERT(before(CaseStep::opening_approved, each));
        const int most = before(CaseStep::decision_extended, each) ? 180 : 90;
        RC_ASSERT(each.day <= last(CaseStep::opening_approved)->day + days{most});
        if (notice.words.amount_yuan < 50000) {
            RC_ASSERT(between(CaseStep::stated, notice, each) || each.day > plus_working(notice.day, 3));
            return;
        }
        RC_ASSERT(between(CaseStep::reviewed, notice, each));
        RC_ASSERT(between(CaseStep::discussed, notice, each));
        if (between(CaseStep::hearing_asked, notice, each)) {
            RC_ASSERT(between(CaseStep::heard, notice, each));
            return;
        }
        const auto* stated = last_before(CaseStep::stated, each);
        const bool waived = stated != nullptr && stated > &notice && stated->words.waived;
        RC_ASSERT(waived || each.day > plus_working(notice.day, 5));
    }
};

/// Most wishes are steps that are due, half of these the farthest, so that paths go deep; the others try what must be
/// refused. What would end the path early is left to chance.
CaseStep random_step(const CaseFacts& facts, Day today) {
    auto due = next_steps(facts, today, CaseLimits{}, WorkCalendar({}, {}));
    std::erase(due, CaseStep::transferred);
    if (!facts.has(CaseStep::decided)) std::erase(due, CaseStep::closed);
    const auto choice = *rc::gen::inRange(0, 5);
    if (due.empty() || choice == 0)
        return static_cast<CaseStep>(*rc::gen::inRange(0, static_cast<int>(CaseStep::closed) + 1));
    return choice < 3 ? due.back() : *rc::gen::elementOf(due);
}

StepWords random_words(const CaseFacts& facts, Day today) {
    StepWords words;
    words.step = random_step(facts, today);
    words.text = "x";
    words.evidence = {EvidenceKind::scene};
    words.waived = *rc::gen::inRange(0, 3) == 0;
    words.day = to_text(today + days{*rc::gen::inRange(5, 40)});
    words.amount_yuan = *rc::gen::element(0.0, 2000.0, 6000.0, 50000.0, 50000.0);
    const auto* noticed = facts.last(CaseStep::noticed);
    if (noticed != nullptr && words.step == CaseStep::decided && *rc::gen::inRange(0, 3) > 0)
        words.amount_yuan = noticed->words.amount_yuan;
    if (const auto* decided = facts.last(CaseStep::decided); decided != nullptr && words.step == CaseStep::paid)
        words.amount_yuan = decided->words.amount_yuan + late_fee(facts, today, CaseLimits{}, WorkCalendar({}, {}));
    return words;
}

/// Some cases begin with a hearing that is notified: chance alone hardly ever comes so far.
std::deque<CaseStep> beginning(bool simple) {
    if (simple || *rc::gen::inRange(0, 2) == 0) return {};
    return {
        CaseStep::opening_approved,
        CaseStep::evidence_taken,
        CaseStep::investigated,
        CaseStep::noticed,
        CaseStep::hearing_asked,
        CaseStep::hearing_notified};
}

TEST(no_path_through_a_case, skips_a_legal_step_or_misses_a_clock) {
    EXPECT_TRUE(rc::check("granted steps obey the law, and every clock that ran out was told", [] {
        Town town;
        town.put(
            authority_items(),
            {{"code", "XF-01"},
             {"act", "占用疏散通道"},
             {"basis", "消防法第六十条"},
             {"fine_least", 0},
             {"fine_most", 50000},
             {"grantor", "示例"},
             {"effective_from", "2022-12-01"},
             {"source", "示例"}}
        );
        Judge judge;
        judge.simple = *rc::gen::inRange(0, 4) == 0;
        FileCase filing;
        filing.procedure = judge.simple ? Procedure::simple : Procedure::ordinary;
        filing.place = town.place;
        filing.authority = "XF-01";
        filing.act_on = "2026-11-30";
        filing.officers = {town.first, town.officer("测试己", "13900000008", "YN-011", "2035-12-31")};
        filing.certificates_shown = filing.no_interest = true;
        filing.facts = "x";
        const CaseId id{town.when(filing).value().subject};
        std::map<CaseClock, std::string> running;
        const auto note = [&] {
            running.clear();
            const auto now = find_case(town.rows(), id);
            for (const auto& clock : now->clocks) running[clock.clock] = clock.due;
        };
        note();
        auto script = beginning(judge.simple);
        const int length = *rc::gen::inRange(5, 40);
        for (int i = 0; i < length; ++i) {
            auto words = random_words(find_case(town.rows(), id).value(), day_at(town.now()));
            const bool scripted = !script.empty();
            if (scripted) {
                words.step = script.front();
                if (words.step == CaseStep::noticed) words.amount_yuan = 50000;
                if (words.step == CaseStep::hearing_notified) words.day = to_text(day_at(town.now()) + days{14});
                script.pop_front();
            }
            const bool leader = needs_approval(find_case(town.rows(), id).value(), words.step);
            const auto outcome =
                leader ? town.when(ApproveCaseStep{id, words}, "p-leader") : town.when(TakeCaseStep{id, words});
            if (outcome) judge.granted.push_back({words, day_at(town.now())});
            judge.rules();
            note();
            const auto before = find_case(town.rows(), id)->rang;
            if (!scripted) town.advance(kDay * *rc::gen::element(0, 0, 1, 3, 8, 20, 95));
            const auto rang = find_case(town.rows(), id)->rang;
            for (const auto& [clock, due] : running)
                if (day_of(due) < day_at(town.now())) {
                    RC_ASSERT(std::find(rang.begin(), rang.end(), clock) != rang.end());
                }
        }
        RC_CLASSIFY(judge.last(CaseStep::decided) != nullptr, "decided");
        RC_CLASSIFY(judge.last(CaseStep::heard) != nullptr, "heard");
        RC_CLASSIFY(judge.last(CaseStep::closed) != nullptr, "closed");
        RC_ASSERT(town.prove().ok);
    }));
}

}  // namespace
}  // namespace anlan::enforcement
