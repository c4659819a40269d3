#include <fmt/format.h>

#include <algorithm>

#include "evaluation/model_queries.hpp"
#include "evaluation/rules.hpp"
#include "orders/commands.hpp"
#include "organisation/queries.hpp"

/// Commendation, reminder, warning (激励惩戒): a letter is a document of the room `orders`, with its receipt.
namespace anlan::evaluation {

namespace {

/// The child it goes to: at the county the station itself, at the prefecture its county.
Result<AreaCode> addressee(const Desk& desk, const AreaCode& station) {
    const auto level = desk.node.level();
    if (level != Level::county && level != Level::prefecture)
        return refuse("not_at_this_level", "", "由县级以上发函", "letters come from the county or above");
    const auto below = level == Level::county ? station : station.parent();
    if (station.level() == Level::town && below.parent() == desk.node.area) return below;
    return refuse("not_yours", "station", "只能发给辖区内的站", "letters go only to stations of your own area");
}

bool is_commendable(const Desk& desk, const WriteLetter& wish) {
    for (const auto& model : models_known(desk.views))
        if (model.area == wish.station && !model.ended_at) return true;
    const auto conclusion = conclusion_of(desk.views, wish.year);
    if (!conclusion) return false;
    const auto& all = conclusion->content.standings;
    const auto standing = std::ranges::find(all, wish.station, &Standing::station);
    return standing != all.end() && standing->grade == Grade::excellent;
}

std::string title_of(LetterKind kind, const std::string& station, std::int64_t year) {
    const char* word = kind == LetterKind::commendation ? "表扬通报" : kind == LetterKind::reminder ? "提醒函" : "警示函";
    return fmt::format("关于{}应急管理站 {} 年建设运行情况的{}", station, year, word);
}

}  // namespace

Result<Decision> decide(const WriteLetter& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRY(const auto to, addressee(desk, wish.station));
    if (wish.kind == LetterKind::commendation && !is_commendable(desk, wish))
        return refuse(
            "not_commendable",
            "kind",
            "表扬只发给评估优秀的站或标杆站",
            "a commendation goes to stations found excellent, or to models"
        );
    orders::IssueOrder order;
    order.sheet.kind = orders::OrderKind::document;
    order.sheet.title = title_of(wish.kind, organisation::area_name(desk.views, wish.station), wish.year);
    order.sheet.text = wish.text;
    order.sheet.to = {to};
    BOOST_OUTCOME_TRY(auto decision, orders::decide(order, desk));
    const auto id = decision.subject;
    decision.events.push_back(
        journal::event(desk.new_id(), LetterWritten{wish.year, wish.station, wish.kind, id})
    );
    decision.answer["order"] = id;
    return decision;
}

}  // namespace anlan::evaluation
