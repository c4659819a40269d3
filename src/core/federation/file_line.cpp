#include "federation/file_line.hpp"

#include <algorithm>

#include "base/attachment_id.hpp"
#include "base/reflect.hpp"
#include "seal/pair_key.hpp"
#include "seal/seal.hpp"

namespace anlan::federation {

namespace {

constexpr char kMark = '\xA2';  ///< a frame of entries begins with A1
constexpr std::size_t kInboxMost = 256, kHeadBytesMost = 1'024;
constexpr int kAsksMost = 3;

}  // namespace

BOOST_DEFINE_ENUM_CLASS(FileWord, want, piece, none)

struct FileMessage {
    FileWord word = FileWord::want;
    AreaCode from, to;
    std::string id;
    std::int64_t at = 0, total = 0;
    std::string bytes{};  ///< after the head, and no part of it
};
BOOST_DESCRIBE_STRUCT(FileMessage, (), (word, from, to, id, at, total))

FileLine::FileLine(Line& under, AreaCode here, std::string private_pem, FilePort port, const Clock& clock)
    : under_(under),
      here_(std::move(here)),
      private_pem_(std::move(private_pem)),
      port_(std::move(port)),
      clock_(clock) {}

void FileLine::meet(const Neighbour& neighbour) {
    auto key = seal::pair_key(private_pem_, neighbour.public_pem);
    const std::lock_guard lock(mutex_);
    others_[neighbour.area].key = std::move(key);
}

void FileLine::part(const AreaCode& area) {
    const std::lock_guard lock(mutex_);
    others_.erase(area);
}

void FileLine::want(const AreaCode& from, const std::string& id) {
    const std::lock_guard lock(mutex_);
    const auto found = others_.find(from);
    if (found == others_.end() || !is_attachment_id(id)) return;
    auto& other = found->second;
    const bool known = std::ranges::count(other.wanted, id) > 0 || (other.coming && other.coming->id == id);
    if (!known) other.wanted.push_back(id);
}

void FileLine::open(Receive receive) {
    under_.open([this, receive = std::move(receive)](const AreaCode& from, std::string frame) {
        if (!frame.empty() && frame.front() == kMark) return take(std::move(frame));
        receive(from, std::move(frame));
    });
}

void FileLine::send(const AreaCode& to, Lane lane, std::string frame) {
    under_.send(to, lane, std::move(frame));
}

LineFacts FileLine::facts(const AreaCode& neighbour) const {
    return under_.facts(neighbour);
}

void FileLine::close() {
    under_.close();
}

/// On the line's thread: only put aside.
void FileLine::take(std::string frame) {
    const std::lock_guard lock(mutex_);
    if (inbox_.size() < kInboxMost) inbox_.push_back(std::move(frame));
}

std::string FileLine::framed(const FileMessage& message, const std::string& key) const {
    auto frame = kMark + to_json_text(message) + "\n" + message.bytes;
    frame += seal::code_of(key, frame);
    return frame;
}

void FileLine::tick() {
    Frames out;
    {
        const std::lock_guard lock(mutex_);
        for (auto& frame : inbox_) {
            const auto line = frame.find('\n');
            if (line > kHeadBytesMost || frame.size() < line + 1 + seal::kCodeBytes) continue;
            auto read = from_json_text<FileMessage>(frame.substr(1, line - 1));
            if (!read || read.value().to != here_) continue;
            const auto other = others_.find(read.value().from);
            const auto end = frame.size() - seal::kCodeBytes;
            const std::string_view all(frame);
            if (other == others_.end() || !seal::code_agrees(other->second.key, all.substr(0, end), all.substr(end)))
                continue;
            read.value().bytes = frame.substr(line + 1, end - line - 1);
            if (read.value().word == FileWord::want)
                answer(read.value(), out);
            else
                take_piece(read.value(), other->second, out);
        }
        inbox_.clear();
        for (auto& [area, other] : others_) ask_next(area, other, out);
    }
    for (auto& [to, frame] : out) under_.send(to, Lane::routine, std::move(frame));
}

void FileLine::answer(const FileMessage& message, Frames& out) {
    FileMessage reply{FileWord::none, here_, message.from, message.id, message.at, 0, {}};
    const bool may = is_attachment_id(message.id) && port_.may_have(message.from, message.id);
    const auto bytes = may ? port_.read(message.id) : std::nullopt;
    const auto at = static_cast<std::size_t>(std::max<std::int64_t>(message.at, 0));
    if (bytes && bytes->size() <= kFileBytesMost && at < bytes->size()) {
        reply.word = FileWord::piece;
        reply.total = static_cast<std::int64_t>(bytes->size());
        reply.bytes = bytes->substr(at, at == 0 ? kFirstPieceBytes : kPieceBytes);
    }
    out.emplace_back(message.from, framed(reply, others_.at(message.from).key));
}

void FileLine::take_piece(const FileMessage& message, Other& other, Frames& out) {
    if (!other.coming || other.coming->id != message.id) return;
    auto& coming = *other.coming;
    const auto now = clock_.now();
    if (message.at != static_cast<std::int64_t>(coming.bytes.size())) return;  // a piece that came twice
    const bool narrow = message.at == 0 && now - coming.asked_at > kNarrow;
    const bool sound = message.word == FileWord::piece && !message.bytes.empty() && message.total > 0 &&
                       message.total <= static_cast<std::int64_t>(kFileBytesMost);
    if (narrow || !sound) {
        if (narrow) other.rests_until = now + kRest;
        other.coming.reset();
        return;
    }
    coming.bytes += message.bytes;
    const auto held = static_cast<std::int64_t>(coming.bytes.size());
    if (held < message.total) {
        coming.asked_at = now;
        coming.asked = 1;
        out.emplace_back(message.from, framed({FileWord::want, here_, message.from, coming.id, held, 0, {}}, other.key));
        return;
    }
    if (held == message.total && seal::sha256(coming.bytes) == coming.id) port_.keep(coming.id, std::move(coming.bytes));
    other.coming.reset();
}

void FileLine::ask_next(const AreaCode& area, Other& other, Frames& out) {
    const auto now = clock_.now();
    if (other.coming) {
        if (now - other.coming->asked_at < kAskAgain) return;
        if (other.coming->asked >= kAsksMost) {
            other.rests_until = now + kRest;
            other.coming.reset();
            return;
        }
    } else {
        if (other.wanted.empty() || now < other.rests_until || !under_.facts(area).connected) return;
        other.coming = Coming{other.wanted.front(), {}, {}, 0};
        other.wanted.pop_front();
    }
    auto& coming = *other.coming;
    coming.asked_at = now;
    ++coming.asked;
    const auto held = static_cast<std::int64_t>(coming.bytes.size());
    out.emplace_back(area, framed({FileWord::want, here_, area, coming.id, held, 0, {}}, other.key));
}

}  // namespace anlan::federation
