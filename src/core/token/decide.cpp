#include <algorithm>

#include "identity/accounts.hpp"
#include "seal/seal.hpp"
#include "tokens/commands.hpp"
#include "tokens/queries.hpp"

namespace anlan::tokens {

namespace {

bool is_permission(const std::string& text) {
    return std::ranges::any_of(identity::all_roles(), [&](const identity::Role& role) {
        return std::ranges::find(role.permissions, text) != role.permissions.end();
    });
}

Result<void> may_be_given(const MakeToken& wish) {
    if (wish.permissions.empty())
        return refuse("permissions_empty", "permissions", "请勾选允许的权限", "choose what it may do");
    for (const auto& each : wish.permissions) {
        if (!is_permission(each))
            return refuse("permission_unknown", "permissions", "没有这项权限：" + each, "no such permission: " + each);
        if (each == "system.admin" || each == "person.erase")
            return refuse(
                "permission_reserved",
                "permissions",
                "这项权限只能由管理员本人使用：" + each,
                "only an administrator in person may do this: " + each
            );
    }
    if (!wish.maker_area.contains(wish.area))
        return refuse("area_not_yours", "area", "区划超出您负责的范围", "the area is beyond yours");
    return done();
}

}  // namespace

Result<Decision> decide(const MakeToken& wish, const Desk& desk) {
    if (wish.name.empty() || wish.name.size() > 120)
        return refuse("name_empty", "name", "请写明给哪个系统用", "say which system it is for");
    BOOST_OUTCOME_TRYV(may_be_given(wish));
    if (wish.days < 1 || wish.days > kDaysMost)
        return refuse("days_invalid", "days", "有效期为 1 至 366 天", "it holds for 1 to 366 days");
    if (wish.per_minute < 1 || wish.per_minute > kPerMinuteMost)
        return refuse("rate_invalid", "per_minute", "每分钟 1 至 6000 次", "1 to 6,000 calls a minute");
    const auto key = kKeyPrefix + seal::to_hex(desk.dice.bytes(32));
    const auto expires = desk.now + std::chrono::hours{24 * wish.days};
    auto decision = journal::decided(journal::event(
        desk.new_id(), TokenMade{wish.name, seal::sm3(key), wish.permissions, wish.area, expires, wish.per_minute}
    ));
    decision.answer = {{"token", key}, {"expires_at", to_rfc3339(expires)}};
    return decision;
}

Result<Decision> decide(const RevokeToken& wish, const Desk& desk) {
    const auto known = find_token(desk.views, {wish.token});
    if (!known) return refuse("token_unknown", "token", "没有这个令牌", "there is no such key");
    if (wish.reason.empty()) return refuse("reason_empty", "reason", "请写明原因", "give a reason");
    if (known->revoked_at) return Decision{{}, wish.token, {}};
    return journal::decided(journal::event(wish.token, TokenRevoked{wish.reason}));
}

}  // namespace anlan::tokens
