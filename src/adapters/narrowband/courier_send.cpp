#include <spdlog/spdlog.h>

#include <algorithm>

#include "narrow/queries.hpp"
#include "narrowband/courier.hpp"
#include "narrowband/gsm_form.hpp"

namespace anlan::narrowband {

namespace {

using Form = narrow::ShortMessages::Form;

constexpr Milliseconds kReceiptPause{5'000};  ///< several acknowledgements share a frame
constexpr std::size_t kReceiptsAtOnce = 8;
constexpr std::chrono::minutes kMinute{1};

/// A clock that was set back makes everything long ago.
Milliseconds elapsed(Instant then, Instant now) {
    return now < then ? Milliseconds::max() : now - then;
}

}  // namespace

std::size_t Courier::most_bytes() const {
    return messages_.form() == Form::text ? std::min(settings_.most_bytes, kGsmBytes) : settings_.most_bytes;
}

/// One device, one rate.
bool Courier::may_send() {
    while (!sent_at_.empty() && elapsed(sent_at_.front(), now_) >= kMinute) sent_at_.pop_front();
    return sent_at_.size() < static_cast<std::size_t>(rules_.per_minute);
}

bool Courier::due(const Letter& letter) const {
    if (letter.times == 0 || letter.number == 0) return true;
    auto pause = rules_.repeat_first;
    for (int i = 1; i < letter.times && pause < rules_.repeat_most; ++i) pause *= 2;
    return elapsed(letter.sent_at, now_) >= std::min(pause, rules_.repeat_most);
}

bool Courier::receipt_due(const Way& way) const {
    return way.owes && (way.owed.size() >= kReceiptsAtOnce || elapsed(way.owed_since, now_) >= kReceiptPause);
}

/// The most urgent that is due, and of those the one that waits longest.
Courier::Letter* Courier::next_letter(Way& way, bool only_urgent) {
    Letter* next = nullptr;
    for (auto& letter : way.letters) {
        if (!due(letter) || (only_urgent && letter.fact.kind() > narrow::ToldKind::casualties)) continue;
        const bool sooner = next == nullptr || letter.fact.kind() < next->fact.kind() ||
                            (letter.fact.kind() == next->fact.kind() && letter.sent_at < next->sent_at);
        if (sooner) next = &letter;
    }
    return next;
}

/// Help and casualties to everybody, then acknowledgements, then the rest; round after round until nothing is due or
/// the minute is full.
std::size_t Courier::send_due() {
    std::size_t sent = 0;
    for (bool any = true; any;) {
        any = false;
        for (const int turn : {0, 1, 2})
            for (auto& [area, way] : ways_) {
                if (!may_send()) return sent;
                auto* letter = turn == 1 || !way.open ? nullptr : next_letter(way, turn == 0 || !way.wide);
                const bool went =
                    turn == 1 ? receipt_due(way) && send_receipt(way) : letter && send_letter(way, *letter);
                any = any || went;
                sent += went ? 1 : 0;
            }
    }
    return sent;
}

bool Courier::send_letter(Way& way, Letter& letter) {
    const auto& here = settings_.writer->node().area;
    const bool first = letter.number == 0;
    if (first)
        settings_.read([&](store::Rows& rows) {
            letter.number = std::max(narrow::last_number(rows, way.peer.area) + 1, number_at(now_));
        });
    const auto bytes = encode({here, way.peer.area, letter.number, letter.fact}, way.peer.key, most_bytes());
    if (first) {
        // On record before it leaves: a number is never given twice, whatever stops.
        const narrow::NarrowSent sent{
            way.peer.area,
            letter.number,
            letter.fact.seq,
            letter.fact.thing,
            letter.fact.kind(),
            static_cast<std::int64_t>(bytes.size()),
            messages_.bearer()};
        const auto noted = settings_.writer->execute(journal::wish(World::real(), kActor, narrow::NoteSent{sent}));
        if (!noted) {
            spdlog::warn("narrow band to {}: {}", way.peer.area.text, noted.error().en);
            letter.number = 0;
            return false;
        }
    }
    ++(letter.times == 0 ? counts_.sent : counts_.repeated);
    ++letter.times;
    letter.sent_at = now_;
    post(way, bytes);
    return true;
}

bool Courier::send_receipt(Way& way) {
    Receipt receipt;
    settings_.read([&](store::Rows& rows) { receipt.newest = narrow::newest_heard(rows, way.peer.area); });
    const auto count = std::min(way.owed.size(), kReceiptsMost);
    receipt.numbers.assign(way.owed.begin(), way.owed.begin() + static_cast<std::ptrdiff_t>(count));
    for (const auto number : receipt.numbers) receipt.newest = std::max(receipt.newest, number);
    way.owed.erase(way.owed.begin(), way.owed.begin() + static_cast<std::ptrdiff_t>(count));
    way.owes = !way.owed.empty();
    way.owed_since = now_;
    post(way, encode({settings_.writer->node().area, way.peer.area, number_at(now_), receipt}, way.peer.key));
    return true;
}

void Courier::post(const Way& way, const std::string& bytes) {
    sent_at_.push_back(now_);
    const auto form = messages_.form();
    messages_.send({way.peer.phone, form, form == Form::text ? to_gsm(bytes) : bytes});
}

}  // namespace anlan::narrowband
