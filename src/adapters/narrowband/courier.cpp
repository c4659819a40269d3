#include "narrowband/courier.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "narrow/queries.hpp"
#include "narrowband/gsm_form.hpp"
#include "narrowband/pdu.hpp"
#include "policy/queries.hpp"

namespace anlan::narrowband {

namespace {

using Form = narrow::ShortMessages::Form;

constexpr Milliseconds kBeforeCut{120'000};  ///< written just before the link was known to be down
constexpr std::size_t kInboxMost = 1'000;
constexpr std::chrono::minutes kRefusalPause{10};

Milliseconds span(store::Rows& rows, const char* key) {
    return policy::seconds(rows, key);
}

Rules rules_of(store::Rows& rows) {
    return {
        span(rows, "narrow.after"),
        span(rows, "narrow.repeat.first"),
        span(rows, "narrow.repeat.most"),
        span(rows, "narrow.max_age"),
        std::max(1, static_cast<int>(policy::number(rows, "narrow.rate")))};
}

/// The bytes that a message may hold, in the order of their likelihood. A modem in text mode gives 8-bit data as
/// hexadecimal digits.
std::vector<std::string> candidates(const narrow::ShortMessages::Message& message) {
    if (message.form == Form::binary) return {message.payload};
    std::vector<std::string> all;
    if (auto bytes = from_gsm(message.payload)) all.push_back(std::move(bytes.value()));
    if (auto bytes = bytes_of_hex(message.payload); !bytes.empty()) all.push_back(std::move(bytes));
    return all;
}

}  // namespace

Courier::Courier(CourierSettings settings, narrow::ShortMessages& messages)
    : settings_(std::move(settings)), messages_(messages) {
    messages_.open([this](narrow::ShortMessages::Message message) {
        std::lock_guard lock(inbox_mutex_);
        if (inbox_.size() < kInboxMost) inbox_.push_back(std::move(message));
    });
}

Courier::~Courier() {
    messages_.close();
}

void Courier::meet(Peer peer) {
    std::lock_guard lock(meeting_);
    met_.push_back(std::move(peer));
}

std::size_t Courier::tick() {
    now_ = settings_.writer->clock().now();
    settings_.read([this](store::Rows& rows) { rules_ = rules_of(rows); });
    {
        std::lock_guard lock(meeting_);
        for (auto& peer : met_)
            if (peer.key.empty())
                ways_.erase(peer.area);
            else
                ways_[peer.area].peer = peer;
        met_.clear();
    }
    const auto taken = take_in();
    for (const auto& link : settings_.links())
        if (const auto way = ways_.find(link.area); way != ways_.end()) follow_link(way->second, link);
    return taken + send_due();
}

std::size_t Courier::take_in() {
    std::vector<narrow::ShortMessages::Message> came;
    {
        std::lock_guard lock(inbox_mutex_);
        came.swap(inbox_);
    }
    for (const auto& message : came) take(message);
    return came.size();
}

void Courier::take(const narrow::ShortMessages::Message& message) {
    const auto key_of = [this](const AreaCode& area) {
        const auto way = ways_.find(area);
        return way == ways_.end() ? std::string() : way->second.peer.key;
    };
    std::optional<Refusal> refusal;
    for (const auto& bytes : candidates(message)) {
        const auto frame = decode(bytes, settings_.writer->node().area, key_of);
        if (!frame) {
            if (frame.error().code != "frame_damaged") refusal = frame.error();
            continue;
        }
        auto& way = ways_.at(frame.value().from);
        if (const auto* receipt = std::get_if<Receipt>(&frame.value().says)) return take_receipt(way, *receipt);
        return take_fact(way, frame.value(), code_of(bytes));
    }
    ++counts_.refused;  // somebody's ordinary SMS, or a forgery: neither is worth an answer
    if (refusal) say_refused(AreaCode{refusal->field}, *refusal);
}

void Courier::say_refused(const AreaCode& claimed, const Refusal& refusal) {
    spdlog::warn("narrow band from {}: {}", claimed.text, refusal.en);
    const auto said = said_refused_.find(refusal.code + claimed.text);
    if (said != said_refused_.end() && now_ >= said->second && now_ - said->second < kRefusalPause) return;
    said_refused_[refusal.code + claimed.text] = now_;
    if (settings_.refused) settings_.refused(claimed, refusal);
}

void Courier::take_fact(Way& way, const Frame& frame, const std::string& code) {
    const auto& fact = std::get<narrow::Fact>(frame.says);
    const auto taken = settings_.writer->execute(
        journal::wish(World::real(), kActor, narrow::TakeFact{frame.from, frame.number, code, fact, messages_.bearer()})
    );
    if (taken) {
        ++(taken.value().first_seq > 0 ? counts_.taken : counts_.again);
        return owe(way, frame.number);
    }
    ++counts_.refused;
    say_refused(frame.from, taken.error());
    // A drill that is not known here will not be known at the next repeat either, nor will it be their area.
    if (taken.error().code == "drill_unknown" || taken.error().code == "out_of_area") return owe(way, frame.number);
    if (taken.error().code == "frame_stale") owe(way, std::nullopt);
}

/// Without a number: only the newest is told, so that the other end numbers anew.
void Courier::owe(Way& way, std::optional<std::int64_t> number) {
    if (!way.owes) way.owed_since = now_;
    way.owes = true;
    if (number && std::find(way.owed.begin(), way.owed.end(), *number) == way.owed.end()) way.owed.push_back(*number);
}

void Courier::take_receipt(Way& way, const Receipt& receipt) {
    ++counts_.receipts;
    if (receipt.numbers.empty()) {
        for (auto& letter : way.letters)
            if (letter.number <= receipt.newest) letter.number = 0;
        return;
    }
    const auto confirmed = [&](const Letter& letter) {
        return letter.number != 0 &&
               std::find(receipt.numbers.begin(), receipt.numbers.end(), letter.number) != receipt.numbers.end();
    };
    std::erase_if(way.letters, confirmed);
    const auto noted = settings_.writer->execute(
        journal::wish(World::real(), kActor, narrow::NoteConfirmed{way.peer.area, receipt.numbers})
    );
    if (!noted) spdlog::warn("narrow band to {}: {}", way.peer.area.text, noted.error().en);
}

void Courier::follow_link(Way& way, const OrdinaryLink& link) {
    if (link.up) {
        way.open = way.wide = false;
        way.letters.clear();
        if (link.waiting > 0) return;
        std::size_t waiting = 0;
        settings_.read([&](store::Rows& rows) { waiting = narrow::waiting_for(rows, way.peer.area).size(); });
        if (waiting == 0) return;
        const auto settled = settings_.writer->execute(
            journal::wish(World::real(), kActor, narrow::SettleWaiting{way.peer.area, "link", now_})
        );
        if (!settled) spdlog::warn("narrow band to {}: {}", way.peer.area.text, settled.error().en);
        return;
    }
    if (!way.open) open_way(way, link);
    way.wide = now_ - link.since >= rules_.after;
    gather(way);
    drop_old(way);
}

void Courier::open_way(Way& way, const OrdinaryLink& link) {
    way.open = true;
    const auto& here = settings_.writer->node().area;
    settings_.read([&](store::Rows& rows) {
        way.after = narrow::last_before(rows, std::max(link.since - kBeforeCut, now_ - rules_.max_age));
        for (const auto& row : narrow::waiting_for(rows, way.peer.area))
            if (auto fact = narrow::fact_at(rows, here, way.peer.area, row.seq))
                way.letters.push_back({std::move(*fact), row.number, {}, 1});
    });
    spdlog::info("narrow band to {}: the ordinary link is down, short messages take over", way.peer.area.text);
}

void Courier::gather(Way& way) {
    const auto& here = settings_.writer->node().area;
    settings_.read([&](store::Rows& rows) {
        auto found = narrow::untold(rows, here, way.peer.area, way.after, now_ - rules_.max_age);
        way.after = found.last;
        for (auto& fact : found.facts) way.letters.push_back({std::move(fact), 0, {}, 0});
    });
}

void Courier::drop_old(Way& way) {
    bool sent_before = false;
    std::erase_if(way.letters, [&](const Letter& letter) {
        const bool old = now_ - letter.fact.at > rules_.max_age;
        sent_before = sent_before || (old && letter.number != 0);
        return old;
    });
    if (!sent_before) return;
    const auto settled = settings_.writer->execute(
        journal::wish(World::real(), kActor, narrow::SettleWaiting{way.peer.area, "old", now_ - rules_.max_age})
    );
    if (!settled) spdlog::warn("narrow band to {}: {}", way.peer.area.text, settled.error().en);
}

}  // namespace anlan::narrowband
