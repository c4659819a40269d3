#include <fmt/format.h>

#include <algorithm>

#include "enforcement/commands.hpp"
#include "enforcement/rules.hpp"

namespace anlan::enforcement {

using std::chrono::days;

namespace {

Result<RectificationFacts> open_order(const Desk& desk, const RectificationId& id) {
    BOOST_OUTCOME_TRY(auto order, rectification_at(desk, id));
    if (!order.open())
        return refuse(
            "already_rechecked", "rectification", "这份指令已复查，不再办理", "this order has been re-checked already"
        );
    return order;
}

/// Asked so long before the end, unless the order itself is shorter than that.
Day last_day_to_ask(const RectificationFacts& order, const Desk& desk) {
    const auto due = day_of(order.due), given = day_at(order.ordered_at);
    const auto before = days{policy_count(desk, "enforcement.extension_request")};
    return due - given > before ? due - before : due;
}

/// Each hazard of the order is checked, once.
Result<void> check_results(const RecheckRectification& wish, const RectificationFacts& order) {
    for (const auto& id : order.hazards) {
        const auto times = std::count_if(wish.hazards.begin(), wish.hazards.end(), [&](const HazardChecked& each) {
            return each.hazard == id;
        });
        if (times != 1)
            return refuse("hazard_missing", "hazards", "每项隐患都要复查一次", "each hazard is checked once");
    }
    if (wish.hazards.size() != order.hazards.size())
        return refuse("hazard_unknown", "hazards", "这份指令没有这项隐患", "this order names no such hazard");
    for (const auto& each : wish.hazards) {
        BOOST_OUTCOME_TRYV(check_photos(each.photos, "hazards"));
    }
    return done();
}

journal::Events rechecked(
    const RecheckRectification& wish, const RectificationFacts& order, std::vector<Officer> officers, const Desk& desk
) {
    const bool passed =
        std::all_of(wish.hazards.begin(), wish.hazards.end(), [](const HazardChecked& each) { return each.removed; });
    journal::Events events{journal::event(
        order.id.text,
        RectificationRechecked{
            std::move(officers),
            wish.hazards,
            passed,
            day_at(desk.now) <= day_of(order.recheck_by),
            wish.opinion,
            wish.signatures,
            wish.party_signature,
            wish.refusal_reason,
            new_paper(desk, PaperKind::recheck)}
    )};
    for (const auto& each : wish.hazards)
        if (each.removed) events.push_back(journal::event(each.hazard.text, HazardRemoved{"rechecked"}));
    return events;
}

/// Whether the inspection has nothing left once these hazards are removed.
bool all_removed(const RecheckRectification& wish, const InspectionId& inspection, const Desk& desk) {
    for (const auto& hazard : hazards_of(desk.views, inspection.text)) {
        const bool now = std::any_of(wish.hazards.begin(), wish.hazards.end(), [&](const HazardChecked& each) {
            return each.hazard == hazard.id && each.removed;
        });
        if (!now && !hazard.removed_at) return false;
    }
    return true;
}

}  // namespace

Result<Decision> decide(const AskExtension& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto order, open_order(desk, wish.rectification));
    if (order.asked_at)
        return refuse("already_asked", "rectification", "延期申请正在审批", "an extension is being decided");
    const auto last = last_day_to_ask(order, desk);
    if (day_at(desk.now) > last)
        return refuse(
            "extension_late",
            "until",
            fmt::format("延期应在 {} 前申请，已来不及；请按期整改，到期复查", to_text(last)),
            fmt::format("an extension had to be asked for by {}; rectify in time", to_text(last))
        );
    BOOST_OUTCOME_TRY(const auto until, check_due(desk, wish.until, "until", day_at(order.ordered_at)));
    if (until <= day_of(order.due))
        return refuse("due_order", "until", "延期后的日期应晚于原期限", "the new day comes after the old one");
    BOOST_OUTCOME_TRYV(check_text(wish.reason, "reason", "请写延期理由", "say why more time is needed"));
    return journal::decided(journal::event(order.id.text, ExtensionAsked{wish.until, wish.reason}));
}

Result<Decision> decide(const DecideExtension& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto order, open_order(desk, wish.rectification));
    if (!order.asked_at)
        return refuse("not_asked", "rectification", "没有待批的延期申请", "no extension was asked for");
    if (order.asked_by == desk.person())
        return refuse("asked_by_you", "", "申请和审批不能是同一人", "who asks does not decide");
    if (!wish.granted) {
        BOOST_OUTCOME_TRYV(check_text(wish.note, "note", "不同意的，请写理由", "say why it is not granted"));
        return journal::decided(journal::event(
            order.id.text, ExtensionDecided{false, order.due, order.remind_on, order.recheck_by, wish.note}
        ));
    }
    const auto days = order_days(desk, day_of(order.asked_until));
    return journal::decided(journal::event(
        order.id.text, ExtensionDecided{true, order.asked_until, days.remind_on, days.recheck_by, wish.note}
    ));
}

Result<Decision> decide(const ReportRectified& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto order, open_order(desk, wish.rectification));
    BOOST_OUTCOME_TRYV(check_text(wish.text, "text", "请写整改情况", "say what has been done"));
    BOOST_OUTCOME_TRYV(check_photos(wish.photos, "photos"));
    // 复查期限：自收到申请或者期限届满之日起，以先到的为准。
    const auto within = days{policy_count(desk, "hazard.recheck")};
    const auto by = std::min(day_at(desk.now), day_of(order.due)) + within;
    return journal::decided(
        journal::event(order.id.text, RectificationReported{wish.text, wish.photos, wish.by_party, to_text(by)})
    );
}

Result<Decision> decide(const RecheckRectification& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto order, open_order(desk, wish.rectification));
    if (!order.report && day_at(desk.now) <= day_of(order.due))
        return refuse(
            "recheck_early",
            "rectification",
            "期限未到，单位也没有申请复查；请先登记整改情况",
            "the time is not over and nothing was reported; note what has been done first"
        );
    BOOST_OUTCOME_TRY(auto officers, check_officers(desk, wish.officers, wish.no_interest));
    if (!wish.certificates_shown)
        return refuse(
            "certificates_not_shown", "certificates_shown", "复查前应出示执法证件", "certificates are shown first"
        );
    BOOST_OUTCOME_TRYV(check_results(wish, order));
    BOOST_OUTCOME_TRYV(check_text(wish.opinion, "opinion", "请写复查意见", "give the opinion of the re-check"));
    BOOST_OUTCOME_TRYV(check_signatures(officers, wish.signatures, wish.party_signature, wish.refusal_reason));
    auto events = rechecked(wish, order, std::move(officers), desk);
    const auto inspection = find_inspection(desk.views, order.inspection);
    if (inspection && !inspection->closed_at && all_removed(wish, order.inspection, desk))
        events.push_back(journal::event(order.inspection.text, InspectionClosed{"rectified"}));
    return journal::decided(std::move(events), order.id.text);
}

Result<Decision> decide(const RingRectification& wish, const Desk& desk) {
    const auto order = find_rectification(desk.views, wish.rectification);
    if (!order || !order->open()) return Decision{{}, wish.rectification.text, {}};
    return journal::decided(
        journal::event(wish.rectification.text, RectificationClockRang{wish.clock, order->party_name})
    );
}

}  // namespace anlan::enforcement
