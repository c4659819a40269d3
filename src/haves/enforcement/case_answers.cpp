#include "enforcement/case_answers.hpp"

#include <algorithm>

#include "journal/vault.hpp"
#include "organisation/queries.hpp"
#include "registers/queries.hpp"

namespace anlan::enforcement {

namespace {

constexpr std::int64_t kCasesMost = 1000;

std::vector<CaseClockAnswer> clock_answers(const CaseFacts& facts) {
    std::vector<CaseClockAnswer> all;
    for (const auto& clock : facts.clocks)
        all.push_back(
            {clock.clock,
             start_of(day_of(clock.from)),
             end_of(day_of(clock.due)),
             clock.due,
             clock.basis,
             std::find(facts.rang.begin(), facts.rang.end(), clock.clock) != facts.rang.end()}
        );
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.due < b.due; });
    return all;
}

std::string name_of(store::Rows& rows, const CaseFacts& facts) {
    if (facts.party_kind == PartyKind::organisation) return facts.party.name;
    return registers::masked(journal::vault::reveal_or(rows, facts.id.text, "name", "当事人"));
}

}  // namespace

CaseBrief case_brief(store::Rows& rows, const CaseFacts& facts) {
    return {
        facts.id.text,
        facts.procedure,
        facts.party_kind,
        name_of(rows, facts),
        facts.authority.act,
        facts.steps.back().words.step,
        facts.steps.back().day,
        facts.open(),
        clock_answers(facts),
        facts.filed_at};
}

CaseDetail case_detail(store::Rows& rows, const CaseFacts& facts, Instant now) {
    const auto limits = case_limits(rows);
    const auto calendar = work_calendar(rows);
    const auto today = day_at(now);
    CaseDetail made;
    made.brief = case_brief(rows, facts);
    made.party = facts.party;
    made.inspection = facts.inspection.text;
    made.authority = facts.authority;
    made.act_on = facts.act_on;
    for (const auto& officer : facts.officers)
        made.officers.push_back(
            {officer.person.text,
             organisation::person_name(rows, officer.person),
             officer.certificate,
             officer.expires_on,
             officer.expires_on >= to_text(today)}
        );
    made.identity_number = masked_number(journal::vault::reveal_or(rows, facts.id.text, "identity_number", ""));
    made.phone = masked_number(journal::vault::reveal_or(rows, facts.id.text, "phone", ""));
    for (const auto& step : facts.steps)
        made.steps.push_back(
            {step.words.step,
             step.day,
             step.words.text,
             step.words.evidence,
             step.words.amount_yuan,
             step.late_fee_yuan,
             step.words.day,
             step.words.waived,
             step.words.on_spot,
             step.words.photos}
        );
    for (const auto step : next_steps(facts, today, limits, calendar))
        made.next.push_back({step, needs_approval(facts, step)});
    if (const auto* decided = facts.last(CaseStep::decided); decided != nullptr && !facts.has(CaseStep::paid)) {
        made.late_fee_yuan = late_fee(facts, today, limits, calendar);
        made.due_yuan = decided->words.amount_yuan + made.late_fee_yuan;
    }
    made.large = facts.large(limits);
    made.papers = paper_answers(rows, facts.id.text);
    return made;
}

std::vector<PublishedPenalty> published(store::Rows& rows, const std::string& authority) {
    std::vector<PublishedPenalty> all;
    for (const auto& facts : cases(rows, kCasesMost)) {
        const auto* told = facts.last(CaseStep::published);
        const auto* decided = facts.last(CaseStep::decided);
        if (told == nullptr || decided == nullptr) continue;
        std::string number;
        for (const auto& paper : papers_of(rows, facts.id.text))
            if (paper.kind == PaperKind::decision || paper.kind == PaperKind::spot_decision) number = paper.text;
        all.push_back(
            {number,
             name_of(rows, facts),
             facts.authority.act,
             facts.authority.basis,
             decided->words.text,
             decided->day,
             told->day,
             authority,
             decided->words.amount_yuan}
        );
    }
    return all;
}

}  // namespace anlan::enforcement
