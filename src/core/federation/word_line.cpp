#include "federation/word_line.hpp"

#include <algorithm>

#include "base/reflect.hpp"
#include "seal/pair_key.hpp"

namespace anlan::federation {

namespace {

constexpr char kWordMark = '\xA3';  ///< A1: entries; A2: files
constexpr std::size_t kWordHeadMost = 256;

struct WordHead {
    AreaCode from, to;
    std::int64_t at = 0;  ///< microseconds since 1970 by the sender's clock; never twice the same
};
BOOST_DESCRIBE_STRUCT(WordHead, (), (from, to, at))

std::int64_t micros_of(Instant at) {
    return std::chrono::duration_cast<std::chrono::microseconds>(at.time_since_epoch()).count();
}

}  // namespace

WordLine::WordLine(Line& under, AreaCode here, std::string private_pem, const Clock& clock, Hear hear)
    : under_(under),
      here_(std::move(here)),
      private_pem_(std::move(private_pem)),
      clock_(clock),
      hear_(std::move(hear)) {}

void WordLine::meet(const Neighbour& neighbour) {
    auto key = seal::pair_key(private_pem_, neighbour.public_pem);
    const std::lock_guard lock(mutex_);
    others_[neighbour.area].key = std::move(key);
}

void WordLine::part(const AreaCode& area) {
    const std::lock_guard lock(mutex_);
    others_.erase(area);
}

void WordLine::say(const AreaCode& to, std::string text) {
    std::string frame;
    {
        const std::lock_guard lock(mutex_);
        const auto other = others_.find(to);
        if (other == others_.end() || text.size() > kWordBytesMost) return;
        auto& said = other->second.said;
        said = std::max(said + 1, micros_of(clock_.now()));
        frame = kWordMark + to_json_text(WordHead{here_, to, said}) + "\n" + text;
        frame += seal::code_of(other->second.key, frame);
    }
    under_.send(to, Lane::urgent, std::move(frame));
}

std::string WordLine::key_of(const AreaCode& area) {
    const std::lock_guard lock(mutex_);
    const auto other = others_.find(area);
    return other == others_.end() ? std::string() : other->second.key;
}

void WordLine::take(const std::string& frame) {
    const auto line = frame.find('\n');
    if (line > kWordHeadMost || frame.size() < line + 1 + seal::kCodeBytes) return;
    const auto end = frame.size() - seal::kCodeBytes;
    const auto head = from_json_text<WordHead>(frame.substr(1, line - 1));
    if (!head || head.value().to != here_) return;
    const auto& [from, to, at] = head.value();
    {
        const std::lock_guard lock(mutex_);
        const auto other = others_.find(from);
        const std::string_view all(frame);
        if (other == others_.end() || !seal::code_agrees(other->second.key, all.substr(0, end), all.substr(end)))
            return;
        // One that is repeated, or comes after a later one, says nothing of how things stand.
        const auto age = std::chrono::microseconds(micros_of(clock_.now()) - at);
        if (at <= other->second.heard || std::chrono::abs(age) > kWordOld) return;
        other->second.heard = at;
    }
    hear_(from, frame.substr(line + 1, end - line - 1));
}

void WordLine::open(Receive receive) {
    under_.open([this, receive = std::move(receive)](const AreaCode& from, std::string frame) {
        if (!frame.empty() && frame.front() == kWordMark) return take(frame);
        receive(from, std::move(frame));
    });
}

void WordLine::send(const AreaCode& to, Lane lane, std::string frame) {
    under_.send(to, lane, std::move(frame));
}

LineFacts WordLine::facts(const AreaCode& neighbour) const {
    return under_.facts(neighbour);
}

void WordLine::close() {
    under_.close();
}

}  // namespace anlan::federation
