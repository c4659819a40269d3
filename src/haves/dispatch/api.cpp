#include "dispatch/api.hpp"

#include "dispatch/answers.hpp"
#include "dispatch/commands.hpp"
#include "documents/download.hpp"

namespace anlan::dispatch {

using http::Call;
using http::Method;
using http::Page;

namespace {

constexpr const char* kBase = "/api/v1/dispatches";
constexpr const char* kView = "stock.view";
constexpr const char* kAsk = "dispatch.ask";

Result<DispatchRow> one_row(const Call& call, store::Rows& rows) {
    auto row = dispatch_row(rows, {call.path("dispatch")});
    if (!row) return refuse("dispatch_unknown", "dispatch", "没有这次调拨", "there is no such dispatch");
    return std::move(*row);
}

Result<Page<DispatchAnswer>> list(const Call& call, store::Rows& rows) {
    const auto limit = call.limit(50);
    Page<DispatchAnswer> page;
    for (const auto& row : dispatches(rows, call.scope(), call.query("cursor"), limit))
        page.items.push_back(answer_of(call, rows, row));
    if (static_cast<std::int64_t>(page.items.size()) == limit) page.cursor = page.items.back().id;
    return page;
}

Result<DispatchAnswer> one(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto row, one_row(call, rows));
    return answer_of(call, rows, row);
}

Result<Page<RefillAnswer>> list_refills(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto row, one_row(call, rows));
    return Page<RefillAnswer>{refills(call, rows, row), {}};
}

/// The ways are the station's own to measure, whatever the browser says.
Result<journal::Wish> deciding_of(const Call& call, store::Rows& rows, const geo::Roads* roads) {
    BOOST_OUTCOME_TRY(auto wish, http::Endpoints::body_of<DecideDispatch>(call));
    const auto row = dispatch_row(rows, wish.dispatch);
    for (auto& each : wish.sends) {
        each.km.reset();
        const auto store = warehouse::store_facts(rows, each.store);
        if (row && store) each.km = road_km(rows, {place_of(rows, *store)}, {row->lon, row->lat}, roads).front();
    }
    return journal::wish(call.scope(), call.caller.person.text, std::move(wish));
}

}  // namespace

void add_endpoints(
    http::Endpoints& table, const optimise::Solver& solver, const documents::Writer* writer, const geo::Roads* roads
) {
    const std::string one_path = std::string(kBase) + "/{dispatch}";
    documents::add_official(
        table,
        writer,
        one_path + "/pick_list",
        kView,
        "拣货单",
        "The pick list",
        [](const Call& call, store::Rows& rows) -> Result<documents::Official> {
            BOOST_OUTCOME_TRY(const auto found, one(call, rows));
            return pick_list(found, rows);
        }
    );
    table.list<DispatchAnswer>(kBase, kView, "物资调拨", "dispatches", &list)
        .asks({"drill", "cursor", http::asked_limit()});
    table.get<DispatchAnswer>(one_path, kView, "一次调拨", "one dispatch", &one);
    table
        .get<SendProposal>(
            one_path + "/proposal",
            kView,
            "建议由哪些仓库调出",
            "which stores should send",
            [&solver, roads](const Call& call, store::Rows& rows) -> Result<SendProposal> {
                BOOST_OUTCOME_TRY(const auto row, one_row(call, rows));
                return propose(rows, row, call.node, call.now, call.query("below_minimum") == "1", solver, roads);
            }
        )
        .asks({http::asked_flag("below_minimum")});
    table.list<RefillAnswer>(one_path + "/refills", kView, "应补充的物资", "what to buy again", &list_refills);
    table.command<AskSupplies>(Method::post, kBase, kAsk, "申请物资", "ask for supplies").creates = true;
    auto& deciding =
        table.command<DecideDispatch>(Method::post, one_path + "/decide", "dispatch.decide", "下达调拨", "decide it");
    deciding.write = [roads](const Call& call, store::Rows& rows) { return deciding_of(call, rows, roads); };
    table.command<HandOverSupplies>(Method::post, one_path + "/hand-over", "stock.keep", "出库交接", "hand over");
    table.command<ReceiptSupplies>(
        Method::post, one_path + "/receipt", "dispatch.receipt", "现场签收", "receipt on site"
    );
    table.command<CloseDispatch>(Method::post, one_path + "/close", "dispatch.decide", "办结小结", "close it");
}

}  // namespace anlan::dispatch
