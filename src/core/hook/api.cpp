#include "hooks/commands.hpp"
#include "hooks/queries.hpp"
#include "hooks/room.hpp"
#include "tokens/queries.hpp"

namespace anlan::hooks {

namespace {

using http::Call;
using http::Method;

constexpr const char* kAdmin = "system.admin";

/// A hook that has failed for so long is shown as dead; it is tried on all the same.
constexpr std::chrono::hours kDeadAfter{1};

BOOST_DEFINE_ENUM_CLASS(HookState, fine, failing, dead, key_ended, ended)

struct HookAnswer {
    HookFacts facts;
    HookState state = HookState::fine;
    std::string token_name;
    Reach reach = Reach::nothing;
};
BOOST_DESCRIBE_STRUCT(HookAnswer, (), (facts, state, token_name, reach))

HookState state_of(const HookAnswer& hook, Instant now) {
    if (hook.facts.ended_at) return HookState::ended;
    if (hook.reach == Reach::nothing) return HookState::key_ended;
    if (!hook.facts.failing_since) return HookState::fine;
    return now - *hook.facts.failing_since > kDeadAfter ? HookState::dead : HookState::failing;
}

Result<http::Page<HookAnswer>> list(const Call& call, store::Rows& rows) {
    http::Page<HookAnswer> page;
    for (auto& facts : all_hooks(rows)) {
        HookAnswer answer;
        const auto key = tokens::find_token(rows, {facts.token});
        answer.token_name = key ? key->name : "";
        answer.reach = reach_of(rows, facts.token, call.node.area, call.now);
        answer.facts = std::move(facts);
        answer.state = state_of(answer, call.now);
        page.items.push_back(std::move(answer));
    }
    return page;
}

struct NewHook {
    std::string name, url;
    std::vector<std::string> kinds;
    std::string token;
    bool drills = false;
};
BOOST_DESCRIBE_STRUCT(NewHook, (), (name, url, kinds, token, drills))

struct MadeHook {
    std::string id, secret;  ///< the secret; never shown again
};
BOOST_DESCRIBE_STRUCT(MadeHook, (), (id, secret))

struct KindOffer {
    std::vector<std::string> kinds;
};
BOOST_DESCRIBE_STRUCT(KindOffer, (), (kinds))

}  // namespace

void add_endpoints(http::Endpoints& table, std::function<const std::vector<journal::Room>&()> rooms) {
    table.list<HookAnswer>("/api/v1/hooks", kAdmin, "事件推送（回调）", "Hooks", &list);
    table.get<KindOffer>(
        "/api/v1/hook-kinds",
        kAdmin,
        "可以推送的内容",
        "What can be told",
        [rooms](const Call&, store::Rows&) -> Result<KindOffer> { return KindOffer{offered_kinds(rooms())}; }
    );
    auto& making = table.add(
        Method::post, "/api/v1/hooks", kAdmin, "新建推送（密钥只显示一次）", "Make a hook; the secret is shown once"
    );
    making.takes = schema_of<NewHook>();
    making.answers<MadeHook>();
    making.creates = true;
    making.write = [rooms](const Call& call, store::Rows&) -> Result<journal::Wish> {
        BOOST_OUTCOME_TRY(auto body, http::Endpoints::body_of<NewHook>(call));
        MakeHook wish{body.name, body.url, body.kinds, body.token, body.drills, offered_kinds(rooms())};
        return journal::wish(World::real(), call.caller.person.text, std::move(wish));
    };
    table.command<MoveHook>(Method::post, "/api/v1/hooks/{hook}/move", kAdmin, "更改推送地址", "Change the address");
    table.command<EndHook>(Method::post, "/api/v1/hooks/{hook}/end", kAdmin, "停用推送", "End a hook");
    table.command<SkipEntry>(
        Method::post, "/api/v1/hooks/{hook}/skip", kAdmin, "跳过对方不收的一条", "Pass over an entry"
    );
    table.command<TestHook>(Method::post, "/api/v1/hooks/{hook}/test", kAdmin, "试推一条", "Try a hook");
}

}  // namespace anlan::hooks
