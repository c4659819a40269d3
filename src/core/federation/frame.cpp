#include "federation/frame_parts.hpp"

namespace anlan::federation {

std::uint64_t check_number(const std::string& check) {
    return check.empty() ? 0 : std::stoull(check.substr(0, kCheckDigits), nullptr, 16);
}

std::string check_text(std::uint64_t number) {
    std::string bytes(8, '\0');
    for (int i = 0; i < 8; ++i) bytes[static_cast<std::size_t>(i)] = static_cast<char>(number >> (8 * (7 - i)));
    return seal::to_hex(bytes);
}

std::uint8_t stream_byte(const std::string& stream) {
    const auto lane = static_cast<std::uint8_t>(stream.back() - '0');
    if (stream.starts_with("up")) return lane;
    return static_cast<std::uint8_t>((stream.starts_with("down") ? 0x10 : 0x20) | lane);
}

std::optional<std::string> stream_of(std::uint8_t byte, const AreaCode& to) {
    if ((byte & 0x0f) > 2 || (byte >> 4) > 2) return std::nullopt;
    const auto lane = "/" + std::to_string(byte & 0x0f);
    switch (byte >> 4) {
        case 0:
            return "up" + lane;
        case 1:
            return "down" + lane;
        default:
            return "to/" + to.text + lane;
    }
}

namespace {

constexpr std::uint8_t kVersion = 0xA1;
constexpr std::uint8_t kBatch = 1, kStatus = 2, kSpareBatch = 3;
constexpr std::uint8_t kAsksAgain = 1, kWantsLocators = 2, kReadsPast = 4;
constexpr std::size_t kHeaderBytes = 18;
constexpr std::size_t kMarksMost = 256;

void put_marks(WireWriter& out, const std::vector<StreamMark>& marks) {
    out.number(marks.size());
    for (const auto& mark : marks) {
        out.byte(stream_byte(mark.stream));
        out.number(static_cast<std::uint64_t>(mark.epoch));
        out.number(static_cast<std::uint64_t>(mark.number));
        out.fixed(check_number(mark.check), 8);
    }
}

/// Marks of streams between the two; `named` is the node whose name stands in "to/…".
bool get_marks(WireReader& in, std::vector<StreamMark>& marks, const AreaCode& named) {
    const auto count = in.number();
    if (count > kMarksMost) return false;
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto stream = stream_of(in.byte(), named);
        if (!stream) return false;
        StreamMark mark{*stream, static_cast<std::int64_t>(in.number()), static_cast<std::int64_t>(in.number()), {}};
        mark.check = check_text(in.fixed(8));
        marks.push_back(std::move(mark));
    }
    return in.ok();
}

void put_status(WireWriter& out, const Status& status) {
    out.fixed(status.incarnation, 8);
    out.fixed(static_cast<std::uint64_t>(milliseconds(status.clock)), 6);
    out.byte(static_cast<std::uint8_t>(status.dictionary));
    out.byte(static_cast<std::uint8_t>(
        (status.asks_again ? kAsksAgain : 0) | (status.wants_locators ? kWantsLocators : 0) |
        (status.reads_past ? kReadsPast : 0)
    ));
    out.fixed(static_cast<std::uint64_t>(milliseconds(status.echo)), 6);
    out.number(static_cast<std::uint64_t>(status.echo_age_ms));
    put_marks(out, status.arrived);
    put_marks(out, status.sent);
    put_marks(out, status.locators);
}

std::optional<Status> get_status(WireReader in, const Frame& frame) {
    Status status;
    status.incarnation = in.fixed(8);
    status.clock = Instant{Milliseconds{static_cast<std::int64_t>(in.fixed(6))}};
    status.dictionary = in.byte();
    const auto flags = in.byte();
    status.asks_again = (flags & kAsksAgain) != 0;
    status.wants_locators = (flags & kWantsLocators) != 0;
    status.reads_past = (flags & kReadsPast) != 0;
    status.echo = Instant{Milliseconds{static_cast<std::int64_t>(in.fixed(6))}};
    status.echo_age_ms = static_cast<std::int64_t>(in.number());
    // What arrived at the sender came from the receiver, whose "to/…" streams carry the sender's name.
    if (!get_marks(in, status.arrived, frame.from) || !get_marks(in, status.sent, frame.to)) return std::nullopt;
    if (!get_marks(in, status.locators, frame.from) || !in.left().empty()) return std::nullopt;
    return status;
}

}  // namespace

std::string encode(const Frame& frame, const Squeezer& squeezer, const Squeezing& squeezing, std::string_view key) {
    WireWriter out;
    out.byte(kVersion);
    out.byte(!frame.batch ? kStatus : squeezing.slow ? kSpareBatch : kBatch);
    out.area(frame.from);
    out.area(frame.to);
    out.fixed(static_cast<std::uint64_t>(milliseconds(frame.sent_at)), 6);
    if (frame.batch) put_batch(out, *frame.batch, squeezer, squeezing);
    if (frame.status) put_status(out, *frame.status);
    const auto code = seal::code_of(key, out.bytes());
    out.raw(code);
    return out.take();
}

std::optional<AreaCode> sender_of(std::string_view bytes) {
    if (bytes.size() < kHeaderBytes + seal::kCodeBytes) return std::nullopt;
    WireReader in(bytes);
    if (in.byte() != kVersion) return std::nullopt;
    in.byte();
    return in.area();
}

Result<Frame> decode(std::string_view bytes, const Squeezer& squeezer, std::string_view key, const Past& past) {
    const auto damaged = refuse("frame_damaged", "", "收到的数据帧已损坏", "a frame arrived damaged");
    if (!sender_of(bytes)) return damaged;
    const auto text = bytes.substr(0, bytes.size() - seal::kCodeBytes);
    if (!seal::code_agrees(key, text, bytes.substr(text.size())))
        return refuse(
            "frame_forged",
            "",
            "收到一条校验码不符的数据，已拒收；可能有人冒充该站",
            "a frame whose code is not its sender's was refused; somebody may be posing as that station"
        );
    WireReader in(text);
    in.byte();
    const auto type = in.byte();
    Frame frame;
    frame.from = in.area();
    frame.to = in.area();
    frame.sent_at = Instant{Milliseconds{static_cast<std::int64_t>(in.fixed(6))}};
    if (type == kBatch || type == kSpareBatch) {
        BOOST_OUTCOME_TRY(auto batch, get_batch(in, frame, squeezer, type == kSpareBatch, past));
        frame.batch = std::move(batch);
    } else if (type == kStatus) {
        frame.status = get_status(in, frame);
    }
    if (!frame.batch && !frame.status) return damaged;
    return frame;
}

}  // namespace anlan::federation
