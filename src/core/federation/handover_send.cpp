#include "federation/handover.hpp"

namespace anlan::federation {

namespace {

constexpr Milliseconds kHeartbeat{10'000};
constexpr Milliseconds kSilence{35'000};
constexpr Milliseconds kSlowLink{500};        ///< round trip from which receipts are gathered
constexpr Milliseconds kReceiptPause{1'000};  ///< between receipts on a slow link
constexpr Milliseconds kPauseAfterFault{2'000};
constexpr std::int64_t kUrgentLeastBytes = 4'096;
constexpr int kFruitlessMost = 2;
constexpr int kEntriesMost = 2'000;
constexpr std::int64_t kWorthAFrame = 3;          ///< the part of the room that must be free
constexpr Milliseconds kGathered{3'000};          ///< a few routine entries wait so long for more on a slow link
constexpr std::int64_t kNarrowBytes = 64 * 1024;  ///< a window beyond it belongs to no slow link
constexpr int kLocatorsMost = 20;
constexpr std::size_t kStampsKept = 256;

StreamMark told(const std::string& stream, const journal::Mark& mark) {
    return {stream, mark.epoch, mark.number, mark.hash.substr(0, kCheckDigits)};
}

/// A clock that was set back makes everything long ago.
Milliseconds elapsed(Instant then, Instant now) {
    return now < then ? Milliseconds::max() : now - then;
}

bool earlier(const journal::Mark& one, const journal::Mark& other) {
    return std::tie(one.epoch, one.number) < std::tie(other.epoch, other.number);
}

}  // namespace

void Handover::posted(const std::map<std::string, journal::Mark>& ends) {
    for (auto& out : outbound_)
        if (const auto found = ends.find(out.stream); found != ends.end()) out.end = found->second;
}

std::size_t Handover::tick() {
    const auto now = home_.now();
    follow_line(now);
    if (!connected_) return 0;
    if (const auto trip = pace_.trip()) slow_ = *trip >= kSlowLink && pace_.window_bytes() <= kNarrowBytes;
    try_again(now);
    rewind_late(now);
    std::size_t sent = 0;
    // A link that comes back need not answer first before it gets what is urgent: the receiver judges by its own marks.
    const bool known = heard_ || incarnation_ != 0;
    if (known && !refused_ && !changing_) sent += send_batches(now);
    if (send_status(now)) ++sent;
    return sent;
}

/// A line that comes back begins with a status each way; nothing routine is sent before the other end is heard, and
/// nothing at all before it was heard once since the start.
void Handover::follow_line(Instant now) {
    const bool connected = line_.facts(neighbour_.area).connected;
    if (connected && !connected_) {
        pace_.begin_anew();
        owes_receipt_ = true;
        for (auto& out : outbound_) rewind(out);
    }
    if (!connected && connected_) {
        if (heard_) since_ = now;
        heard_ = false;
        last_status_sent_.reset();
    }
    connected_ = connected;
    if (heard_ && last_frame_at_ && elapsed(*last_frame_at_, now) > kSilence) {
        heard_ = false;
        since_ = now;
    }
}

/// A full disk is not asked at every round trip.
void Handover::try_again(Instant now) {
    if (!not_taken_at_ || elapsed(*not_taken_at_, now) < kPauseAfterFault) return;
    not_taken_at_.reset();
    owes_receipt_ = saw_gap_ = true;
}

void Handover::rewind(Outbound& out) {
    out.in_flight.clear();
    out.cursor = out.confirmed;
}

/// A frame without a receipt in time is sent again, and all after it.
void Handover::rewind_late(Instant now) {
    for (auto& out : outbound_) {
        if (out.in_flight.empty()) continue;
        if (elapsed(out.in_flight.front().sent_at, now) <= pace_.patience()) continue;
        pace_.lost();
        ++out.fruitless;
        rewind(out);
        owes_receipt_ = true;
    }
}

std::int64_t Handover::in_flight_bytes(bool urgent) const {
    std::int64_t bytes = 0;
    for (const auto& out : outbound_)
        if (out.urgent == urgent)
            for (const auto& frame : out.in_flight) bytes += frame.bytes;
    return bytes;
}

/// Most urgent first. Urgent entries have room of their own and never wait for routine ones. Routine ones wait until a
/// good part of the room is free: on a full slow line a frame for every entry would cost more than the entries.
std::size_t Handover::send_batches(Instant now) {
    std::size_t sent = 0;
    for (auto& out : outbound_) {
        if (!heard_ && !out.urgent) break;
        for (;;) {
            const auto window = out.urgent ? std::max(pace_.window_bytes(), kUrgentLeastBytes) : pace_.window_bytes();
            const auto budget = window - in_flight_bytes(out.urgent);
            const auto least = out.urgent ? 1 : window / kWorthAFrame;
            if (budget < least || !earlier(out.cursor, out.end) || gathers(out, window, now)) break;
            if (!send_batch(out, budget, now)) break;
            ++sent;
        }
    }
    return sent;
}

/// On a slow link a few routine entries wait a moment for company: a frame and its receipt cost more than they do.
bool Handover::gathers(Outbound& out, std::int64_t window_bytes, Instant now) const {
    if (out.urgent || !slow_ || !out.in_flight.empty() || out.cursor.epoch != out.end.epoch) return false;
    if ((out.end.number - out.cursor.number) * out.bytes_each >= window_bytes / kWorthAFrame) return false;
    if (!out.begun) out.begun = now;
    return elapsed(*out.begun, now) < kGathered;
}

/// On a slow link a batch leans on the entries before it: their words need not be said again.
Squeezing Handover::squeezing(const Outbound& out, const Batch& batch) const {
    const int newest = std::min(dictionary_, home_.squeezer->newest());
    Squeezing how{home_.squeezer->has(newest) ? newest : 0, slow_ && reads_past_};
    const auto most = std::min(batch.first - out.leans_from, kPastMost);
    if (!how.slow || most <= 0) return how;
    const journal::Mark from{batch.epoch, batch.first - 1 - most, {}};
    home_.read([&](store::Rows& rows) {
        auto parcels =
            journal::outgoing(rows, home_.writer->rooms(), home_.area(), out.stream, from, static_cast<int>(most));
        for (auto& parcel : parcels) how.past.push_back(std::move(parcel.entry));
    });
    how.past = past_of(std::move(how.past));
    return how;
}

bool Handover::send_batch(Outbound& out, std::int64_t budget_bytes, Instant now) {
    const auto most = std::min(budget_bytes, pace_.window_bytes() / 2 + 200);
    const auto entries = std::clamp<std::int64_t>(most / std::max<std::int64_t>(out.bytes_each, 1), 1, kEntriesMost);
    std::vector<journal::Parcel> parcels;
    home_.read([&](store::Rows& rows) {
        parcels = journal::outgoing(
            rows, home_.writer->rooms(), home_.area(), out.stream, out.cursor, static_cast<int>(entries)
        );
    });
    if (parcels.empty()) return false;
    const auto& last = parcels.back();
    Batch batch{out.stream, last.epoch, parcels.front().number, {}, last.entry.hash.substr(0, kCheckDigits)};
    const journal::Mark mark{last.epoch, last.number, last.entry.hash};
    for (auto& parcel : parcels) batch.entries.push_back(std::move(parcel.entry));
    const auto count = static_cast<std::int64_t>(batch.entries.size());
    // The other end may remember what it holds in other words, from an older program.
    if (std::exchange(out.fruitless, std::min(out.fruitless, kFruitlessMost)) > kFruitlessMost || batch.first == 1)
        out.leans_from = batch.first;
    const auto how = squeezing(out, batch);
    const Frame frame{home_.area(), neighbour_.area, stamp(now), std::move(batch), std::nullopt};
    auto bytes = encode(frame, *home_.squeezer, how, key_);
    const auto size = static_cast<std::int64_t>(bytes.size());
    out.bytes_each = (out.bytes_each * 3 + size / count) / 4;
    out.in_flight.push_back({mark, size, now});
    out.cursor = mark;
    out.begun.reset();
    line_.send(neighbour_.area, out.urgent ? Lane::urgent : Lane::routine, std::move(bytes));
    return true;
}

/// Each frame's stamp is later than the one before, also when the clock is set back.
Instant Handover::stamp(Instant now) {
    last_stamp_ = std::max(now, last_stamp_ + Milliseconds{1});
    stamped_[last_stamp_] = now;
    if (stamped_.size() > kStampsKept) stamped_.erase(stamped_.begin());
    return last_stamp_;
}

bool Handover::send_status(Instant now) {
    const bool fast = !pace_.measured() || pace_.round_trip() < kSlowLink;
    const auto silent = last_status_sent_ ? elapsed(*last_status_sent_, now) : kHeartbeat;
    const bool due = owes_receipt_ && (fast || !heard_ || silent >= kReceiptPause);
    if (!due && silent < kHeartbeat) return false;
    if (!heard_ && silent < kReceiptPause) return false;
    Status status;
    status.incarnation = home_.incarnation;
    status.clock = now;
    status.dictionary = home_.squeezer->newest();
    status.asks_again = saw_gap_;
    status.wants_locators = wants_locators_;
    if (last_frame_at_) {
        status.echo = last_frame_sent_at_;
        status.echo_age_ms = std::max<std::int64_t>(0, (now - *last_frame_at_).count());
    }
    for (const auto& [stream, in] : inbound_)
        if (in.confirmed.number > 0) status.arrived.push_back(told(stream, in.confirmed));
    for (const auto& out : outbound_)
        if (out.end.number > 0) status.sent.push_back(told(out.stream, out.end));
    if (shows_locators_) add_locators(status);
    const Frame frame{home_.area(), neighbour_.area, stamp(now), std::nullopt, std::move(status)};
    line_.send(neighbour_.area, Lane::urgent, encode(frame, *home_.squeezer, {}, key_));
    owes_receipt_ = saw_gap_ = shows_locators_ = false;
    last_status_sent_ = now;
    return true;
}

/// Marks further and further back, so that the sender finds where histories part within a factor of two.
void Handover::add_locators(Status& status) const {
    home_.read([&](store::Rows& rows) {
        for (const auto& [stream, in] : inbound_) {
            std::int64_t back = 0;
            for (int i = 0; i < kLocatorsMost && back < in.confirmed.number; ++i) {
                const auto number = in.confirmed.number - back;
                const auto hash = journal::arrived_hash(rows, neighbour_.area, stream, in.confirmed.epoch, number);
                if (!hash.empty()) status.locators.push_back(told(stream, {in.confirmed.epoch, number, hash}));
                back = back == 0 ? 1 : back * 2;
            }
        }
    });
}

}  // namespace anlan::federation
