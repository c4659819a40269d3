#include <algorithm>
#include <cctype>
#include <set>

#include "warehouse/rules.hpp"

namespace anlan::warehouse {

namespace {

bool is_day(const std::string& text) {
    return text.empty() || (text.size() == 10 && parse_time(text + "T00:00:00+08:00").has_value());
}

/// Seven digits of GB/T 38565 whose first is the item's main class, or none.
Result<std::string> class_of(const std::string& given, const std::string& main) {
    if (given.empty()) return main;
    const bool digits = std::all_of(given.begin(), given.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    if (given.size() != 7 || !digits || (!main.empty() && given.front() != main.front()))
        return refuse(
            "class_invalid",
            "class_code",
            "分类码应为 7 位数字，首位为大类 " + main + "（GB/T 38565-2020）；不清楚可以不填",
            "the class is seven digits beginning with " + main + " (GB/T 38565-2020); leave it empty if unsure"
        );
    return given;
}

Result<void> check_days(const ReceiveStock& wish, const Desk& desk) {
    for (const auto& [field, day] : {std::pair{"made_on", wish.made_on}, std::pair{"expires_on", wish.expires_on}})
        if (!is_day(day)) return refuse("date_invalid", field, "日期请写成 2026-07-28", "write the day as 2026-07-28");
    if (!wish.made_on.empty() && !wish.expires_on.empty() && wish.expires_on < wish.made_on)
        return refuse("date_invalid", "expires_on", "有效期早于生产日期，请核对", "it expires before it was made");
    if (!wish.expires_on.empty() && wish.expires_on < today(desk) && wish.source != StockSource::opening)
        return refuse(
            "already_expired", "expires_on", "这批物资已过期，不能入库，请退回", "it has expired; send it back"
        );
    return done();
}

Result<void> check_order(const IssueStock& wish, const Desk& desk) {
    // 白条拒发: no slip without who ordered it, what for and who takes it.
    if (wish.ordered_by.empty())
        return refuse(
            "order_missing",
            "ordered_by",
            "请写明谁批准或哪份指令，白条不发",
            "say who ordered it; nothing leaves without"
        );
    if (wish.purpose.empty()) return refuse("purpose_missing", "purpose", "请写明用途", "say what it is for");
    if (wish.receiver.empty())
        return refuse("receiver_missing", "receiver", "请写明领用单位", "say which unit takes it");
    if (wish.use == IssueUse::loan && !wish.return_by)
        return refuse("return_missing", "return_by", "出借请写明归还期限", "say when the loan is to be back");
    if (wish.return_by && *wish.return_by <= desk.now)
        return refuse("return_past", "return_by", "归还期限已过，请改晚一些", "the day of return is already over");
    return done();
}

std::int64_t sum_of(const Back& back) {
    return back.usable + back.damaged + back.lost;
}

Result<void> check_back(const SlipRow& slip, const std::vector<SlipLine>& lines, const ReturnStock& wish) {
    if (slip.closed_at) return refuse("slip_closed", "slip", "这张出库单已销账", "this slip is already closed");
    if (wish.pieces.empty() && !wish.closes)
        return refuse("nothing_back", "pieces", "请填写归还的物资", "say what came back");
    std::set<std::string> seen;
    for (const auto& back : wish.pieces) {
        if (back.usable < 0 || back.damaged < 0 || back.lost < 0 || sum_of(back) <= 0)
            return quantity_invalid("pieces");
        const auto line = std::find_if(lines.begin(), lines.end(), [&](const SlipLine& each) {
            return each.batch == back.batch.text;
        });
        if (line == lines.end() || !seen.insert(back.batch.text).second) return batch_unknown();
        if (sum_of(back) > line->out())
            return refuse(
                "more_than_issued",
                "pieces",
                "“" + line->item + "”在外 " + std::to_string(line->out()) + "，归还数不能更多",
                "only " + std::to_string(line->out()) + " are out; no more can come back"
            );
    }
    return done();
}

/// 换库位: within a store a batch lies in one place, so it moves whole.
Result<void> check_place(const TransferStock& wish, const Desk& desk) {
    if (wish.location.empty())
        return refuse(
            "same_store",
            "target",
            "调出和调入是同一个仓库；只换库位请写新库位",
            "it would stay in the same store; to move it within, say where to"
        );
    for (const auto& each : wish.wanted) {
        if (each.batch.empty()) return batch_unknown();
        if (each.quantity != balance_of(desk.views, desk.world, each.batch.text, wish.source).usable)
            return refuse(
                "whole_batch_wanted", "wanted", "换库位要整批移动，请填全部数量", "a batch moves whole within its store"
            );
    }
    return done();
}

/// Whether nothing is out any more.
bool all_back(const std::vector<SlipLine>& lines, const std::vector<Back>& pieces) {
    std::int64_t out = 0;
    for (const auto& line : lines) out += line.out();
    for (const auto& back : pieces) out -= sum_of(back);
    return out == 0;
}

}  // namespace

Result<Decision> decide(const ReceiveStock& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(own_store(desk, wish.store));
    const auto item = item_facts(desk.views, wish.item);
    if (!item)
        return refuse(
            "item_unknown",
            "item",
            "品目表里没有“" + wish.item + "”，请先登记品目",
            "no such item; name it in the list of items first"
        );
    if (wish.quantity <= 0 || wish.quantity > kMostQuantity) return quantity_invalid("quantity");
    BOOST_OUTCOME_TRY(auto class_code, class_of(wish.class_code, item->class_code));
    BOOST_OUTCOME_TRYV(check_days(wish, desk));
    if (wish.supplier.empty() && (wish.source == StockSource::purchase || wish.source == StockSource::donation))
        return refuse("supplier_missing", "supplier", "请写供应商或捐赠人（单位）", "say who sold or gave it");
    StockReceived received{
        wish.store,
        item->name,
        item->unit,
        item->grain,
        std::move(class_code),
        wish.quantity,
        wish.source,
        wish.lot,
        wish.maker,
        wish.made_on,
        wish.expires_on,
        wish.location,
        wish.supplier,
        wish.contract,
        wish.fund,
        wish.dispatch};
    return journal::decided(journal::event(desk.new_id(), received));
}

Result<Decision> decide(const ReceiveDelivery& wish, const Desk& desk) {
    if (wish.lines.empty()) return refuse("nothing_received", "lines", "请填写入库的物资", "say what came in");
    Decision all;
    std::size_t place = 0;
    for (const auto& line : wish.lines) {
        auto one = decide(line, desk);
        if (!one) {
            auto refusal = one.error();
            refusal.field = "lines[" + std::to_string(place) + "]." + refusal.field;
            return refusal;
        }
        all.subject = one.value().subject;
        all.events.push_back(std::move(one.value().events.front()));
        ++place;
    }
    return all;
}

Result<Decision> decide(const IssueStock& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(own_store(desk, wish.store));
    BOOST_OUTCOME_TRYV(check_order(wish, desk));
    BOOST_OUTCOME_TRY(auto pieces, picked(desk, wish.store, wish.wanted));
    StockIssued issued{
        wish.store,
        wish.use,
        wish.purpose,
        wish.ordered_by,
        wish.receiver,
        wish.origin,
        wish.dispatch,
        std::move(pieces),
        wish.return_by,
        wish.signature};
    return journal::decided(journal::event(desk.new_id(), issued));
}

Result<Decision> decide(const ReturnStock& wish, const Desk& desk) {
    const auto slip = slip_row(desk.views, wish.slip);
    if (!slip || !slip->node.empty())
        return refuse("slip_unknown", "slip", "本站没有这张出库单", "this station has no such slip");
    const auto lines = slip_lines(desk.views, slip->id);
    BOOST_OUTCOME_TRYV(check_back(*slip, lines, wish));
    auto pieces = wish.pieces;
    std::vector<ScrapAsked> damaged;
    for (auto& back : pieces) {
        back.item = std::find_if(lines.begin(), lines.end(), [&](const SlipLine& each) {
                        return each.batch == back.batch.text;
                    })->item;
        if (back.damaged > 0)
            damaged.push_back(
                {slip->store,
                 {back.batch, back.item, back.damaged},
                 ScrapKind::damaged,
                 "归还时损坏：" + slip->purpose,
                 false}
            );
    }
    const bool closes = wish.closes || all_back(lines, pieces);
    journal::Events events{
        journal::event(desk.new_id(), StockReturned{wish.slip, slip->store, std::move(pieces), closes})};
    // What came back broken waits aside for a second person.
    for (const auto& each : damaged) events.push_back(journal::event(desk.new_id(), each));
    return journal::decided(std::move(events), wish.slip.text);
}

Result<Decision> decide(const TransferStock& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(own_store(desk, wish.source));
    BOOST_OUTCOME_TRYV(own_store(desk, wish.target));
    if (wish.source == wish.target) {
        BOOST_OUTCOME_TRYV(check_place(wish, desk));
    }
    BOOST_OUTCOME_TRY(auto pieces, picked(desk, wish.source, wish.wanted));
    return journal::decided(
        journal::event(desk.new_id(), StockTransferred{wish.source, wish.target, wish.location, std::move(pieces)})
    );
}

std::optional<World> world_of(const ReturnStock& wish, store::Rows& rows) {
    const auto slip = slip_row(rows, wish.slip);
    if (!slip) return std::nullopt;
    return World::stored(slip->drill);
}

}  // namespace anlan::warehouse
