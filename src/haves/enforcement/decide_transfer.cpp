#include "enforcement/case_commands.hpp"
#include "enforcement/case_queries.hpp"
#include "enforcement/rules.hpp"

namespace anlan::enforcement {

Result<Decision> decide(const TransferMatter& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto inspection, inspection_at(desk, {wish.inspection}));
    BOOST_OUTCOME_TRYV(check_text(wish.act, "act", "请写明违法行为", "name the offence"));
    BOOST_OUTCOME_TRYV(check_text(wish.reason, "reason", "请写明移送理由", "say why it is transferred"));
    // 行政处罚法第二十二条、第二十四条：有权的自行办理，无权的移送有管辖权的机关。
    const auto item = authority_item(desk.views, wish.act);
    if (item && in_force(*item, to_text(day_at(desk.now))))
        return refuse(
            "within_authority",
            "act",
            "这一项在本级赋权清单内，应当自行立案",
            "the authority register holds this item; file a case here"
        );
    std::string facts = inspection.record ? inspection.record->summary : "";
    return journal::decided(journal::event(
        desk.new_id(),
        MatterTransferred{
            inspection.party.name,
            inspection.party.address,
            item ? item->act : wish.act,
            std::move(facts),
            wish.reason,
            wish.inspection,
            new_paper(desk, PaperKind::transfer)}
    ));
}

Result<Decision> decide(const ReceiveMatter& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(real(desk));
    const auto matter = find_matter(desk.views, wish.matter);
    if (!matter || matter->node.text.empty())
        return refuse("matter_unknown", "matter", "没有下级移送的这件事", "no station below has transferred it");
    if (matter->received_at) return Decision{{}, wish.matter, {}};
    auto event = journal::event(wish.matter, MatterReceived{wish.note});
    event.to = {matter->node};
    return journal::decided(std::move(event));
}

}  // namespace anlan::enforcement
