#include <fmt/format.h>

#include <algorithm>

#include "evaluation/rules.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

/// The county's part: which stations it brings forward, and on what evidence.
namespace anlan::evaluation {

namespace {

Result<void> a_station_of_this_county(const Desk& desk, const AreaCode& station) {
    if (station.level() == Level::town && station.parent() == desk.node.area) return done();
    return refuse(
        "not_yours",
        "station",
        "只能推荐本县（市）的乡镇（街道）站",
        "a county nominates only the stations of its own towns"
    );
}

Result<programme::AcceptanceFacts> passed_acceptance(const Desk& desk, const AreaCode& station) {
    auto found = concluded_acceptance(desk.views, station);
    if (!found)
        return refuse(
            "acceptance_missing",
            "station",
            "这个站还没有出具验收意见，请先完成验收",
            "this station has no concluded acceptance yet; conclude it first"
        );
    if (found->conclusion->result == programme::AcceptanceResult::rectify)
        return refuse(
            "acceptance_not_passed",
            "station",
            "这个站的验收结果是限期整改，整改通过后再推荐",
            "its acceptance ended in rectification; nominate it when it has passed"
        );
    return std::move(*found);
}

Result<DrillScore> drill_brought(const Desk& desk, const NominateStation& wish, std::int64_t year) {
    const auto drills = drills_told(desk.views, wish.station);
    const auto drill = std::ranges::find(drills, wish.exercise, &DrillFacts::exercise);
    if (drill == drills.end())
        return refuse(
            "drill_unknown",
            "exercise",
            "请选择这个站已经结束的一次演练",
            "choose an exercise that this station has held"
        );
    if (year_of(drill->held_at) != year)
        return refuse(
            "drill_other_year",
            "exercise",
            fmt::format("这次演练不在 {} 年举行，请选当年的演练", year),
            fmt::format("this exercise was not held in {}; choose one of that year", year)
        );
    const auto least = policy::number(desk.views, "evaluation.drill_judged");
    if (drill->judged <= 0 || 100.0 * static_cast<double>(drill->judged) < least * static_cast<double>(drill->injects))
        return refuse(
            "drill_too_thin",
            "exercise",
            fmt::format("{} 条注入只评了 {} 条，少于 {}%，不足以打分", drill->injects, drill->judged, least),
            fmt::format(
                "only {} of {} injects were judged, less than {} %; too few to score by",
                drill->judged,
                drill->injects,
                least
            )
        );
    return DrillScore{drill->exercise, drill->title, drill->held_at, drill->score, drill->judged, drill->injects};
}

}  // namespace

Result<Decision> decide(const NominateStation& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    if (desk.node.level() != Level::county)
        return refuse("not_at_this_level", "", "由县级推荐", "the county nominates");
    BOOST_OUTCOME_TRYV(a_station_of_this_county(desk, wish.station));
    BOOST_OUTCOME_TRY(const auto acceptance, passed_acceptance(desk, wish.station));
    const auto year = year_of(*acceptance.concluded_at);
    BOOST_OUTCOME_TRYV(still_open(desk, year));
    const auto named = nominations_of(desk.views, year);
    if (std::ranges::count(named, wish.station, &NominationFacts::station) > 0)
        return refuse(
            "already_nominated",
            "station",
            "这个站今年已经推荐；要换一次演练，请先撤回",
            "it is nominated already this year; withdraw it to bring another exercise"
        );
    BOOST_OUTCOME_TRY(auto drill, drill_brought(desk, wish, year));
    if (wish.reason.empty())
        return refuse("reason_empty", "reason", "请写推荐理由", "say why it is nominated");
    return journal::decided(journal::event(
        desk.new_id(),
        StationNominated{
            year,
            wish.station,
            organisation::area_name(desk.views, wish.station),
            acceptance.id.text,
            std::move(drill),
            wish.reason,
            title_of(desk)}
    ));
}

Result<Decision> decide(const WithdrawNomination& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRY(const auto nomination, nominated(desk, wish.nomination));
    if (nomination.county != desk.node.area)
        return refuse(
            "not_yours", "nomination", "由推荐的县（市）撤回", "the county that nominated it withdraws it"
        );
    BOOST_OUTCOME_TRYV(still_open(desk, nomination.year));
    if (wish.reason.empty()) return refuse("reason_empty", "reason", "请写撤回原因", "say why it is withdrawn");
    return journal::decided(journal::event(wish.nomination.text, NominationWithdrawn{wish.reason}));
}

}  // namespace anlan::evaluation
