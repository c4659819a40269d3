#include <fmt/format.h>

#include <algorithm>

#include "base/identity_number.hpp"
#include "enforcement/case_commands.hpp"
#include "enforcement/case_papers.hpp"
#include "enforcement/case_queries.hpp"
#include "enforcement/rules.hpp"

namespace anlan::enforcement {

using std::chrono::years;

namespace {

/// 行政处罚法第二十四条：只在赋权清单之内、有效期之内处罚；其余移送。
Result<AuthorityItem> power_of(const Desk& desk, const std::string& code) {
    auto item = authority_item(desk.views, code);
    if (!item)
        return refuse(
            "authority_missing",
            "authority",
            "赋权清单没有这一项，本级无权处罚，请移送县级",
            "it is not in the authority register; transfer it to the county"
        );
    if (!in_force(*item, to_text(day_at(desk.now))))
        return refuse(
            "authority_expired",
            "authority",
            fmt::format("这一项赋权（{}）不在有效期内，请移送县级", item->code),
            fmt::format("power {} is not in force; transfer it to the county", item->code)
        );
    return std::move(*item);
}

/// 行政处罚法第三十六条：二年内未被发现的不再处罚；涉及生命健康安全且有危害后果的，五年。
Result<void> check_limitation(const FileCase& wish, const Desk& desk, const CaseLimits& limits) {
    BOOST_OUTCOME_TRY(const auto act, parse_day(wish.act_on, "act_on"));
    const auto today = day_at(desk.now);
    if (act > today)
        return refuse("act_future", "act_on", "违法行为发生日期不能晚于今天", "the act lies in the future");
    const auto span = years{wish.harm ? limits.limitation_harm_years : limits.limitation_years};
    auto end = std::chrono::year_month_day{act} + span;
    if (!end.ok()) end = end.year() / end.month() / std::chrono::last;
    if (today > Day{end})
        return refuse(
            "limitation_over",
            "act_on",
            fmt::format("已过处罚时效（{}），不再处罚（行政处罚法第三十六条）", to_text(Day{end})),
            fmt::format("the limitation ended on {} (art. 36)", to_text(Day{end}))
        );
    return done();
}

bool ended_without_penalty(const CaseFacts& other) {
    if (other.has(CaseStep::transferred)) return true;
    const auto* decided = other.last(CaseStep::decided);
    return other.has(CaseStep::closed) && (decided == nullptr || decided->words.amount_yuan <= 0);
}

/// 行政处罚法第二十九条：对同一个违法行为，不得给予两次以上罚款。
Result<void> check_overlap(const FileCase& wish, const Desk& desk) {
    for (const auto& other : cases_at(desk.views, wish.place)) {
        if (other.authority.code != wish.authority || ended_without_penalty(other)) continue;
        const bool same_visit = !wish.inspection.empty() && other.inspection.text == wish.inspection;
        if (other.open() || other.act_on == wish.act_on || same_visit)
            return refuse(
                "overlapping_penalty",
                "authority",
                "同一违法行为已有处罚案件，一事不再罚（行政处罚法第二十九条）",
                "a case about this very act exists; nobody is fined twice (art. 29)"
            );
    }
    return done();
}

Result<void> check_citizen(const FileCase& wish) {
    if (wish.party_kind == PartyKind::organisation) return done();
    if (wish.citizen.empty() || wish.citizen.size() > 120)
        return refuse("identity_missing", "citizen", "请填写当事人姓名", "name the party");
    if (wish.identity_number.size() != 18)
        return refuse(
            "identity_missing", "identity_number", "请填写 18 位身份证号", "give the 18 digits of the identity number"
        );
    return done();
}

std::vector<Paper> numbered(const Desk& desk, const std::vector<PaperKind>& kinds) {
    std::vector<Paper> papers;
    for (const auto kind : kinds) papers.push_back(new_paper(desk, kind));
    return papers;
}

Result<void> check_words(const StepWords& words) {
    BOOST_OUTCOME_TRYV(check_text(words.text, "text", "请写明情况", "say what was done"));
    return check_photos(words.photos, "photos");
}

/// Takes the step in a copy of the facts, so that the clocks are those that run afterwards.
Result<Decision> take(CaseFacts facts, const StepWords& words, const Desk& desk) {
    const auto limits = case_limits(desk.views);
    const auto calendar = work_calendar(desk.views);
    const auto today = day_at(desk.now);
    BOOST_OUTCOME_TRYV(may_take(facts, words, today, limits, calendar));
    BOOST_OUTCOME_TRYV(check_words(words));
    CaseStepTaken taken{words, {}, {}, 0};
    if (words.step == CaseStep::paid) taken.late_fee_yuan = late_fee(facts, today, limits, calendar);
    facts.steps.push_back({words, to_text(today), taken.late_fee_yuan});
    taken.clocks = running_clocks(facts, limits, calendar);
    taken.papers = numbered(desk, papers_for(facts, words, facts.large(limits)));
    journal::Events events{journal::event(facts.id.text, taken)};
    if (words.step == CaseStep::transferred)
        events.push_back(journal::event(
            desk.new_id(),
            MatterTransferred{
                facts.party.name,
                facts.party.address,
                facts.authority.act,
                facts.steps.front().words.text,
                words.text,
                facts.id.text,
                {}}
        ));
    return journal::decided(std::move(events), facts.id.text);
}

Result<CaseFacts> case_at(const Desk& desk, const CaseId& id) {
    BOOST_OUTCOME_TRYV(real(desk));
    auto found = find_case(desk.views, id);
    if (!found) return refuse("case_unknown", "case", "没有这个案件", "there is no such case");
    return std::move(*found);
}

}  // namespace

Result<Decision> decide(const FileCase& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(real(desk));
    const auto party = party_at(desk.views, wish.place);
    if (!party) return place_unknown();
    if (!wish.inspection.empty() && !find_inspection(desk.views, {wish.inspection}))
        return refuse("inspection_unknown", "inspection", "没有这次检查", "there is no such inspection");
    BOOST_OUTCOME_TRY(const auto item, power_of(desk, wish.authority));
    const auto limits = case_limits(desk.views);
    BOOST_OUTCOME_TRYV(check_limitation(wish, desk, limits));
    BOOST_OUTCOME_TRYV(check_overlap(wish, desk));
    BOOST_OUTCOME_TRYV(check_citizen(wish));
    BOOST_OUTCOME_TRY(auto officers, check_officers(desk, wish.officers, wish.no_interest));
    // 行政处罚法第五十五条：主动出示执法证件。
    if (!wish.certificates_shown)
        return refuse(
            "certificates_not_shown",
            "certificates_shown",
            "应主动出示执法证件（行政处罚法第五十五条）",
            "certificates are shown first (art. 55)"
        );
    BOOST_OUTCOME_TRYV(check_text(wish.facts, "facts", "请写明违法事实", "say what was done"));
    CaseFacts facts;
    facts.procedure = wish.procedure;
    StepWords words;
    words.text = wish.facts;
    facts.steps.push_back({words, to_text(day_at(desk.now)), 0});
    const auto id = desk.new_id();
    auto event = journal::event(
        id,
        CaseFiled{
            wish.procedure,
            wish.party_kind,
            *party,
            {wish.inspection},
            item,
            wish.act_on,
            wish.harm,
            std::move(officers),
            words,
            running_clocks(facts, limits, work_calendar(desk.views)),
            numbered(desk, papers_for(facts, words, false))}
    );
    const auto keep = [&](const char* field, const std::string& value) {
        if (!value.empty()) event.secrets.push_back({id, field, value, journal::Retention::keep});
    };
    keep("name", wish.citizen);
    keep("identity_number", wish.identity_number);
    keep("phone", wish.phone);
    return journal::decided(std::move(event));
}

Result<Decision> decide(const TakeCaseStep& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(auto facts, case_at(desk, wish.file));
    if (needs_approval(facts, wish.words.step))
        return refuse("approval_needed", "step", "这一步由负责人审批", "a leader takes this step");
    // 行政处罚法第四十二条、第五十五条：每一步都由两名持有效证件的人员办理。
    std::vector<PersonId> persons;
    for (const auto& officer : facts.officers) persons.push_back(officer.person);
    BOOST_OUTCOME_TRYV(check_officers(desk, persons, true));
    return take(std::move(facts), wish.words, desk);
}

Result<Decision> decide(const ApproveCaseStep& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(auto facts, case_at(desk, wish.file));
    if (!needs_approval(facts, wish.words.step))
        return refuse("officers_step", "step", "这一步由执法人员办理", "the officers take this step");
    // 行政处罚法第五十七条：调查终结，由行政机关负责人审查决定；办案人员不自批。
    for (const auto& officer : facts.officers)
        if (officer.person == desk.person())
            return refuse(
                "officer_decides", "", "办案人员不能审批自己的案件", "an officer of the case does not decide it"
            );
    return take(std::move(facts), wish.words, desk);
}

Result<Decision> decide(const RingCase& wish, const Desk& desk) {
    const auto facts = find_case(desk.views, wish.file);
    if (facts)
        for (const auto& clock : facts->clocks)
            if (clock.clock == wish.clock)
                return journal::decided(
                    journal::event(wish.file.text, CaseClockRang{wish.clock, clock.due, facts->party.name})
                );
    return Decision{{}, wish.file.text, {}};
}

}  // namespace anlan::enforcement
