#include "tokens/commands.hpp"
#include "tokens/queries.hpp"
#include "tokens/room.hpp"

namespace anlan::tokens {

namespace {

using http::Call;
using http::Method;

constexpr const char* kAdmin = "system.admin";

struct NewToken {
    std::string name;
    std::vector<std::string> permissions;
    std::optional<AreaCode> area;  ///< without: the maker's
    std::int64_t days = 90, per_minute = 60;
};
BOOST_DESCRIBE_STRUCT(NewToken, (), (name, permissions, area, days, per_minute))

struct MadeToken {
    std::string id, token;  ///< the key; never shown again
    Instant expires_at{};
};
BOOST_DESCRIBE_STRUCT(MadeToken, (), (id, token, expires_at))

Result<journal::Wish> make(const Call& call, store::Rows&) {
    BOOST_OUTCOME_TRY(auto body, http::Endpoints::body_of<NewToken>(call));
    MakeToken wish{
        std::move(body.name),
        std::move(body.permissions),
        body.area.value_or(call.caller.area),
        body.days,
        body.per_minute,
        call.caller.area};
    return journal::wish(World::real(), call.caller.person.text, std::move(wish));
}

}  // namespace

void add_endpoints(http::Endpoints& table) {
    table.list<TokenFacts>(
        "/api/v1/api-tokens",
        kAdmin,
        "接口令牌",
        "Keys of other systems",
        [](const Call&, store::Rows& rows) -> Result<http::Page<TokenFacts>> {
            return http::Page<TokenFacts>{all_tokens(rows), {}};
        }
    );
    auto& making =
        table.add(Method::post, "/api/v1/api-tokens", kAdmin, "新建接口令牌（只显示一次）", "Make a key; shown once");
    making.takes = schema_of<NewToken>();
    making.answers<MadeToken>();
    making.creates = true;
    making.write = &make;
    table.command<RevokeToken>(
        Method::post, "/api/v1/api-tokens/{token}/revoke", kAdmin, "停用接口令牌", "Revoke a key"
    );
}

}  // namespace anlan::tokens
