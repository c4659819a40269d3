#include <fmt/format.h>

#include <set>

#include "policy/commands.hpp"
#include "policy/pack.hpp"
#include "policy/queries.hpp"

namespace anlan::policy {

namespace {

using journal::Decision;
using journal::Desk;

std::optional<std::int64_t> adopted_version(store::Rows& rows) {
    return rows.value<std::optional<std::int64_t>>("SELECT MAX(standing) FROM policy_row WHERE layer = 'pack'")
        .value_or(std::nullopt);
}

Result<void> is_sound(const AdoptPack& pack) {
    std::set<std::string> keys;
    for (const auto& row : pack.rows) {
        const bool value = row.value.is_number() || row.value.is_string();
        if (row.key.empty() || row.title_zh.empty() || row.source.empty() || !value || !keys.insert(row.key).second)
            return refuse(
                "pack_invalid",
                "rows",
                fmt::format("参数“{}”不完整或重复：每行要有键、值、名称和依据", row.key),
                fmt::format(
                    "row “{}” is incomplete or doubled: each row has a key, a value, a title and a source", row.key
                )
            );
    }
    if (pack.version < 1 || pack.version > 999)
        return refuse("pack_invalid", "version", "参数包版本应为 1 至 999", "the version of a pack is 1 to 999");
    return done();
}

bool is_date(const std::string& text) {
    return text.size() == 10 && text[4] == '-' && text[7] == '-' && parse_time(text + "T00:00:00+08:00").has_value();
}

Result<void> value_fits(const json::value& value, const json::value& before) {
    const bool number = before.is_number();
    const bool fits =
        number ? value.is_number() && value.to_number<double>() >= 0 : value.is_string() && !value.as_string().empty();
    if (fits) return done();
    if (number) return refuse("value_invalid", "value", "请填写不小于 0 的数字", "enter a number that is not negative");
    return refuse("value_invalid", "value", "请填写文字", "enter a text");
}

}  // namespace

Result<Decision> decide(const AdoptPack& wish, const Desk& desk) {
    const auto& pack = wish.rows.empty() ? shipped_pack() : wish;
    BOOST_OUTCOME_TRYV(is_sound(pack));
    if (adopted_version(desk.views).value_or(0) >= pack.version) return Decision{{}, "policy", {}};
    return journal::decided(journal::event("policy", PolicyAdopted{pack.name, pack.version, pack.valid_from, pack.rows})
    );
}

Result<Decision> decide(const SetPolicy& wish, const Desk& desk) {
    const auto now = in_force(desk.views, wish.key);
    if (!now) return refuse("policy_unknown", "key", "没有这个参数", "there is no such policy value");
    if (desk.node.level() > Level::county && !now->local)
        return refuse(
            "not_at_this_level",
            "key",
            "这个参数由县级以上规定，本级不能修改；如需调整请向县级应急管理局提出",
            "this value is set by the county or above; ask the county bureau to change it"
        );
    BOOST_OUTCOME_TRYV(value_fits(wish.value, now->value));
    if (wish.source.empty())
        return refuse("source_empty", "source", "请写明依据的文件", "name the document this value comes from");
    const auto today = to_local(desk.now).substr(0, 10);
    const auto from = wish.valid_from.empty() ? today : wish.valid_from.substr(0, 10);
    if (!is_date(from))
        return refuse("date_invalid", "valid_from", "日期应写成 2026-01-31", "a date is written 2026-01-31");
    if (from > today)
        return refuse(
            "not_yet_in_force",
            "valid_from",
            "尚未生效的值请在生效当天录入",
            "enter a future value on the day it takes effect"
        );
    const auto mark = wish.mark.empty() ? std::string("P") : wish.mark;
    const auto subject = "policy:" + wish.key;
    const bool same = now->value == wish.value && now->source == wish.source && now->clause == wish.clause &&
                      now->mark == mark && now->scope == desk.node.area.text;
    if (same) return Decision{{}, subject, {}};
    return journal::decided(journal::event(
        subject, PolicyChanged{wish.key, wish.value, now->unit, desk.node.area, wish.source, wish.clause, mark, from}
    ));
}

// The pack holds in reality and in drills alike; changing it is always real.
std::optional<World> world_of(const AdoptPack&, store::Rows&) {
    return World::real();
}
std::optional<World> world_of(const SetPolicy&, store::Rows&) {
    return World::real();
}

}  // namespace anlan::policy
