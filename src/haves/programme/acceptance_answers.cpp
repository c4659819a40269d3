#include "programme/acceptance_answers.hpp"

#include <algorithm>
#include <map>

#include "organisation/queries.hpp"
#include "policy/queries.hpp"
#include "programme/score.hpp"

namespace anlan::programme {

namespace {

/// Stations concluded in the same year as one another compete.
std::map<std::string, std::vector<Contender>> cohorts(const std::vector<AcceptanceFacts>& all) {
    std::map<std::string, std::vector<Contender>> years;
    for (const auto& each : all) {
        if (!each.conclusion) continue;
        const auto& told = *each.conclusion;
        years[to_local(*each.concluded_at).substr(0, 4)].push_back(
            {each.station, told.total, told.dynamic, told.calls, told.result == AcceptanceResult::excellent_candidate}
        );
    }
    return years;
}

bool excellent(const AcceptanceFacts& facts, const std::map<std::string, std::vector<Contender>>& years, double quota) {
    if (!facts.conclusion) return false;
    const auto among = excellent_of(years.at(to_local(*facts.concluded_at).substr(0, 4)), quota);
    return std::ranges::count(among, facts.station) > 0;
}

AcceptanceAnswer answer_of(store::Rows& rows, const AcceptanceFacts& facts) {
    AcceptanceAnswer answer;
    answer.id = facts.id;
    answer.station = facts.station;
    answer.name = organisation::area_name(rows, facts.station);
    answer.state = facts.state;
    answer.applied_at = facts.applied_at;
    answer.applied_by = facts.applied_by;
    answer.records = facts.readiness.points;
    for (const auto& score : facts.self) answer.self += score.points;
    answer.items = static_cast<std::int64_t>(shipped_sheet().items.size());
    answer.reviewed = static_cast<std::int64_t>(reviews_of(rows, facts.id).size());
    for (const auto& fix : fixes_of(rows, facts.id)) answer.fixes_open += !fix.accepted_at;
    answer.concluded_at = facts.concluded_at;
    answer.filed_at = facts.filed_at;
    answer.filing = facts.filing;
    answer.submitted_at = facts.submitted_at;
    answer.submitted = facts.submitted;
    answer.submitted_by = facts.submitted_by;
    answer.receipt = facts.receipt;
    if (!facts.conclusion) return answer;
    answer.result = facts.conclusion->result;
    answer.total = facts.conclusion->total;
    answer.dynamic = facts.conclusion->dynamic;
    answer.opinion = facts.conclusion->opinion;
    return answer;
}

SheetLine line_of(const Item& item, const AcceptanceFacts& facts) {
    SheetLine line;
    line.id = item.id, line.have = item.have();
    line.title_zh = item.title_zh, line.title_en = item.title_en;
    line.deduction = item.deduction, line.on_site = item.on_site, line.mode = item.mode;
    line.out_of = item.points;
    const auto found = std::ranges::find(facts.readiness.findings, item.id, &Finding::item);
    if (found != facts.readiness.findings.end()) {
        line.records = found->points;
        line.zh = found->zh, line.en = found->en;
    }
    const auto self = std::ranges::find(facts.self, item.id, &SelfScore::item);
    if (self != facts.self.end()) line.self = self->points, line.self_note = self->note;
    return line;
}

void add_review(store::Rows& rows, SheetLine& line, const std::vector<ReviewFacts>& reviews) {
    const auto review = std::ranges::find(reviews, line.id, &ReviewFacts::item);
    if (review == reviews.end()) return;
    line.points = review->points;
    line.not_applicable = review->not_applicable;
    line.opinion = review->opinion;
    line.photo = review->photo;
    line.reviewer = organisation::person_name(rows, review->by);
    line.reviewed_at = review->at;
    line.lon = review->lon, line.lat = review->lat;
}

/// Away from the county only the final scores are known.
void add_final(SheetLine& line, const AcceptanceFacts& facts) {
    if (!facts.conclusion || line.points) return;
    const auto score = std::ranges::find(facts.conclusion->scores, line.id, &FinalScore::item);
    if (score == facts.conclusion->scores.end()) return;
    line.points = score->points;
    line.not_applicable = score->not_applicable;
}

}  // namespace

std::vector<AcceptanceAnswer> acceptances_seen(store::Rows& rows) {
    const auto all = all_acceptances(rows);
    const auto years = cohorts(all);
    const auto quota = policy::number(rows, "acceptance.excellent_quota");
    std::vector<AcceptanceAnswer> answers;
    for (const auto& facts : all) {
        answers.push_back(answer_of(rows, facts));
        answers.back().excellent = excellent(facts, years, quota);
    }
    return answers;
}

std::optional<AcceptanceDetail> acceptance_detail(store::Rows& rows, const AcceptanceId& id) {
    const auto facts = find_acceptance(rows, id);
    if (!facts) return std::nullopt;
    const auto reviews = reviews_of(rows, id);
    const auto fixes = fixes_of(rows, id);
    auto sum = tally(facts->readiness, reviews);
    AcceptanceDetail detail{answer_of(rows, *facts), sum.total, std::move(sum.unreviewed), {}};
    if (facts->conclusion) detail.total = facts->conclusion->total, detail.unreviewed.clear();
    for (const auto& item : shipped_sheet().items) {
        auto line = line_of(item, *facts);
        add_review(rows, line, reviews);
        add_final(line, *facts);
        const auto fix = std::ranges::find(fixes, item.id, &FixFacts::item);
        if (fix != fixes.end()) line.fix = *fix;
        detail.lines.push_back(std::move(line));
    }
    return detail;
}

}  // namespace anlan::programme
