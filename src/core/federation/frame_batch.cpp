#include "federation/frame_parts.hpp"

/// A batch: entries in few bytes, on a slow link by what went before them.
namespace anlan::federation {

namespace {

constexpr std::string_view kMagic{"\x28\xb5\x2f\xfd"};  ///< every zstd frame's; a spare batch travels without
constexpr std::int64_t kNumberMost = std::int64_t{1} << 53;

Refusal past_unknown() {
    return refuse(
        "frame_past_unknown",
        "",
        "缺少这批数据之前的记录，将请对方重发",
        "what went before this batch is missing; it will be asked for again"
    );
}

/// Sums of what a neighbour counts: they may run over, and must not be the end of us.
std::int64_t sum(std::int64_t one, std::int64_t other) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(one) + static_cast<std::uint64_t>(other));
}
std::int64_t difference(std::int64_t one, std::int64_t other) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(one) - static_cast<std::uint64_t>(other));
}

void put_entries(WireWriter& out, const std::vector<journal::Entry>& entries, const journal::Entry& before = {}) {
    std::int64_t seq = before.seq, at = milliseconds(before.at);
    for (const auto& entry : entries) {
        out.whole(difference(entry.seq, seq));
        out.whole(difference(milliseconds(entry.at), at));
        out.whole(entry.cause == 0 ? 0 : difference(entry.seq, entry.cause));
        out.text(entry.kind);
        out.text(entry.drill);
        out.text(entry.actor);
        out.text(entry.subject);
        out.text(entry.body);
        seq = entry.seq;
        at = milliseconds(entry.at);
    }
}

std::optional<std::vector<journal::Entry>> get_entries(
    std::string_view bytes, std::uint64_t count, const journal::Entry& before
) {
    WireReader in(bytes);
    std::vector<journal::Entry> entries;
    std::int64_t seq = before.seq, at = milliseconds(before.at);
    for (std::uint64_t i = 0; i < count && in.ok(); ++i) {
        journal::Entry entry;
        entry.seq = seq = sum(seq, in.whole());
        entry.at = Instant{Milliseconds{at = sum(at, in.whole())}};
        const auto back = in.whole();
        entry.cause = back == 0 ? 0 : difference(entry.seq, back);
        entry.kind = in.text();
        entry.drill = in.text();
        entry.actor = in.text();
        entry.subject = in.text();
        entry.body = in.text();
        entries.push_back(std::move(entry));
    }
    if (!in.ok() || !in.left().empty()) return std::nullopt;
    return entries;
}

std::string wire_of(const std::vector<journal::Entry>& entries) {
    WireWriter out;
    put_entries(out, entries);
    return out.take();
}

/// The batch's own `count` of entries before it; refused when they are not all here.
Result<std::vector<journal::Entry>> get_past(const Batch& batch, std::uint64_t count, const Past& past) {
    if (count == 0) return std::vector<journal::Entry>{};
    auto entries = past && count <= static_cast<std::uint64_t>(kPastMost)
                       ? past(batch, static_cast<std::int64_t>(count))
                       : std::vector<journal::Entry>{};
    if (entries.size() != count) return past_unknown();
    return entries;
}

}  // namespace

void put_batch(WireWriter& out, const Batch& batch, const Squeezer& squeezer, const Squeezing& how) {
    WireWriter entries;
    put_entries(entries, batch.entries, how.past.empty() ? journal::Entry{} : how.past.back());
    out.byte(stream_byte(batch.stream));
    out.number(static_cast<std::uint64_t>(batch.epoch));
    out.number(static_cast<std::uint64_t>(batch.first));
    out.number(batch.entries.size());
    if (how.slow) out.number(how.past.size());
    out.fixed(check_number(batch.check), 8);
    out.byte(static_cast<std::uint8_t>(how.dictionary));
    const auto effort = how.slow ? Effort::thorough : Effort::quick;
    const auto squeezed = squeezer.squeeze(how.dictionary, entries.bytes(), effort, wire_of(how.past));
    out.raw(std::string_view(squeezed).substr(how.slow ? kMagic.size() : 0));
}

Result<Batch> get_batch(WireReader in, const Frame& frame, const Squeezer& squeezer, bool spare, const Past& past) {
    const auto damaged = refuse("frame_damaged", "", "收到的数据帧已损坏", "a frame arrived damaged");
    const auto stream = stream_of(in.byte(), frame.to);
    if (!stream) return damaged;
    Batch batch{*stream, static_cast<std::int64_t>(in.number()), static_cast<std::int64_t>(in.number()), {}, {}};
    const auto count = in.number();
    const auto leans_on = spare ? in.number() : 0;
    batch.check = check_text(in.fixed(8));
    const int dictionary = in.byte();
    if (!in.ok() || batch.epoch < 1 || batch.first < 1 || std::max(batch.epoch, batch.first) > kNumberMost)
        return damaged;
    if (!squeezer.has(dictionary))
        return refuse(
            "frame_dictionary_unknown",
            "",
            "对方使用了本站没有的压缩字典版本",
            "the frame uses a dictionary version that this station lacks"
        );
    BOOST_OUTCOME_TRY(const auto before, get_past(batch, leans_on, past));
    const auto bytes = (spare ? std::string(kMagic) : std::string()).append(in.left());
    const auto expanded = squeezer.expand(dictionary, bytes, kBatchMostBytes, wire_of(before));
    // The code agrees, so it is as it was sent; if it cannot be read, the two ends remember different things.
    const auto unreadable = before.empty() ? damaged : past_unknown();
    if (!expanded) return unreadable;
    auto entries = get_entries(*expanded, count, before.empty() ? journal::Entry{} : before.back());
    if (!entries || entries->empty()) return unreadable;
    batch.entries = std::move(*entries);
    return batch;
}

std::vector<journal::Entry> past_of(std::vector<journal::Entry> entries) {
    std::size_t bytes = 0, kept = 0;
    while (kept < entries.size()) {
        bytes += sample_of(entries[entries.size() - 1 - kept]).size();
        if (bytes > kPastMostBytes) break;
        ++kept;
    }
    entries.erase(entries.begin(), entries.end() - static_cast<std::ptrdiff_t>(kept));
    return entries;
}

std::string sample_of(const journal::Entry& entry) {
    return wire_of({entry});
}

}  // namespace anlan::federation
