#include "cameras/live_feed.hpp"

#include "child/child.hpp"

namespace anlan::cameras {

namespace {

constexpr std::chrono::milliseconds kListen{100};
constexpr std::chrono::milliseconds kGoodbye{700};  ///< cameras keep a place for whoever does not take leave

}  // namespace

LiveFeed::LiveFeed(std::string address, std::int64_t port, FeedLimits limits)
    : address_(std::move(address)), port_(port), limits_(std::move(limits)), thread_([this] { run(); }) {}

LiveFeed::~LiveFeed() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

sensors::CameraWord LiveFeed::word() const {
    const std::lock_guard lock(mutex_);
    return word_;
}

void LiveFeed::again() {
    {
        const std::lock_guard lock(mutex_);
        if (word_.state != sensors::CameraState::silent) return;
        again_ = true;
    }
    wake_.notify_all();
}

bool LiveFeed::stopping() const {
    const std::lock_guard lock(mutex_);
    return stopping_;
}

void LiveFeed::say(sensors::CameraWord word) {
    const std::lock_guard lock(mutex_);
    word_ = std::move(word);
}

void LiveFeed::run() {
    auto look = Look::quick;
    while (!stopping()) {
        auto end = carry(look);
        look = end.code == "camera_away" && look == Look::quick ? Look::thorough : Look::quick;
        say(end);
        if (!wait_before(end)) return;
    }
}

/// False: it is over.
bool LiveFeed::wait_before(const sensors::CameraWord& word) {
    std::unique_lock lock(mutex_);
    const auto asked = [this] { return stopping_ || again_; };
    if (is_final(word))
        wake_.wait(lock, asked);
    else
        wake_.wait_for(lock, word.code == "camera_away" ? limits_.pause : limits_.rest, asked);
    if (again_) word_ = {};
    again_ = false;
    return !stopping_;
}

/// Until the camera is lost or this is over. Killed as soon as the codec is seen to be another: nothing else goes on.
sensors::CameraWord LiveFeed::carry(Look look) {
    child::Child ffmpeg(
        words_for_stream(limits_.program, port_, look), script_for(address_, look), child::Hear::complaints
    );
    Complaints said;
    auto heard = ffmpeg.started() ? child::Heard::silence : child::Heard::end;
    while (heard == child::Heard::words || heard == child::Heard::silence) {
        if (stopping() || said.wrong_codec()) break;
        std::string piece;
        heard = ffmpeg.hear(piece, kListen);
        said.hear(piece);
        if (said.carries() && !said.wrong_codec()) say({sensors::CameraState::live, "", "", ""});
    }
    if (!ffmpeg.started()) return said.word(child::kNoProgram);
    return said.word(ffmpeg.end(kGoodbye));
}

}  // namespace anlan::cameras
