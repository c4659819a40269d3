#include "tokens/meter.hpp"

#include "tokens/queries.hpp"

namespace anlan::tokens {

std::optional<Refusal> Meter::refusal(
    store::Rows& rows, const http::Caller& caller, const std::string& permission, Instant now
) {
    if (!caller.login.starts_with(kLoginPrefix)) return std::nullopt;
    if (permission.empty())
        return refuse("not_permitted", "", "接口令牌不能代替本人操作", "a key does not stand for a person");
    const auto known = find_token(rows, {caller.login.substr(kLoginPrefix.size())});
    const auto most = known ? known->per_minute : 0;
    const auto number = std::chrono::floor<std::chrono::minutes>(now).time_since_epoch().count();
    const std::lock_guard lock(mutex_);
    auto& minute = minutes_[caller.login];
    if (minute.number != number) minute = {number, 0};
    if (++minute.calls <= most) return std::nullopt;
    return refuse(
        "too_many_calls",
        "",
        "调用过于频繁：每分钟最多 " + std::to_string(most) + " 次，请下一分钟再试",
        "too many calls: " + std::to_string(most) + " a minute; try again in the next"
    );
}

}  // namespace anlan::tokens
