#include "hooks/courier.hpp"

#include "hooks/commands.hpp"
#include "journal/ledger.hpp"
#include "journal/stream.hpp"
#include "journal/vault.hpp"
#include "seal/mac.hpp"

namespace anlan::hooks {

namespace {

constexpr std::size_t kBatch = 50;         ///< entries for one hook before the next has its turn
constexpr std::chrono::seconds kTurn{5};   ///< for one hook before the next
constexpr std::int64_t kStride = 100'000;  ///< entries of no concern after which the mark is moved all the same

journal::Wish by_courier(auto command) {
    return journal::wish(World::real(), "system:hooks", std::move(command));
}

Result<void> taken(const Result<int>& answer) {
    if (!answer) return answer.error();
    if (answer.value() >= 200 && answer.value() < 300) return done();
    const auto status = std::to_string(answer.value());
    return refuse("hook_refused", "", "对方答复 HTTP " + status, "the other side answered HTTP " + status);
}

json::object words_of(const journal::Entry& entry, const AreaCode& node) {
    return {
        {"id", node.text + "-" + std::to_string(entry.seq)},
        {"node", node.text},
        {"seq", entry.seq},
        {"kind", entry.kind},
        {"subject", entry.subject},
        {"at", to_rfc3339(entry.at)},
        {"drill", entry.drill}};
}

}  // namespace

struct Courier::Batch {
    std::string secret;
    Reach reach = Reach::nothing;
    std::vector<journal::Entry> entries;
    std::int64_t looked = 0;
};

std::string signature_of(const std::string& secret, const std::string& time, const std::string& body) {
    const auto signed_words = time + "." + body;
    return "sm3=" + seal::to_hex(seal::mac_sm3(secret, signed_words)) +
           ",sha256=" + seal::to_hex(seal::mac_sha256(secret, signed_words));
}

Letter Courier::letter(const HookFacts& hook, const std::string& secret, std::string kind, json::object words) const {
    Letter made{hook.url, json::serialize(words), {}};
    const auto now = std::chrono::duration_cast<std::chrono::seconds>(settings_.clock->now().time_since_epoch());
    const auto time = std::to_string(now.count());
    made.headers = {
        {"Anlan-Delivery", std::string(words.at("id").as_string())},
        {"Anlan-Event", std::move(kind)},
        {"Anlan-Time", time},
        {"Anlan-Signature", signature_of(secret, time, made.body)}};
    return made;
}

Courier::Batch Courier::due_for(store::Rows& rows, const HookFacts& hook) {
    Batch batch;
    batch.secret = journal::vault::reveal_or(rows, "hook/" + hook.id.text, "secret", "");
    batch.reach = reach_of(rows, hook.token, settings_.node.area, settings_.clock->now());
    batch.looked = std::max(hook.mark, looked_[hook.id]);
    if (batch.reach == Reach::nothing) return batch;
    journal::for_each_entry(rows, batch.looked, [&](const journal::Entry& entry) {
        if (hook.wants(entry)) {
            if (batch.entries.size() == kBatch) return false;
            batch.entries.push_back(journal::shared_form(entry, journal::kind_of(*settings_.rooms, entry.kind)));
        }
        batch.looked = entry.seq;
        return true;
    });
    return batch;
}

void Courier::test(const HookFacts& hook, const std::string& secret) {
    const auto now = settings_.clock->now();
    const auto id = settings_.node.area.text + "-test-" + std::to_string(now.time_since_epoch().count());
    json::object words{{"id", id}, {"node", settings_.node.area.text}, {"kind", "test"}, {"at", to_rfc3339(now)}};
    const auto answer = taken(post_(letter(hook, secret, "test", std::move(words))));
    settings_.note(by_courier(
        answer ? NoteTested{hook.id, true, "对方已收到", "the other side has taken it"}
               : NoteTested{hook.id, false, answer.error().zh, answer.error().en}
    ));
}

std::size_t Courier::serve(const HookFacts& hook) {
    Batch batch;
    settings_.read([&](store::Rows& rows) { batch = due_for(rows, hook); });
    if (hook.test_asked) test(hook, batch.secret);
    std::int64_t through = 0;
    std::size_t count = 0;
    Result<void> last = done();
    const auto began = settings_.clock->now();
    for (const auto& entry : batch.entries) {
        if (settings_.clock->now() - began > kTurn) {  // slow, yet taking: the rest has its turn in a second
            batch.looked = through;
            break;
        }
        auto words = words_of(entry, settings_.node.area);
        if (batch.reach == Reach::bodies) words["body"] = json::parse(entry.body);
        last = taken(post_(letter(hook, batch.secret, entry.kind, std::move(words))));
        if (!last) break;
        through = entry.seq;
        ++count;
    }
    if (last && batch.looked > hook.mark + kStride) through = batch.looked;
    if (last) looked_[hook.id] = batch.looked;
    if (through > 0) settings_.note(by_courier(NoteDelivered{hook.id, through, static_cast<std::int64_t>(count)}));
    if (!last)
        settings_.note(by_courier(NoteFailed{hook.id, batch.entries.at(count).seq, last.error().zh, last.error().en}));
    return count;
}

std::size_t Courier::step() {
    std::vector<HookFacts> hooks;
    settings_.read([&](store::Rows& rows) { hooks = all_hooks(rows); });
    std::size_t count = 0;
    for (const auto& hook : hooks) {
        if (hook.ended_at) break;  // those in force stand first
        if (hook.next_at && *hook.next_at > settings_.clock->now()) continue;
        count += serve(hook);
    }
    return count;
}

}  // namespace anlan::hooks
