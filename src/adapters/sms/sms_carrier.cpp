#include "sms/sms_carrier.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace anlan::sms {

namespace {

using calls::Carriage;
using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kTurn{150};
constexpr std::chrono::seconds kLookForReports{2};
constexpr std::size_t kWatchedMost = 20'000;

struct Waiting {
    calls::Carry carry;
    std::string number;
    std::vector<Part> parts;
    std::size_t tries = 0;
    steady_clock::time_point not_before{};
};

unsigned char mark_of(const std::string& id) {
    return static_cast<unsigned char>(std::hash<std::string>{}(id)&0xff);
}

}  // namespace

struct SmsCarrier::Inside {
    explicit Inside(SmsSettings given) : settings(std::move(given)) {}

    // Of the thread.
    void run();
    void make_modems();
    void take_over();
    void begin_with(const calls::Carry& carry);
    void ended(const Modem::Ended& end, std::size_t modem);
    void distribute();
    void look_for_reports();
    void look_for_replies(std::size_t modem);
    void tell_health();
    void tell(
        const std::string& id,
        Carriage state,
        std::int64_t parts,
        const std::string& zh = {},
        const std::string& en = {}
    ) {
        news.carried({{id}, state, parts, zh, en});
    }

    SmsSettings settings;
    calls::CarrierNews news;
    std::vector<std::unique_ptr<Modem>> modems;
    std::deque<Waiting> queue;
    std::map<std::string, Waiting> handed;       ///< with a modem
    std::map<std::string, std::size_t> watched;  ///< sent; which modem will hear of their delivery
    std::map<std::string, bool> told_replies;    ///< by id: given on, not yet written
    steady_clock::time_point next_reports{};

    mutable std::mutex mutex;
    std::condition_variable wake;
    std::deque<calls::Carry> fresh;
    std::vector<std::pair<std::size_t, std::int64_t>> read;  ///< replies that were written
    calls::ChannelHealth health;
    bool stopping = false;
    std::thread thread;
};

/// Here, on the thread that uses them; again, when a disk was full or a store locked.
void SmsCarrier::Inside::make_modems() {
    while (modems.size() < settings.devices.size()) {
        const auto i = modems.size();
        auto one = settings.modem;
        one.folder = settings.folder / std::to_string(i);
        one.device = settings.devices[i];
        one.connection = settings.connection;
        modems.push_back(std::make_unique<Modem>(one));
    }
}

void SmsCarrier::Inside::run() {
    for (;;) {
        {
            std::unique_lock lock(mutex);
            wake.wait_for(lock, kTurn, [this] { return stopping || !fresh.empty(); });
            if (stopping) break;
        }
        try {
            make_modems();
            take_over();
            for (std::size_t i = 0; i < modems.size(); ++i) {
                while (const auto end = modems[i]->turn()) ended(*end, i);
                if (modems[i]->idle()) look_for_replies(i);
            }
            distribute();
            look_for_reports();
            tell_health();
        } catch (const std::exception& fault) {
            spdlog::error("SMS: {}", fault.what());
        }
    }
    modems.clear();
}

/// One by one: a store that fails in between loses none.
void SmsCarrier::Inside::take_over() {
    for (;;) {
        calls::Carry carry;
        {
            std::lock_guard lock(mutex);
            if (fresh.empty()) return;
            carry = fresh.front();
        }
        begin_with(carry);
        std::lock_guard lock(mutex);
        fresh.pop_front();
    }
}

/// First what the stores know of it: an earlier run of this program may have handed it over.
void SmsCarrier::Inside::begin_with(const calls::Carry& carry) {
    const auto& id = carry.id.text;
    if (handed.contains(id) || watched.contains(id)) return;
    if (std::any_of(queue.begin(), queue.end(), [&](const Waiting& each) { return each.carry.id == carry.id; })) return;
    const auto number = number_of(carry.address);
    const auto parts = parts_of(carry.words, mark_of(id));
    const auto count = parts ? static_cast<std::int64_t>(parts.value().size()) : 0;
    for (std::size_t i = 0; i < modems.size(); ++i) switch (modems[i]->spool().look(id)) {
            case Lot::unknown:
                continue;
            case Lot::sent:
                watched[id] = i;
                return tell(id, Carriage::accepted, count);
            case Lot::delivered:
                return tell(id, Carriage::delivered, count);
            case Lot::not_delivered:
                return tell(
                    id, Carriage::failed, count, "运营商回报未送达", "the network reports that it was not delivered"
                );
            case Lot::uncertain:
                return tell(
                    id,
                    Carriage::uncertain,
                    count,
                    "发送时中断，不能确定是否发出",
                    "it broke while being sent; nobody knows whether it went out"
                );
            default:  // at a modem since before
                if (parts) handed[id] = {carry, number ? number.value() : "", parts.value(), 0, {}};
                return;
        }
    if (carry.known) return;
    if (!number) return tell(id, Carriage::failed, 0, number.error().zh, number.error().en);
    if (!parts) return tell(id, Carriage::failed, 0, parts.error().zh, parts.error().en);
    queue.push_back({carry, number.value(), parts.value(), 0, {}});
}

void SmsCarrier::Inside::ended(const Modem::Ended& end, std::size_t modem) {
    auto found = handed.extract(end.name);
    if (found.empty()) return;  // the station has not asked for it yet in this run; the store remembers
    auto one = std::move(found.mapped());
    const auto parts = static_cast<std::int64_t>(one.parts.size());
    switch (end.how) {
        case End::sent:
            watched[end.name] = modem;
            return tell(end.name, Carriage::accepted, parts);
        case End::uncertain:
            return tell(
                end.name,
                Carriage::uncertain,
                parts,
                "发送时中断（" + end.fault + "），不能确定是否发出",
                "it broke while being sent (" + end.fault + "); nobody knows whether it went out"
            );
        case End::given_back:
            return queue.push_front(std::move(one));
        case End::refused:
            if (one.tries >= settings.retries.size())
                return tell(
                    end.name,
                    Carriage::failed,
                    0,
                    "短信模块拒绝发送（" + end.fault + "）",
                    "the modem refused to send (" + end.fault + ")"
                );
            one.not_before = steady_clock::now() + settings.retries[one.tries++];
            queue.push_back(std::move(one));
    }
}

void SmsCarrier::Inside::distribute() {
    const auto now = steady_clock::now();
    for (auto& modem : modems) {
        if (!modem->idle() || !modem->awake()) continue;
        const auto next =
            std::find_if(queue.begin(), queue.end(), [&](const Waiting& each) { return each.not_before <= now; });
        if (next == queue.end()) return;
        modem->give(next->carry.id.text, next->number, next->parts);
        const auto id = next->carry.id.text;
        handed[id] = std::move(*next);
        queue.erase(next);
    }
}

void SmsCarrier::Inside::look_for_reports() {
    const auto now = steady_clock::now();
    if (now < next_reports) return;
    next_reports = now + kLookForReports;
    std::erase_if(watched, [this](const auto& each) {
        const auto lot = modems[each.second]->spool().look(each.first);
        if (lot == Lot::delivered) tell(each.first, Carriage::delivered, 0);
        if (lot == Lot::not_delivered)
            tell(each.first, Carriage::failed, 0, "运营商回报未送达", "the network reports that it was not delivered");
        return lot != Lot::sent;
    });
    if (watched.size() > kWatchedMost) watched.erase(watched.begin());
}

void SmsCarrier::Inside::look_for_replies(std::size_t modem) {
    std::vector<std::pair<std::size_t, std::int64_t>> written;
    {
        std::lock_guard lock(mutex);
        std::copy_if(read.begin(), read.end(), std::back_inserter(written), [&](const auto& each) {
            return each.first == modem;
        });
        std::erase_if(read, [&](const auto& each) { return each.first == modem; });
    }
    auto& spool = modems[modem]->spool();
    for (const auto& [at, id] : written) spool.read(id);
    for (const auto& each : spool.received()) {
        const auto name = fmt::format("{}/{}/{}", modem, each.id, each.at);
        if (!told_replies.emplace(name, true).second) continue;
        news.reply({name, each.number, each.words, [this, modem, id = each.id] {
                        std::lock_guard lock(mutex);
                        read.emplace_back(modem, id);
                    }});
    }
}

void SmsCarrier::Inside::tell_health() {
    calls::ChannelHealth now;
    now.configured = true;
    std::size_t awake = 0;
    for (const auto& modem : modems) {
        awake += modem->awake() ? 1 : 0;
        now.device += (now.device.empty() ? "" : "、") + modem->device();
        if (now.network.empty()) now.network = modem->sign().network;
        if (modem->awake()) now.signal_percent = std::max(now.signal_percent, modem->sign().signal_percent);
        if (now.note_zh.empty() && !modem->awake()) now.note_zh = modem->note_zh(), now.note_en = modem->note_en();
    }
    now.awake = awake > 0;
    if (now.awake) now.note_zh.clear(), now.note_en.clear();
    now.waiting = static_cast<std::int64_t>(queue.size() + handed.size());
    bool changed = false;
    {
        std::lock_guard lock(mutex);
        changed = health.awake != now.awake || health.note_zh != now.note_zh || !health.configured;
        health = std::move(now);
    }
    if (changed) news.health();
}

SmsCarrier::SmsCarrier(SmsSettings settings) : inside_(std::make_unique<Inside>(std::move(settings))) {}

SmsCarrier::~SmsCarrier() {
    close();
}

void SmsCarrier::open(calls::CarrierNews news) {
    inside_->news = std::move(news);
    inside_->thread = std::thread([this] { inside_->run(); });
}

void SmsCarrier::carry(const calls::Carry& carry) {
    {
        std::lock_guard lock(inside_->mutex);
        inside_->fresh.push_back(carry);
    }
    inside_->wake.notify_all();
}

calls::ChannelHealth SmsCarrier::health() const {
    std::lock_guard lock(inside_->mutex);
    return inside_->health;
}

void SmsCarrier::close() {
    {
        std::lock_guard lock(inside_->mutex);
        inside_->stopping = true;
    }
    inside_->wake.notify_all();
    if (inside_->thread.joinable()) inside_->thread.join();
}

}  // namespace anlan::sms
