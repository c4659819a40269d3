#include "sms/fleet.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anlan::sms {

namespace {

using calls::Carriage;
using std::chrono::steady_clock;

constexpr std::chrono::seconds kLookForReports{2};
constexpr std::size_t kWatchedMost = 20'000;
constexpr const char *kBrokeZh = "发送时中断，不能确定是否发出",
                     *kBrokeEn = "it broke while being sent; nobody knows whether it went out",
                     *kNotDeliveredZh = "运营商回报未送达",
                     *kNotDeliveredEn = "the network reports it as not delivered";

unsigned char mark_of(const std::string& id) {
    return static_cast<unsigned char>(std::hash<std::string>{}(id) % 256);
}

}  // namespace

void Fleet::prepare() {
    while (modems_.size() < settings_.devices.size()) {
        const auto i = modems_.size();
        auto one = settings_.modem;
        one.folder = settings_.folder / std::to_string(i);
        one.device = settings_.devices[i];
        one.connection = settings_.connection;
        modems_.push_back(std::make_unique<Modem>(one));
    }
}

void Fleet::begin_with(const calls::Carry& carry) {
    const auto& id = carry.id.text;
    const bool here =
        std::any_of(queue_.begin(), queue_.end(), [&](const auto& each) { return each.carry.id == carry.id; });
    if (here || handed_.contains(id) || watched_.contains(id)) return;
    const auto number = number_of(carry.address);
    const auto parts = parts_of(carry.words, mark_of(id));
    if (known(id, parts ? static_cast<std::int64_t>(parts.value().size()) : 0) || carry.known) return;
    if (!number) return tell(id, Carriage::failed, 0, number.error().zh, number.error().en);
    if (!parts) return tell(id, Carriage::failed, 0, parts.error().zh, parts.error().en);
    queue_.push_back({carry, number.value(), parts.value(), 0, {}});
}

/// Whether a store knows it; then what it knows is told.
bool Fleet::known(const std::string& id, std::int64_t parts) {
    for (std::size_t i = 0; i < modems_.size(); ++i) {
        const auto lot = modems_[i]->spool().look(id);
        if (lot == Lot::unknown) continue;
        if (lot == Lot::sent) {
            watched_[id] = i;
            tell(id, Carriage::accepted, parts);
        } else if (lot == Lot::delivered) {
            tell(id, Carriage::delivered, parts);
        } else if (lot == Lot::not_delivered) {
            tell(id, Carriage::failed, parts, kNotDeliveredZh, kNotDeliveredEn);
        } else {
            tell(id, Carriage::uncertain, parts, kBrokeZh, kBrokeEn);
        }
        return true;
    }
    return false;
}

void Fleet::turn() {
    for (std::size_t i = 0; i < modems_.size(); ++i) {
        while (const auto end = modems_[i]->turn()) ended(*end, i);
        if (modems_[i]->idle()) look_for_replies(i);
    }
    distribute();
    look_for_reports();
}

void Fleet::ended(const Modem::Ended& end, std::size_t modem) {
    auto found = handed_.extract(end.name);
    if (found.empty()) return;  // the station has not asked for it yet in this run; the store remembers
    auto one = std::move(found.mapped());
    const auto parts = static_cast<std::int64_t>(one.parts.size());
    switch (end.how) {
        case End::sent:
            watched_[end.name] = modem;
            return tell(end.name, Carriage::accepted, parts);
        case End::uncertain:
            return tell(end.name, Carriage::uncertain, parts, kBrokeZh, kBrokeEn);
        case End::given_back:
            return queue_.push_front(std::move(one));
        case End::refused:
            return refused(std::move(one), end.fault);
    }
}

void Fleet::refused(Waiting one, const std::string& fault) {
    if (one.tries >= settings_.retries.size())
        return tell(
            one.carry.id.text,
            Carriage::failed,
            0,
            "短信模块拒绝发送（" + fault + "）",
            "the modem refused to send (" + fault + ")"
        );
    one.not_before = steady_clock::now() + settings_.retries[one.tries++];
    queue_.push_back(std::move(one));
}

void Fleet::distribute() {
    const auto now = steady_clock::now();
    for (auto& modem : modems_) {
        if (!modem->idle() || !modem->awake()) continue;
        const auto next =
            std::find_if(queue_.begin(), queue_.end(), [&](const auto& each) { return each.not_before <= now; });
        if (next == queue_.end()) return;
        modem->give(next->carry.id.text, next->number, next->parts);
        const auto id = next->carry.id.text;
        handed_[id] = std::move(*next);
        queue_.erase(next);
    }
}

void Fleet::look_for_reports() {
    const auto now = steady_clock::now();
    if (now < next_reports_) return;
    next_reports_ = now + kLookForReports;
    std::erase_if(watched_, [this](const auto& each) {
        const auto lot = modems_[each.second]->spool().look(each.first);
        if (lot == Lot::delivered) tell(each.first, Carriage::delivered, 0);
        if (lot == Lot::not_delivered) tell(each.first, Carriage::failed, 0, kNotDeliveredZh, kNotDeliveredEn);
        return lot != Lot::sent;
    });
    if (watched_.size() > kWatchedMost) watched_.erase(watched_.begin());
}

/// Only while the modem is idle: nobody writes to its store while a message is under way.
void Fleet::look_for_replies(std::size_t modem) {
    auto& spool = modems_[modem]->spool();
    std::erase_if(read_, [&](const auto& each) {
        if (each.first == modem) spool.read(each.second);
        return each.first == modem;
    });
    for (const auto& each : spool.received()) {
        const auto name = fmt::format("{}/{}/{}", modem, each.id, each.at);
        if (!told_replies_.insert(name).second) continue;
        news_.reply({name, each.number, each.words, [then = taken, modem, id = each.id] { then(modem, id); }});
    }
}

calls::ChannelHealth Fleet::health() const {
    calls::ChannelHealth now;
    now.configured = true;
    for (const auto& modem : modems_) {
        now.awake = now.awake || modem->awake();
        now.device += (now.device.empty() ? "" : "、") + modem->device();
        if (now.network.empty()) now.network = modem->sign().network;
        if (modem->awake()) now.signal_percent = std::max(now.signal_percent, modem->sign().signal_percent);
        if (now.note_zh.empty() && !modem->awake()) now.note_zh = modem->note_zh(), now.note_en = modem->note_en();
    }
    if (now.awake) now.note_zh.clear(), now.note_en.clear();
    now.waiting = static_cast<std::int64_t>(queue_.size() + handed_.size());
    return now;
}

}  // namespace anlan::sms
