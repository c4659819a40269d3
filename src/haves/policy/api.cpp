#include "policy/api.hpp"

#include "journal/vault.hpp"
#include "policy/commands.hpp"
#include "policy/queries.hpp"

namespace anlan::policy {

namespace {

struct PolicyValue {
    std::string key;
    json::value value;
    std::string unit, scope, valid_from, source, clause, mark, mark_zh, mark_en;
    std::optional<std::string> edited_by;
    std::string title_zh, title_en;
    bool editable = false;  ///< here, by whoever holds policy.edit
};
BOOST_DESCRIBE_STRUCT(
    PolicyValue,
    (),
    (key,
     value,
     unit,
     scope,
     valid_from,
     source,
     clause,
     mark,
     mark_zh,
     mark_en,
     edited_by,
     title_zh,
     title_en,
     editable)
)

struct MarkWords {
    std::string mark;
    const char* zh;
    const char* en;
};

const MarkWords& words_of(const std::string& mark) {
    static const std::vector<MarkWords> all{
        {"L", "法律法规", "law"},
        {"S", "建设方案", "building plan"},
        {"F", "各地做法", "found in practice"},
        {"R", "待核", "to be checked"},
        {"P", "本地约定", "local agreement"}};
    for (const auto& each : all)
        if (each.mark == mark) return each;
    return all.back();
}

PolicyValue shown(store::Rows& rows, const PolicyFacts& facts, Level level) {
    const auto& words = words_of(facts.mark);
    PolicyValue value;
    value.key = facts.key;
    value.value = facts.value;
    value.unit = facts.unit;
    value.scope = facts.scope;
    value.valid_from = facts.valid_from;
    value.source = facts.source;
    value.clause = facts.clause;
    value.mark = facts.mark;
    value.mark_zh = words.zh;
    value.mark_en = words.en;
    value.title_zh = facts.title_zh;
    value.title_en = facts.title_en;
    value.editable = level <= Level::county || facts.local;
    if (!facts.edited_by.empty())
        value.edited_by = journal::vault::reveal_or(rows, facts.edited_by, "name", facts.edited_by);
    return value;
}

}  // namespace

void add_endpoints(http::Endpoints& table) {
    table.list<PolicyValue>(
        "/api/v1/policy",
        "policy.view",
        "政策参数",
        "clocks and thresholds in force, with their sources",
        [](const http::Call& call, store::Rows& rows) -> Result<http::Page<PolicyValue>> {
            http::Page<PolicyValue> page;
            for (const auto& facts : all_in_force(rows)) page.items.push_back(shown(rows, facts, call.node.level()));
            return page;
        }
    );
    table.command<SetPolicy>(
        http::Method::put, "/api/v1/policy/{key}", "policy.edit", "修改政策参数", "changes a policy value"
    );
}

}  // namespace anlan::policy
