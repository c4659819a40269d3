#include <algorithm>
#include <array>

#include "hooks/commands.hpp"
#include "hooks/queries.hpp"
#include "http/fetch.hpp"
#include "journal/vault.hpp"
#include "seal/seal.hpp"
#include "tokens/queries.hpp"

namespace anlan::hooks {

namespace {

using std::chrono::seconds;

/// How long it waits after the first, second … failure; the last holds from then on.
constexpr std::array kPauses{seconds{10}, seconds{30}, seconds{120}, seconds{600}, seconds{1800}, seconds{3600}};

Refusal hook_unknown() {
    return refuse("hook_unknown", "hook", "没有这个推送", "there is no such hook");
}

Result<HookFacts> hook_in_force(const Desk& desk, const HookId& id) {
    auto hook = find_hook(desk.views, id);
    if (!hook) return hook_unknown();
    if (hook->ended_at) return refuse("hook_ended", "hook", "这个推送已停用", "this hook has ended");
    return std::move(*hook);
}

Result<void> usable(const std::string& url) {
    const bool long_enough = url.size() > 10 && url.size() <= 500;
    const auto from = url.find("://");
    const bool with_login = from != std::string::npos && url.find('@', from) != std::string::npos;
    if (!long_enough || with_login || !http::is_address(url))
        return refuse(
            "url_invalid",
            "url",
            "请填 http:// 或 https:// 开头的完整地址，其中不带用户名和密码",
            "give a whole address that begins with http:// or https://, without a log-in in it"
        );
    return done();
}

/// "report" or "report.sent" of those that are told at all.
bool is_offered(const std::vector<std::string>& offered, const std::string& kind) {
    return std::ranges::any_of(offered, [&](const std::string& each) {
        return each == kind || (kind.find('.') == std::string::npos && each.starts_with(kind + "."));
    });
}

Result<void> key_suffices(const MakeHook& wish, const Desk& desk) {
    const auto key = tokens::find_token(desk.views, {wish.token});
    if (!key || key->revoked_at || key->expires <= desk.now)
        return refuse(
            "token_unknown", "token", "请选一个有效的接口令牌", "choose a key of this system that is in force"
        );
    if (reach_of(desk.views, wish.token, desk.node.area, desk.now) == Reach::nothing)
        return refuse(
            "token_narrow",
            "token",
            "该令牌须有 desk.view 权限，且区划包含本站",
            "the key must hold desk.view and an area that contains this station"
        );
    return done();
}

}  // namespace

Result<Decision> decide(const MakeHook& wish, const Desk& desk) {
    if (wish.name.empty() || wish.name.size() > 120)
        return refuse("name_empty", "name", "请写明推送给哪个系统", "say which system is told");
    BOOST_OUTCOME_TRYV(usable(wish.url));
    if (wish.kinds.empty()) return refuse("kinds_empty", "kinds", "请勾选要推送的内容", "choose what it is told");
    for (const auto& each : wish.kinds)
        if (!is_offered(wish.offered, each))
            return refuse("kind_unknown", "kinds", "没有这种内容：" + each, "there is no such kind: " + each);
    BOOST_OUTCOME_TRYV(key_suffices(wish, desk));
    const auto id = desk.new_id();
    const auto secret = "anlh_" + seal::to_hex(desk.dice.bytes(32));
    auto decision = journal::decided(journal::event(
        id,
        HookMade{wish.name, wish.url, wish.kinds, wish.token, wish.drills},
        {{"hook/" + id, "secret", secret, journal::Retention::keep}}
    ));
    decision.answer = {{"secret", secret}};
    return decision;
}

Result<Decision> decide(const MoveHook& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto hook, hook_in_force(desk, wish.hook));
    BOOST_OUTCOME_TRYV(usable(wish.url));
    if (hook.url == wish.url) return Decision{{}, hook.id.text, {}};
    return journal::decided(journal::event(hook.id.text, HookMoved{wish.url}));
}

Result<Decision> decide(const EndHook& wish, const Desk& desk) {
    const auto hook = find_hook(desk.views, wish.hook);
    if (!hook) return hook_unknown();
    if (wish.reason.empty()) return refuse("reason_empty", "reason", "请写明原因", "give a reason");
    if (hook->ended_at) return Decision{{}, hook->id.text, {}};
    auto ended = journal::event(hook->id.text, HookEnded{wish.reason});
    ended.forgets = {"hook/" + hook->id.text};
    return journal::decided(std::move(ended));
}

Result<Decision> decide(const SkipEntry& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto hook, hook_in_force(desk, wish.hook));
    if (wish.reason.empty()) return refuse("reason_empty", "reason", "请写明原因", "give a reason");
    if (hook.waiting_seq == 0 || hook.waiting_seq != wish.seq)
        return refuse("nothing_waits", "seq", "这一条已不在等待", "this entry does not wait any more");
    return journal::decided(journal::event(hook.id.text, HookSkipped{wish.seq, wish.reason}));
}

Result<Decision> decide(const TestHook& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto hook, hook_in_force(desk, wish.hook));
    return journal::decided(journal::event(hook.id.text, HookTestAsked{}));
}

Result<Decision> decide(const NoteDelivered& wish, const Desk& desk) {
    const auto hook = hook_in_force(desk, wish.hook);
    if (!hook || wish.through <= hook.value().mark) return Decision{{}, wish.hook.text, {}};
    return journal::decided(journal::event(wish.hook.text, HookDelivered{wish.through, wish.count}));
}

Result<Decision> decide(const NoteFailed& wish, const Desk& desk) {
    const auto hook = hook_in_force(desk, wish.hook);
    if (!hook || wish.seq <= hook.value().mark) return Decision{{}, wish.hook.text, {}};
    const auto attempt = (hook.value().waiting_seq == wish.seq ? hook.value().attempts : 0) + 1;
    const auto pause = kPauses.at(std::min(static_cast<std::size_t>(attempt), kPauses.size()) - 1);
    return journal::decided(
        journal::event(wish.hook.text, HookFailed{wish.seq, attempt, wish.zh, wish.en, desk.now + pause})
    );
}

Result<Decision> decide(const NoteTested& wish, const Desk& desk) {
    const auto hook = hook_in_force(desk, wish.hook);
    if (!hook) return Decision{{}, wish.hook.text, {}};
    return journal::decided(journal::event(wish.hook.text, HookTested{wish.fine, wish.zh, wish.en}));
}

}  // namespace anlan::hooks
