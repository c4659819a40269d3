#include <algorithm>

#include "enforcement/commands.hpp"
#include "enforcement/rules.hpp"

namespace anlan::enforcement {

namespace {

/// The hazards named, all of this inspection and still open.
Result<std::vector<HazardFacts>> named_hazards(
    const Desk& desk, const InspectionId& inspection, const std::vector<HazardId>& ids
) {
    if (ids.empty()) return refuse("hazards_missing", "hazards", "请选择隐患", "choose the hazards it is about");
    std::vector<HazardFacts> found;
    for (const auto& id : ids) {
        auto hazard = find_hazard(desk.views, id);
        if (!hazard || hazard->origin != inspection.text || hazard->removed_at)
            return refuse(
                "hazard_unknown", "hazards", "这次检查没有这项未消除的隐患", "this inspection has no such open hazard"
            );
        found.push_back(std::move(*hazard));
    }
    return found;
}

/// An order that was re-checked and not fulfilled does not stand in the way of a second.
bool under_order(const Desk& desk, const HazardFacts& hazard) {
    const auto order = find_rectification(desk.views, hazard.rectification);
    return order && order->open();
}

Result<InspectionFacts> recorded_inspection(const Desk& desk, const InspectionId& id) {
    BOOST_OUTCOME_TRY(auto inspection, inspection_at(desk, id));
    if (!inspection.record)
        return refuse("not_recorded", "inspection", "请先完成现场检查记录", "the record on site comes first");
    return inspection;
}

}  // namespace

Result<Decision> decide(const TakeMeasure& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto inspection, recorded_inspection(desk, wish.inspection));
    BOOST_OUTCOME_TRY(const auto hazards, named_hazards(desk, inspection.id, wish.hazards));
    BOOST_OUTCOME_TRYV(check_text(wish.text, "text", "请写明处理措施", "say what is to be done at once"));
    // 安全生产法第六十五条第三项：责令立即排除；重大事故隐患排除前或者排除过程中无法保证安全的，
    // 责令撤出作业人员，责令暂时停产停业或者停止使用。
    return journal::decided(journal::event(
        inspection.id.text, MeasureTaken{wish.measure, wish.hazards, wish.text, new_paper(desk, PaperKind::measure)}
    ));
}

Result<Decision> decide(const OrderRectification& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto inspection, recorded_inspection(desk, wish.inspection));
    BOOST_OUTCOME_TRY(const auto hazards, named_hazards(desk, inspection.id, wish.hazards));
    for (const auto& hazard : hazards) {
        if (under_order(desk, hazard))
            return refuse(
                "already_ordered", "hazards", "这项隐患已下达整改指令", "this hazard is under an order already"
            );
        // 安全生产法第六十五条第三项：重大事故隐患先采取现场处理措施，再限期整改。
        if (hazard.grade == HazardGrade::major && hazard.measure.empty())
            return refuse(
                "measure_first",
                "hazards",
                "重大事故隐患要先作出现场处理措施决定（撤人、停用、停业），再限期整改",
                "a major hazard is first stopped by a measure on site, then ordered to be rectified"
            );
    }
    const auto today = day_at(desk.now);
    BOOST_OUTCOME_TRY(const auto due, check_due(desk, wish.due, "due", today));
    BOOST_OUTCOME_TRYV(check_text(wish.demands, "demands", "请写整改要求", "say what is to be done"));
    const auto days = order_days(desk, due);
    return journal::decided(journal::event(
        desk.new_id(),
        RectificationOrdered{
            inspection.id,
            inspection.party.place,
            inspection.party.name,
            wish.hazards,
            wish.due,
            wish.demands,
            days.remind_on,
            days.recheck_by,
            new_paper(desk, PaperKind::order)}
    ));
}

Result<Decision> decide(const SuperviseHazard& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(real(desk));
    const auto hazard = find_listed(desk.views, wish.hazard);
    if (!hazard || hazard->node.text.empty())
        return refuse(
            "hazard_unknown", "hazard", "下级没有报来这项重大隐患", "no station below has listed this hazard"
        );
    if (hazard->removed_at) return refuse("already_removed", "hazard", "这项隐患已消除", "the hazard has been removed");
    BOOST_OUTCOME_TRY(const auto due, parse_day(wish.due, "due"));
    if (due < day_at(desk.now))
        return refuse("due_past", "due", "督办期限不能早于今天", "the last day cannot lie in the past");
    BOOST_OUTCOME_TRYV(check_text(wish.demands, "demands", "请写督办要求", "say what is demanded"));
    auto event = journal::event(wish.hazard.text, MajorHazardSupervised{wish.due, wish.demands, desk.node.name});
    event.to = {hazard->node};
    return journal::decided(std::move(event));
}

}  // namespace anlan::enforcement
