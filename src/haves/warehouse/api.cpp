#include "warehouse/api.hpp"

#include "documents/download.hpp"
#include "warehouse/answers.hpp"
#include "warehouse/commands.hpp"
#include "warehouse/paper.hpp"
#include "warehouse/supply_api.hpp"

namespace anlan::warehouse {

using http::Call;
using http::Method;
using http::Page;

namespace {

constexpr const char* kView = "stock.view";
constexpr const char* kKeep = "stock.keep";
constexpr const char* kApprove = "stock.approve";

Where asked_where(const Call& call) {
    return {.store = call.query("store"), .item = call.query("item"), .batch = call.query("batch")};
}

Result<Page<StoreAnswer>> list_stores(const Call& call, store::Rows& rows) {
    return Page<StoreAnswer>{stores_answered(call, rows), {}};
}

Result<Page<StockAnswer>> list_items(const Call& call, store::Rows& rows) {
    return Page<StockAnswer>{items_answered(call, rows), {}};
}

Result<Page<ItemFacts>> list_catalogue(const Call&, store::Rows& rows) {
    return Page<ItemFacts>{all_items(rows), {}};
}

/// By cursor: the batch after which to go on.
Result<Page<BatchAnswer>> list_batches(const Call& call, store::Rows& rows) {
    const auto limit = static_cast<std::size_t>(call.limit(200));
    const auto after = call.query("cursor");
    Page<BatchAnswer> page;
    bool seen = after.empty();
    for (auto& each : batches_answered(call, rows, asked_where(call))) {
        const auto key = each.id + "@" + each.store;
        if (seen && page.items.size() == limit) {
            page.cursor = page.items.back().id + "@" + page.items.back().store;
            break;
        }
        if (seen) page.items.push_back(std::move(each));
        seen = seen || key == after;
    }
    return page;
}

Result<Page<MovementAnswer>> list_movements(const Call& call, store::Rows& rows) {
    const auto limit = call.limit(50);
    const auto found = movements(rows, call.scope(), asked_where(call), call.query("cursor"), limit);
    Page<MovementAnswer> page{movements_answered(call, rows, found), {}};
    if (static_cast<std::int64_t>(found.size()) == limit) page.cursor = cursor_of(found.back());
    return page;
}

Result<Page<SlipAnswer>> list_slips(const Call& call, store::Rows& rows) {
    Names names(rows, call.node);
    Page<SlipAnswer> page;
    for (const auto& slip : slips(rows, call.scope(), call.query("open") == "1", call.limit(50)))
        page.items.push_back(slip_answered(call, rows, names, slip));
    return page;
}

Result<SlipAnswer> one_slip(const Call& call, store::Rows& rows) {
    const auto slip = slip_row(rows, SlipId{call.path("slip")});
    if (!slip) return refuse("slip_unknown", "slip", "没有这张出库单", "no such slip");
    Names names(rows, call.node);
    return slip_answered(call, rows, names, *slip);
}

Result<Page<ScrapAnswer>> list_scraps(const Call& call, store::Rows& rows) {
    Names names(rows, call.node);
    Page<ScrapAnswer> page;
    for (const auto& scrap : scraps(rows, call.scope(), call.limit(50)))
        page.items.push_back(scrap_answered(call, rows, names, scrap));
    return page;
}

Result<Page<CountAnswer>> list_counts(const Call& call, store::Rows& rows) {
    Names names(rows, call.node);
    Page<CountAnswer> page;
    for (const auto& count : counts(rows, call.scope(), call.limit(50)))
        page.items.push_back(count_answered(call, rows, names, count, false));
    return page;
}

Result<CountAnswer> one_count(const Call& call, store::Rows& rows) {
    const auto count = count_row(rows, call.path("count"));
    if (!count) return refuse("count_unknown", "count", "没有这次盘点", "no such count");
    Names names(rows, call.node);
    return count_answered(call, rows, names, *count, true);
}

Result<Page<StockDueAnswer>> list_due(const Call& call, store::Rows& rows) {
    return Page<StockDueAnswer>{due_answered(call, rows), {}};
}

Result<Page<AgreeAnswer>> list_agreement(const Call& call, store::Rows& rows) {
    return Page<AgreeAnswer>{agreement_answered(call, rows), {}};
}

/// What a scanned code means. A label of another make is refused with words, for somebody stands before a shelf.
Result<BatchAnswer> scanned(const Call& call, store::Rows& rows) {
    const auto batch = batch_of_label(call.query("code"));
    if (!batch)
        return refuse(
            "label_foreign",
            "code",
            "这不是本系统的物资标签，请扫带“anlan”的标签，或手工选择批次",
            "this label is not one of ours; scan a label of the store, or choose the batch by hand"
        );
    auto found = batches_answered(call, rows, {.store = call.query("store"), .item = {}, .batch = *batch});
    if (found.empty())
        return refuse(
            "batch_unknown",
            "code",
            "标签是本系统的，但本站账上没有这一批（可能是外站的，或已全部出库）",
            "the label is ours, but this station has none of that batch: another station's, or all issued"
        );
    return std::move(found.front());
}

Result<documents::LabelSheet> labels(const Call& call, store::Rows& rows) {
    const auto found = batches_answered(call, rows, asked_where(call));
    if (found.empty()) return refuse("batch_unknown", "batch", "没有可打印标签的批次", "nothing to print labels for");
    return label_sheet(found, call.node.name);
}

void add_files(http::Endpoints& table, const documents::Writer* writer) {
    documents::add_official(
        table,
        writer,
        "/api/v1/stock/slips/{slip}/paper",
        kView,
        "出库单（拣货单）",
        "One slip, as a pick list",
        [](const Call& call, store::Rows& rows) -> Result<documents::Official> {
            BOOST_OUTCOME_TRY(const auto slip, one_slip(call, rows));
            return slip_paper(slip);
        },
        {"drill"}
    );
    documents::add_official(
        table,
        writer,
        "/api/v1/stock/agreement",
        kView,
        "账卡物相符情况表",
        "Card, account and goods",
        [](const Call& call, store::Rows& rows) -> Result<documents::Official> {
            return agreement_paper(agreement_answered(call, rows), call.node.name, call.now);
        },
        {"drill", "store"}
    );
    documents::add_workbook(
        table,
        writer,
        "/api/v1/stock/agreement",
        kView,
        "账卡物相符情况表",
        "Card, account and goods",
        [](const Call& call, store::Rows& rows) -> Result<documents::Workbook> {
            return agreement_table(agreement_answered(call, rows), call.node.name, call.now);
        },
        {"drill", "store"}
    );
    documents::add_workbook(
        table,
        writer,
        "/api/v1/stock",
        kView,
        "应急物资一览表",
        "All stock",
        [](const Call& call, store::Rows& rows) -> Result<documents::Workbook> {
            return stock_table(items_answered(call, rows), call.node.name, call.now);
        },
        {"drill", "store"}
    );
}

void add_lists(http::Endpoints& table) {
    table.list<StoreAnswer>("/api/v1/stores", kView, "仓库", "stores", &list_stores).asks({"drill"});
    table.list<StockAnswer>("/api/v1/stock", kView, "物资：各库合计", "items over all stores", &list_items)
        .asks({"drill", "store"});
    table.list<ItemFacts>("/api/v1/stock/catalogue", kView, "品目表", "list of items", &list_catalogue);
    table.list<BatchAnswer>("/api/v1/stock/batches", kView, "批次", "batches", &list_batches)
        .asks({"drill", "store", "item", "batch", "cursor", http::asked_limit()});
    table.get<BatchAnswer>("/api/v1/stock/scan", kView, "扫码查批次", "what a label means", &scanned)
        .asks({"drill", "code", "store"});
    table.list<MovementAnswer>("/api/v1/stock/movements", kView, "出入库流水", "movements", &list_movements)
        .asks({"drill", "store", "item", "batch", "cursor", http::asked_limit()});
    table.list<SlipAnswer>("/api/v1/stock/slips", kView, "出库单", "slips", &list_slips)
        .asks({"drill", http::asked_flag("open"), http::asked_limit()});
    table.get<SlipAnswer>("/api/v1/stock/slips/{slip}", kView, "一张出库单", "one slip", &one_slip).asks({"drill"});
    table.list<ScrapAnswer>("/api/v1/stock/scraps", kView, "报废单", "requests to scrap", &list_scraps)
        .asks({"drill", http::asked_limit()});
    table.list<CountAnswer>("/api/v1/stock/counts", kView, "盘点", "counts", &list_counts)
        .asks({"drill", http::asked_limit()});
    table.get<CountAnswer>("/api/v1/stock/counts/{count}", kView, "一次盘点", "one count", &one_count).asks({"drill"});
    table.list<StockDueAnswer>("/api/v1/stock/due", kView, "现在要办的事", "what to do now", &list_due).asks({"drill"});
    table.list<AgreeAnswer>("/api/v1/stock/agreement", kView, "账卡物相符", "card, account and goods", &list_agreement)
        .asks({"drill", "store"});
}

}  // namespace

void add_endpoints(
    http::Endpoints& table, const documents::Writer* writer, const documents::LabelWriter* label_writer
) {
    add_files(table, writer);
    documents::add_labels(
        table,
        label_writer,
        "/api/v1/stock/labels",
        kView,
        "物资二维码标签",
        "Labels with codes",
        &labels,
        {"drill", "store", "item", "batch"}
    );
    add_lists(table);
    add_supply_endpoints(table);
    table.command<ReceiveStock>(Method::post, "/api/v1/stock/receipts", kKeep, "入库", "take in").creates = true;
    table.command<ReceiveDelivery>(Method::post, "/api/v1/stock/deliveries", kKeep, "整单入库", "take in a delivery")
        .creates = true;
    table.command<IssueStock>(Method::post, "/api/v1/stock/slips", kKeep, "出库、出借", "issue or lend").creates = true;
    table.command<ReturnStock>(Method::post, "/api/v1/stock/slips/{slip}/return", kKeep, "归还、销账", "take back");
    table.command<TransferStock>(Method::post, "/api/v1/stock/transfers", kKeep, "移库", "move between stores")
        .creates = true;
    table.command<AskScrap>(Method::post, "/api/v1/stock/scraps", kKeep, "申请报废", "ask to scrap").creates = true;
    table.command<DecideScrap>(Method::post, "/api/v1/stock/scraps/{scrap}/decide", kApprove, "审批报废", "decide it");
    table.command<BeginCount>(Method::post, "/api/v1/stock/counts", kKeep, "开始盘点", "begin a count").creates = true;
    table.command<CountBatch>(Method::post, "/api/v1/stock/counts/{count}/lines", kKeep, "登记实盘数", "enter a count");
    table.command<EndCount>(Method::post, "/api/v1/stock/counts/{count}/end", kKeep, "提交盘点", "hand a count in");
    table.command<ApproveCount>(
        Method::post, "/api/v1/stock/counts/{count}/approve", kApprove, "审批盘点", "approve a count"
    );
    table.command<SetMinimum>(Method::post, "/api/v1/stock/minimums", kApprove, "设定最低储备", "set a minimum");
    table.command<NameItem>(Method::post, "/api/v1/stock/catalogue", kKeep, "登记品目", "name an item").creates = true;
}

}  // namespace anlan::warehouse
