#include "federation/handover.hpp"

#include <ranges>

/// Taking in: frames, batches, statuses. What is doubtful about them is in handover_doubt.cpp, sending in
/// handover_send.cpp.
namespace anlan::federation {

namespace {

constexpr std::size_t kEarlyMost = 16;

Fault fault_of(const Refusal& refusal) {
    return {refusal.code, refusal.zh, refusal.en};
}

}  // namespace

Handover::Handover(const Home& home, Neighbour neighbour, Line& line)
    : home_(home),
      neighbour_(std::move(neighbour)),
      line_(line),
      key_(seal::pair_key(home.private_pem, neighbour_.public_pem)) {
    for (const auto& stream : journal::streams_between(home_.area(), neighbour_.area)) {
        const bool urgent = stream.back() != '2';
        auto& out = outbound_.emplace_back();
        out.stream = stream;
        out.urgent = urgent;
    }
    home_.read([&](store::Rows& rows) {
        for (auto& out : outbound_) {
            out.end = journal::sent_out(rows, out.stream);
            out.cursor = out.confirmed = {out.end.epoch, 0, journal::kNoHash};
        }
        for (const auto& stream : journal::streams_between(neighbour_.area, home_.area())) {
            auto& in = inbound_[stream];
            in.pending = in.confirmed = journal::arrived(rows, neighbour_.area, stream);
        }
    });
    since_ = home_.now();
}

void Handover::receive(std::string_view bytes) {
    const auto past = [this](const Batch& batch, std::int64_t count) { return before(batch, count); };
    auto decoded = decode(bytes, *home_.squeezer, key_, past);
    if (!decoded && decoded.error().code == "frame_past_unknown") return wait_for_past(bytes);
    if (!decoded) return note(fault_of(decoded.error()));
    const auto& frame = decoded.value();
    if (frame.from != neighbour_.area || frame.to != home_.area())
        return note(
            {"frame_misdirected",
             "收到的数据不属于这条链路，已拒收",
             "a frame that does not belong to this link was refused"}
        );
    if (refused_) return;
    home_.stirred(neighbour_.area);
    const auto now = home_.now();
    if (frame.status) {
        if (!take_incarnation(*frame.status, frame.sent_at)) return;
        take_status(*frame.status);
    }
    if (frame.batch) take_batch(*frame.batch);
    if (!heard_) since_ = now;
    heard_ = true;
    last_heard_ = now;
    last_frame_at_ = now;
    last_frame_sent_at_ = std::max(last_frame_sent_at_, frame.sent_at);
}

/// What the neighbour sent right before a batch, as far as it is in the store.
std::vector<journal::Entry> Handover::before(const Batch& batch, std::int64_t count) const {
    std::vector<journal::Entry> entries;
    if (batch.first <= count) return entries;
    home_.read([&](store::Rows& rows) {
        entries =
            journal::arrived_entries(rows, neighbour_.area, batch.stream, batch.epoch, batch.first - count, count);
    });
    return entries;
}

/// A batch that cannot be read yet: what goes before it is with the writer, or did not come, or is another history. Our
/// status shows what is here; the sender goes on from there. It is no fault of the frame.
void Handover::wait_for_past(std::string_view bytes) {
    const bool writing = std::ranges::any_of(inbound_, [](const auto& each) { return each.second.writing > 0; });
    if (writing && early_.size() < kEarlyMost)
        early_.emplace_back(bytes);
    else
        owes_receipt_ = saw_gap_ = true;
    home_.stirred(neighbour_.area);
}

/// Gives the writer what continues the stream; repeats are confirmed again, gaps asked for again. Of a batch that
/// begins with repeats the rest is taken: after a cut the sender does not know what the old connection still brought.
void Handover::take_batch(const Batch& batch) {
    if (not_taken_at_) return;
    owes_receipt_ = true;
    const auto found = inbound_.find(batch.stream);
    if (found == inbound_.end()) return;
    auto& in = found->second;
    const bool new_epoch = batch.epoch > in.pending.epoch;
    const auto expected = new_epoch ? 1 : in.pending.number + 1;
    const auto end = batch.first + static_cast<std::int64_t>(batch.entries.size());
    if (batch.epoch < in.pending.epoch || end <= expected) return;
    if (batch.first > expected) {
        saw_gap_ = true;
        return;
    }
    journal::Mark mark = new_epoch ? journal::Mark{batch.epoch, 0, journal::kNoHash} : in.pending;
    std::vector<journal::Parcel> parcels;
    for (auto entry : batch.entries | std::views::drop(expected - batch.first)) {
        entry.prev = mark.hash;
        entry.hash = journal::hash_of(entry);
        mark = {batch.epoch, mark.number + 1, entry.hash};
        parcels.push_back({neighbour_.area, batch.stream, batch.epoch, mark.number, std::move(entry)});
    }
    if (check_of(mark.hash) != batch.check) {
        wants_locators_ = false;
        saw_gap_ = true;  // our status shows our mark; the sender settles the difference
        return;
    }
    in.pending = mark;
    ++in.writing;
    const auto stream = batch.stream;
    home_.writer->deliver(std::move(parcels), [this, stream, later = home_.later] {
        later([this, stream] { written(stream); });
    });
}

/// The writer has come to an end with a batch; only what is in the store counts.
void Handover::written(const std::string& stream) {
    auto& in = inbound_[stream];
    owes_receipt_ = true;
    home_.stirred(neighbour_.area);
    if (--in.writing > 0) return;
    home_.read([&](store::Rows& rows) { in.confirmed = journal::arrived(rows, neighbour_.area, stream); });
    if (in.confirmed != in.pending) not_taken_at_ = home_.now();
    in.pending = in.confirmed;
    for (const auto& bytes : std::exchange(early_, {})) receive(bytes);
}

void Handover::take_status(const Status& status) {
    owes_receipt_ = owes_receipt_ || !heard_;
    dictionary_ = status.dictionary;
    reads_past_ = status.reads_past;
    shows_locators_ = status.wants_locators;
    owes_receipt_ = owes_receipt_ || shows_locators_;
    measure_clock(status);
    if (wants_locators_ && !status.locators.empty()) return settle_difference(status);
    for (const auto& out : outbound_) {
        const auto told = std::find_if(status.arrived.begin(), status.arrived.end(), [&](const StreamMark& mark) {
            return mark.stream == out.stream;
        });
        take_receipt(told == status.arrived.end() ? StreamMark{out.stream, 1, 0, {}} : *told, status.asks_again);
    }
}

/// What the other end holds of one own stream.
void Handover::take_receipt(const StreamMark& mark, bool asked_again) {
    const auto out = std::find_if(outbound_.begin(), outbound_.end(), [&](const Outbound& each) {
        return each.stream == mark.stream;
    });
    if (out == outbound_.end() || changing_) return;
    journal::Mark held{mark.epoch, mark.number, journal::kNoHash};
    std::int64_t settled = 0;
    if (mark.number > 0 && check_of(out->confirmed.hash) == mark.check && out->confirmed.number == mark.number) {
        held = out->confirmed;
    } else {
        home_.read([&](store::Rows& rows) {
            held.hash = journal::hash_at(rows, mark.stream, mark.epoch, mark.number);
            settled = journal::settled_epoch(rows, neighbour_.area);
        });
        const bool before_settling = mark.number > 0 && mark.epoch < settled;
        if (before_settling) held = {settled, 0, journal::kNoHash};
        if (!before_settling && mark.number > 0 && check_of(held.hash) != mark.check) {
            wants_locators_ = owes_receipt_ = true;
            return;
        }
    }
    const bool fell_back = std::tie(held.epoch, held.number) < std::tie(out->confirmed.epoch, out->confirmed.number);
    if (std::tie(held.epoch, held.number) > std::tie(out->confirmed.epoch, out->confirmed.number)) out->fruitless = 0;
    out->confirmed = held;
    const auto now = home_.now();
    while (!out->in_flight.empty()) {
        const auto& first = out->in_flight.front();
        if (std::tie(first.last.epoch, first.last.number) > std::tie(held.epoch, held.number)) break;
        pace_.acknowledged(first.bytes, now - first.sent_at);
        out->in_flight.pop_front();
    }
    const bool beyond = std::tie(out->cursor.epoch, out->cursor.number) > std::tie(held.epoch, held.number);
    if (asked_again && beyond) ++out->fruitless;
    if (fell_back || (asked_again && beyond) || !beyond) rewind(*out);
}

std::map<std::string, journal::Mark> Handover::waiting() const {
    std::map<std::string, journal::Mark> marks;
    for (const auto& out : outbound_)
        if (out.confirmed != out.end) marks.emplace(out.stream, out.confirmed);
    return marks;
}

std::optional<Milliseconds> Handover::round_trip() const {
    if (!pace_.measured()) return std::nullopt;
    return pace_.round_trip();
}

}  // namespace anlan::federation
