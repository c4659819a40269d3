#include <algorithm>

#include "app/terminals.hpp"
#include "devices/queries.hpp"
#include "meetings/terminal_queries.hpp"

namespace anlan::app {

/// By where the call came from: what a caller says of itself anybody can say.
bool Terminals::is_of(const sip::Caller& caller, const std::string& address) const {
    const auto at = address.find('@');
    const bool host_alone = at == std::string::npos && address.find_first_of(".:") != std::string::npos;
    const auto user = host_alone ? std::string() : address.substr(0, at);
    const auto whole = host_alone ? address : at == std::string::npos ? account_->gateway : address.substr(at + 1);
    const auto host = whole.substr(0, whole.rfind(':'));
    return !host.empty() && caller.address == host && (host_alone || caller.user == user);
}

std::optional<sip::Admitted> Terminals::judge(const sip::Caller& caller) {
    const std::lock_guard lock(mutex_);
    const auto meeting = directory_.meetings.find(caller.dialled);
    const auto set =
        std::ranges::find_if(directory_.sets, [&](const KnownSet& each) { return is_of(caller, each.address); });
    if (meeting == directory_.meetings.end() || set == directory_.sets.end()) return std::nullopt;
    const Key key{meeting->second, set->id};
    const auto run = ++runs_;
    const auto uri = "sip:" + caller.user + "@" + caller.address + ":" + std::to_string(caller.port);
    return sip::Admitted{order_for(uri, true), news_of(key, run), [this, key, known = *set, run](std::uint64_t talk) {
                             own_.give([this, key, known, run, talk] { let_in(key, known, run, talk); });
                         }};
}

void Terminals::let_in(const Key& key, const KnownSet& set, std::uint64_t run, std::uint64_t talk) {
    const bool busy = std::ranges::any_of(calls_, [&](const auto& each) { return each.first.second == set.id; });
    if (busy) return endpoint_->call_off(talk);
    calls_[key] = Call{run, talk, set.name, set.place, {}};
}

void Terminals::learn_directory() {
    Directory fresh;
    read_([&](store::Rows& rows) {
        for (const auto& each : meetings::open_meetings(rows)) fresh.meetings[meetings::dial_number(each.id)] = each.id;
        for (const auto& each : devices::devices(rows))
            if (each.kind == devices::DeviceKind::conference_set && meetings::is_dialled(each.number))
                fresh.sets.push_back({each.id, each.name, each.place, each.number});
    });
    std::erase_if(fresh.sets, [&](const KnownSet& one) {
        return std::ranges::any_of(calls_, [&](const auto& each) { return each.first.second == one.id; });
    });
    const std::lock_guard lock(mutex_);
    directory_ = std::move(fresh);
}

}  // namespace anlan::app
