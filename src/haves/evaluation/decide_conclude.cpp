#include <fmt/format.h>

#include <algorithm>

#include "evaluation/rules.hpp"
#include "organisation/queries.hpp"

/// The end of a year: the ranking is frozen, and comes down county by county to each station.
namespace anlan::evaluation {

namespace {

CountedChange counted(const ChangeFacts& change) {
    return {change.part, change.from, change.to, change.reason, change.proposed_title, change.decided_title};
}

/// The stations with their counted changes. Refuses `proposals_open` and `score_missing`, naming the stations.
Result<std::vector<Standing>> standings_of(const Desk& desk, const std::vector<NominationFacts>& nominations) {
    std::vector<Scores> cohort;
    std::vector<std::string> open, missing;
    for (const auto& each : nominations) {
        const auto changes = changes_of(desk.views, each.id);
        if (std::ranges::count(changes, ChangeState::proposed, &ChangeFacts::state) > 0) open.push_back(each.name);
        const auto scores = scores_of(desk.views, each, changes);
        if (scores)
            cohort.push_back(*scores);
        else
            missing.push_back(each.name);
    }
    if (!open.empty())
        return refuse(
            "proposals_open",
            "",
            fmt::format("这些站还有改分没有人确认：{}", fmt::join(open, "、")),
            fmt::format("changes wait to be confirmed for: {}", fmt::join(open, ", "))
        );
    if (!missing.empty())
        return refuse(
            "score_missing",
            "",
            fmt::format("还没有收到这些站的验收结果：{}", fmt::join(missing, "、")),
            fmt::format("the acceptance is not known here for: {}", fmt::join(missing, ", "))
        );
    auto standings = ranked(cohort, terms_in_force(desk.views));
    for (auto& standing : standings) {
        const auto of = std::ranges::find(nominations, standing.station, &NominationFacts::station);
        for (const auto& change : changes_of(desk.views, of->id))
            if (change.state == ChangeState::confirmed) standing.changes.push_back(counted(change));
    }
    return standings;
}

}  // namespace

Result<Decision> decide(const ConcludeEvaluation& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(at_prefecture(desk));
    BOOST_OUTCOME_TRYV(still_open(desk, wish.year));
    const auto nominations = nominations_of(desk.views, wish.year);
    if (nominations.empty())
        return refuse(
            "nobody_nominated",
            "year",
            fmt::format("{} 年还没有推荐的站", wish.year),
            fmt::format("no station is nominated for {}", wish.year)
        );
    BOOST_OUTCOME_TRY(auto standings, standings_of(desk, nominations));
    if (wish.opinion.empty()) return refuse("opinion_empty", "opinion", "请写评估意见", "write the opinion");
    const auto terms = terms_in_force(desk.views);
    const auto places = programme::excellent_quota(standings.size(), terms.quota);
    return journal::decided(journal::event(
        std::to_string(wish.year),
        EvaluationConcluded{
            wish.year, terms.weights, terms.quota, places, std::move(standings), wish.opinion, title_of(desk)}
    ));
}

Result<Decision> decide(const PassOnResult& wish, const Desk& desk) {
    const auto conclusion = conclusion_of(desk.views, wish.year);
    const auto before = results_of(desk.views, wish.year);
    const bool done_before = std::ranges::count(before, wish.station, &ResultFacts::station) > 0;
    if (!conclusion || done_before || wish.station.parent() != desk.node.area) return Decision{};
    const auto& told = conclusion->content;
    const auto standing = std::ranges::find(told.standings, wish.station, &Standing::station);
    if (standing == told.standings.end()) return Decision{};
    auto event = journal::event(
        std::to_string(wish.year),
        ResultPassedOn{
            told.year,
            told.weights,
            told.quota,
            told.places,
            static_cast<std::int64_t>(told.standings.size()),
            *standing,
            told.opinion,
            told.by_title}
    );
    event.to = {wish.station};
    return journal::decided(std::move(event));
}

}  // namespace anlan::evaluation
