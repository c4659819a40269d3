#include "policy/queries.hpp"

#include <map>

#include "policy/pack.hpp"

namespace anlan::policy {

namespace {

constexpr std::string_view kColumns =
    "SELECT policy_key, setting, unit, scope, source, clause, mark, valid_from, edited_by, title_zh, title_en, "
    "local_only "
    "FROM policy_row ";

PolicyFacts shipped_facts(const PolicyRow& row) {
    return {
        row.key,
        row.value,
        row.unit,
        "default",
        row.source,
        row.clause,
        row.mark,
        shipped_pack().valid_from,
        {},
        row.title_zh,
        row.title_en,
        row.local};
}

/// An edit carries no titles; they come from the pack.
void complete(PolicyFacts& facts, const PolicyFacts& pack) {
    facts.title_zh = pack.title_zh;
    facts.title_en = pack.title_en;
    facts.local = pack.local;
}

struct Setting {
    json::value value;
    std::string unit;
};
BOOST_DESCRIBE_STRUCT(Setting, (), (value, unit))

Setting setting_of(store::Rows& rows, const std::string& key) {
    auto kept = rows.first<Setting>(
        "SELECT setting, unit FROM policy_row WHERE policy_key = :k ORDER BY standing DESC, layer LIMIT 1", key
    );
    if (kept) return std::move(*kept);
    const auto* row = shipped_row(key);
    ensure(row != nullptr, ("a policy pack defines " + key).c_str());
    return {row->value, row->unit};
}

}  // namespace

double number(store::Rows& rows, const std::string& key) {
    const auto setting = setting_of(rows, key);
    ensure(setting.value.is_number(), ("the policy is a number: " + key).c_str());
    return setting.value.to_number<double>();
}

std::string text(store::Rows& rows, const std::string& key) {
    const auto setting = setting_of(rows, key);
    if (setting.value.is_string()) return std::string(setting.value.as_string());
    return json::serialize(setting.value);
}

std::chrono::seconds seconds(store::Rows& rows, const std::string& key) {
    const auto setting = setting_of(rows, key);
    ensure(setting.value.is_number(), ("the policy is a length of time: " + key).c_str());
    return to_seconds(setting.value.to_number<double>(), setting.unit);
}

std::chrono::seconds to_seconds(double value, const std::string& unit) {
    constexpr double kDay = 86'400;
    double each = 0;
    if (unit == "s") each = 1;
    if (unit == "min") each = 60;
    if (unit == "h") each = 3'600;
    if (unit == "d") each = kDay;
    if (unit == "wd") each = kDay * 7 / 5;
    if (unit == "month") each = 365.2425 * kDay / 12;
    if (unit == "year") each = 365.2425 * kDay;
    ensure(each > 0, "a length of time has a unit of time");
    return std::chrono::seconds{static_cast<std::int64_t>(std::llround(value * each))};
}

bool defined(store::Rows& rows, const std::string& key) {
    return shipped_row(key) != nullptr ||
           rows.value<std::int64_t>("SELECT 1 FROM policy_row WHERE policy_key = :k LIMIT 1", key).has_value();
}

std::vector<PolicyFacts> all_in_force(store::Rows& rows) {
    std::map<std::string, PolicyFacts> best, titled;
    for (const auto& row : shipped_pack().rows) titled.insert_or_assign(row.key, shipped_facts(row));
    for (auto& facts : rows.select<PolicyFacts>(std::string(kColumns) + "ORDER BY standing, layer DESC")) {
        if (!facts.title_zh.empty()) titled.insert_or_assign(facts.key, facts);
        auto key = facts.key;
        best.insert_or_assign(std::move(key), std::move(facts));
    }
    std::vector<PolicyFacts> all;
    for (auto& [key, pack] : titled) {
        const auto edited = best.find(key);
        if (edited == best.end()) {
            all.push_back(std::move(pack));
            continue;
        }
        complete(edited->second, pack);
        all.push_back(std::move(edited->second));
    }
    return all;
}

std::optional<PolicyFacts> in_force(store::Rows& rows, const std::string& key) {
    auto all =
        rows.select<PolicyFacts>(std::string(kColumns) + "WHERE policy_key = :k ORDER BY standing DESC, layer", key);
    const auto* shipped = shipped_row(key);
    if (all.empty()) return shipped == nullptr ? std::nullopt : std::optional(shipped_facts(*shipped));
    for (const auto& each : all)
        if (!each.title_zh.empty()) {
            const auto pack = each;
            complete(all.front(), pack);
            return std::move(all.front());
        }
    if (shipped != nullptr) complete(all.front(), shipped_facts(*shipped));
    return std::move(all.front());
}

}  // namespace anlan::policy
