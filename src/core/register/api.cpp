#include "registers/api.hpp"

#include "journal/vault.hpp"
#include "registers/place.hpp"
#include "registers/queries.hpp"
#include "registers/table.hpp"

namespace anlan::registers {

namespace {

using http::Call;
using http::Method;

struct RowView {
    std::string id;
    json::object values;
    Instant updated_at{};
};
BOOST_DESCRIBE_STRUCT(RowView, (), (id, values, updated_at))

struct PutBody {
    json::object values;
};
BOOST_DESCRIBE_STRUCT(PutBody, (), (values))

Result<const Register*> asked(const Shelf& shelf, const Call& call) {
    const auto* found = shelf.find(call.path("name"));
    if (found == nullptr) return refuse("register_unknown", "name", "没有这张台账", "there is no such list");
    return found;
}

/// Who may edit, or answers for the very village, sees personal fields in full; others see their beginning.
json::object shown_values(const Register& description, store::Rows& rows, const KeptRow& kept, const Call& call) {
    auto values = kept.values;
    const bool full = call.caller.may("registers.edit") || call.caller.area.level() == Level::village;
    for (const auto& field : description.fields) {
        if (!field.personal) continue;
        const auto value = journal::vault::reveal(rows, kept.id, field.name);
        if (value) values[field.name] = full ? *value : masked(*value);
    }
    return values;
}

bool matches(const json::object& values, const std::string& query) {
    if (query.empty()) return true;
    for (const auto& pair : values)
        if (pair.value().is_string() &&
            std::string_view(pair.value().as_string()).find(query) != std::string_view::npos)
            return true;
    return false;
}

Result<http::Page<RowView>> row_page(const Shelf& shelf, const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto* description, asked(shelf, call));
    http::Page<RowView> page;
    for (const auto& kept : kept_rows(rows, description->name, call.caller.area)) {
        auto values = shown_values(*description, rows, kept, call);
        if (matches(values, call.query("q"))) page.items.push_back({kept.id, std::move(values), kept.updated_at});
    }
    return page;
}

Result<void> area_is_the_callers(const Call& call, const AreaCode& area) {
    if (call.caller.area.contains(area)) return done();
    return refuse("not_yours", "area", "这一行不属于您负责的区域", "this row belongs to another area");
}

/// An account of a village edits that village's rows and no others.
Result<void> row_is_the_callers(const Register& description, const Call& call, store::Rows& rows) {
    const auto kept = kept_row(rows, description.name, call.path("id"));
    return kept ? area_is_the_callers(call, kept->area) : done();
}

/// Nor does it enter rows for, or move rows to, another; a row without an area is the whole station's.
Result<void> values_are_the_callers(const Register& description, const Call& call, const json::object& values) {
    for (const auto& field : description.fields) {
        const auto* area = field.type == "area" ? values.if_contains(field.name) : nullptr;
        if (area == nullptr || !area->is_string()) continue;
        const auto code = parse_area(area->as_string());
        return code ? area_is_the_callers(call, code.value()) : done();
    }
    return call.path("id").empty() ? area_is_the_callers(call, call.node.area) : done();
}

Result<journal::Wish> put(const Shelf& shelf, const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto* description, asked(shelf, call));
    BOOST_OUTCOME_TRYV(row_is_the_callers(*description, call, rows));
    BOOST_OUTCOME_TRY(auto body, parse_json(call.request.body));
    BOOST_OUTCOME_TRY(auto read, from_json<PutBody>(body, Unknown::refused));
    BOOST_OUTCOME_TRYV(values_are_the_callers(*description, call, read.values));
    return put_row(*description, call.caller.person.text, call.path("id"), std::move(read.values));
}

Result<journal::Wish> retire(const Shelf& shelf, const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto* description, asked(shelf, call));
    BOOST_OUTCOME_TRYV(row_is_the_callers(*description, call, rows));
    return retire_row(*description, call.caller.person.text, call.path("id"), call.query("reason"));
}

void add_import(http::Endpoints& table, const Shelf& shelf, Lookups lookups, const SheetReader* sheets) {
    auto& made = table.add(
        Method::post,
        "/api/v1/registers/{name}/import",
        "registers.edit",
        "导入台账：先预览，commit=1 时写入",
        "imports a table: a preview, or with commit=1 the rows"
    );
    made.takes = {{"type", "string"}, {"contentMediaType", "text/csv"}};
    made.answers<ImportReport>().asks({http::asked_flag("commit"), "datum"});
    made.write =
        [shelf, lookups = std::move(lookups), sheets](const Call& call, store::Rows& rows) -> Result<journal::Wish> {
        BOOST_OUTCOME_TRY(const auto* description, asked(shelf, call));
        BOOST_OUTCOME_TRY(auto read, read_table(call.request.body, sheets));
        const auto* mapping = mapping_for(shelf.mappings(), description->name, read.headings);
        if (mapping != nullptr) read = translated(std::move(read), *mapping);
        const auto datum = geo::datum_named(call.query("datum", "wgs84"));
        if (!datum)
            return refuse(
                "datum_unknown",
                "datum",
                "坐标系应为 WGS-84、CGCS2000 或 GCJ-02",
                "the ground is WGS-84, CGCS2000 or GCJ-02"
            );
        read = brought_home(std::move(read), *description, *datum);
        auto report = judge(read, *description, call.caller.area, lookups, rows);
        if (mapping != nullptr) report.mapping_zh = mapping->zh, report.mapping_en = mapping->en;
        for (const auto& row : report.rows) {
            BOOST_OUTCOME_TRYV(values_are_the_callers(*description, call, row.values));
        }
        if (call.query("commit") != "1") return preview(std::move(report), call.caller.person.text);
        return commit(std::move(report), *description, call.caller.person.text);
    };
    made.answer = [](const Call&, const journal::Outcome& outcome) { return http::json_answer(200, outcome.answer); };
}

}  // namespace

void add_endpoints(http::Endpoints& table, Shelf shelf, Lookups lookups, const SheetReader* sheets) {
    table.list<Register>(
        "/api/v1/registers",
        "registers.view",
        "台账目录",
        "the lists kept here and their fields",
        [shelf](const Call&, store::Rows&) -> Result<http::Page<Register>> {
            return http::Page<Register>{shelf.all(), {}};
        }
    );
    table
        .list<RowView>(
            "/api/v1/registers/{name}",
            "registers.view",
            "台账内容",
            "rows of a list",
            [shelf](const Call& call, store::Rows& rows) { return row_page(shelf, call, rows); }
        )
        .asks({"q"});
    auto& add = table.add(Method::post, "/api/v1/registers/{name}", "registers.edit", "新增一行", "adds a row");
    add.creates = true;
    add.takes = schema_of<PutBody>();
    add.answers<http::Written>();
    add.write = [shelf](const Call& call, store::Rows& rows) { return put(shelf, call, rows); };
    auto& change =
        table.add(Method::post, "/api/v1/registers/{name}/{id}", "registers.edit", "修改一行", "changes a row");
    change.takes = schema_of<PutBody>();
    change.answers<http::Written>();
    change.write = [shelf](const Call& call, store::Rows& rows) { return put(shelf, call, rows); };
    auto& remove =
        table.add(Method::del, "/api/v1/registers/{name}/{id}", "registers.edit", "删除一行", "retires a row");
    remove.asks({"reason"});
    remove.write = [shelf](const Call& call, store::Rows& rows) { return retire(shelf, call, rows); };
    remove.answer = [](const Call&, const journal::Outcome&) {
        http::Answer answer;
        answer.status = 204;
        return answer;
    };
    add_import(table, shelf, std::move(lookups), sheets);
}

}  // namespace anlan::registers
