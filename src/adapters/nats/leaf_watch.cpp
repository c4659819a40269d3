#include "nats/leaf_watch.hpp"

#include <boost/json.hpp>
#include <set>

namespace anlan::nats {

namespace json = boost::json;

namespace {

/// The list within the server's answer; nothing if it has another form.
std::optional<json::array> leafs_in(std::string_view answer) {
    boost::system::error_code error;
    const auto value = json::parse(answer, error);
    if (error || !value.is_object()) return std::nullopt;
    const auto* data = value.get_object().if_contains("data");
    if (data == nullptr || !data->is_object()) return std::nullopt;
    const auto* leafs = data->get_object().if_contains("leafs");
    return leafs != nullptr && leafs->is_array() ? leafs->get_array() : json::array();
}

std::int64_t number(const json::object& of, std::string_view name) {
    const auto* value = of.if_contains(name);
    boost::system::error_code error;
    return value == nullptr ? 0 : value->to_number<std::int64_t>(error);
}

/// A counter that fell belongs to a new connection.
std::int64_t grown(std::int64_t now, std::int64_t& before) {
    const auto by = now >= before ? now - before : now;
    before = now;
    return by;
}

}  // namespace

void LeafWatch::look(Instant now) {
    const auto answer =
        client_.connected() ? client_.ask("$SYS.REQ.SERVER.PING.LEAFZ", Milliseconds{500}) : std::nullopt;
    const auto leafs = answer ? leafs_in(*answer) : std::nullopt;
    if (client_.connected() && !leafs) return;
    if (const auto today = std::chrono::floor<std::chrono::days>(now + kBeijing).time_since_epoch().count();
        today != std::exchange(day_, today))
        for (auto& [account, state] : states_) state.bytes_in_today = state.bytes_out_today = 0;
    std::set<std::string> present;
    for (const auto& leaf : leafs.value_or(json::array())) {
        const auto& one = leaf.as_object();
        const auto* account = one.if_contains("account");
        if (account == nullptr || !account->is_string()) continue;
        const auto [at, fresh] = present.emplace(account->get_string());
        auto& state = states_[*at];
        state.bytes_in_today += grown(number(one, "in_bytes"), counted_[*at].in);
        state.bytes_out_today += grown(number(one, "out_bytes"), counted_[*at].out);
    }
    for (const auto& account : present)
        if (!states_[account].connected) states_[account].connected = true, states_[account].since = now;
    for (auto& [account, state] : states_)
        if (state.connected && !present.contains(account)) state.connected = false, state.since = now;
}

}  // namespace anlan::nats
