#include "janus/camera_hall.hpp"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <mutex>
#include <thread>

#include "janus/camera_words.hpp"
#include "janus/room_words.hpp"
#include "janus/viewings.hpp"

namespace anlan::janus {

using sensors::SensorId;
using sensors::ViewingAct;
using sensors::ViewingSignal;
using std::chrono::steady_clock;

namespace {

constexpr int kPayload = 96;  ///< of what the feed sends
constexpr std::size_t kAnswerBytesMax = 64 * 1024, kAddressesMost = 64, kAddressBytesMax = 512, kKeyBytes = 20;
constexpr std::chrono::milliseconds kTurn{500};

Refusal no_janus() {
    return refuse(
        "media_down",
        "",
        "视频服务（Janus）没有回应，正在等它恢复，稍后自动接上；可以先取单张画面",
        "the video service (Janus) does not answer; the picture comes by itself when it is back. A single picture can "
        "be "
        "taken meanwhile"
    );
}

Refusal gone() {
    return refuse("viewing_unknown", "viewing", "画面已经断开，正在重新接入", "the picture is gone; connecting again");
}

Result<void> check_length(const ViewingSignal& signal) {
    bool small = signal.sdp.size() <= kAnswerBytesMax && signal.candidates.size() <= kAddressesMost;
    for (const auto& each : signal.candidates)
        small = small && each.candidate.size() <= kAddressBytesMax && each.mid.size() <= kAddressBytesMax;
    if (small) return done();
    return refuse("too_long", "sdp", "媒体描述过大，已拒绝", "the description of the media is too large");
}

/// One camera that somebody watches.
struct Mount {
    MountKeys keys;
    std::string address;
    std::unique_ptr<sensors::Feed> feed;
    steady_clock::time_point watched{};  ///< the last time that anybody did
};

}  // namespace

struct CameraHall::Inside {
    Inside(JanusSettings given, sensors::StartFeed how, seal::Dice& with)
        : most(static_cast<std::size_t>(given.cameras)),
          start(std::move(how)),
          dice(with),
          link(std::move(given), {[this](bool up) { turn(up); }, [](std::int64_t, const json::object&) {}}, kStreaming),
          keeper([this] { keep(); }) {}

    ~Inside() {
        {
            const std::lock_guard lock(mutex);
            stopping = true;
        }
        wake.notify_all();
        keeper.join();
        for (auto& [camera, mount] : mounts) take_away(mount);
    }

    /// Janus is gone, and with it all that it had. Feeds are ended elsewhere: that waits.
    void turn(bool up) {
        if (up) return;
        const std::lock_guard lock(mutex);
        viewings.clear();
        for (auto& [camera, mount] : mounts) dead.push_back(std::move(mount.feed));
        mounts.clear();
        desk = 0;
        wake.notify_all();
    }

    void keep() {
        std::unique_lock lock(mutex);
        while (!stopping) {
            wake.wait_for(lock, kTurn, [this] { return stopping || !dead.empty(); });
            auto ended = std::exchange(dead, {});
            lock.unlock();
            ended.clear();
            sweep();
            lock.lock();
        }
    }

    void sweep() {
        std::vector<Mount> left;  // outlives the lock: a camera takes its time to say goodbye
        const std::lock_guard one_at_a_time(making);
        std::vector<Viewing> silent;
        {
            const std::lock_guard lock(mutex);
            const auto now = steady_clock::now();
            silent = viewings.expire(now);
            for (auto each = mounts.begin(); each != mounts.end();) {
                auto& mount = each->second;
                if (viewings.watched(each->first)) mount.watched = now;
                const bool over = now - mount.watched >= kLinger;
                if (over) left.push_back(std::move(mount));
                each = over ? mounts.erase(each) : std::next(each);
            }
        }
        for (const auto& each : silent)
            if (each.handle != 0) link.detach(each.handle);
        for (auto& each : left) take_away(each);
    }

    void take_away(const Mount& mount) {
        const auto handle = own_handle();
        if (!handle) return;
        const auto said = link.ask(handle.value(), destroy_mount(mount.keys));
        if (!said) spdlog::warn("a camera's mountpoint: {}", said.error().en);
    }

    Result<std::int64_t> own_handle() {
        {
            const std::lock_guard lock(mutex);
            if (desk != 0) return desk;
        }
        if (!link.up()) return no_janus();
        const auto made = link.attach();
        if (!made)
            return refuse(
                "media_failed",
                "",
                "视频服务没有启用摄像头转发；请管理员在 Janus 的 janus.jcfg 里启用 libjanus_streaming.so 并重启它",
                "the video service does not pass cameras on: ask the administrator to enable libjanus_streaming.so in "
                "Janus' "
                "janus.jcfg and to restart it"
            );
        const std::lock_guard lock(mutex);
        desk = made.value();
        return made;
    }

    std::string thrown() { return seal::to_hex(dice.bytes(kKeyBytes)); }

    /// One at a time, so that a camera that two people press at once has one mountpoint.
    Result<void> ensure_mount(const SensorId& camera, const std::string& address) {
        const std::lock_guard one_at_a_time(making);
        std::optional<Mount> other;  // the same camera at another address, or one that nobody watches any more
        {
            const std::lock_guard lock(mutex);
            const auto found = mounts.find(camera);
            if (found != mounts.end() && found->second.address == address) {
                found->second.watched = steady_clock::now();
                found->second.feed->again();
                return done();
            }
            auto old = found;
            if (old == mounts.end() && mounts.size() >= most)
                old = std::ranges::find_if(mounts, [&](const auto& each) { return !viewings.watched(each.first); });
            if (old != mounts.end()) {
                other = std::move(old->second);
                mounts.erase(old);
            }
            if (mounts.size() >= most)
                return refuse(
                    "too_many_cameras",
                    "",
                    "本机同时最多看 " + std::to_string(most) + " 个摄像头，请先关掉一个；正在看的摄像头可以再多人看",
                    "this machine shows " + std::to_string(most) +
                        " cameras at once at most: close one of them. More people can watch one that is shown already"
                );
        }
        if (other) {
            take_away(*other);
            const std::lock_guard lock(mutex);
            dead.push_back(std::move(other->feed));
            wake.notify_all();
        }
        BOOST_OUTCOME_TRY(const auto handle, own_handle());
        Mount made;
        made.keys = {1 + static_cast<std::int64_t>(dice.roll() >> 16), thrown(), thrown()};
        made.address = address;
        BOOST_OUTCOME_TRY(const auto said, link.ask(handle, create_mount(made.keys, kPayload)));
        made.feed = start(address, port_in(said));
        made.watched = steady_clock::now();
        const std::lock_guard lock(mutex);
        mounts.insert_or_assign(camera, std::move(made));
        return done();
    }

    Result<std::string> subscribe(const std::string& secret, const Viewing& viewing) {
        MountKeys keys;
        {
            const std::lock_guard lock(mutex);
            const auto found = mounts.find(viewing.camera);
            if (found == mounts.end()) return gone();
            keys = found->second.keys;
        }
        if (viewing.handle != 0) link.detach(viewing.handle);
        BOOST_OUTCOME_TRY(const auto handle, link.attach());
        auto said = link.ask(handle, watch_mount(keys));
        bool kept = false;
        if (said) {
            const std::lock_guard lock(mutex);
            auto* mine = viewings.find(secret);
            if (mine != nullptr) mine->handle = handle;
            kept = mine != nullptr;
        }
        if (!kept) link.detach(handle);
        if (!said) return said.error();
        if (!kept) return gone();
        return sdp_in(said.value());
    }

    Result<std::string> act(const std::string& secret, const Viewing& viewing, const ViewingSignal& signal) {
        if (signal.act == ViewingAct::subscribe) return subscribe(secret, viewing);
        if (signal.act == ViewingAct::leave) {
            {
                const std::lock_guard lock(mutex);
                viewings.end(secret);
            }
            if (viewing.handle != 0) link.detach(viewing.handle);
            return std::string();
        }
        if (signal.act == ViewingAct::keepalive) return std::string();
        if (viewing.handle == 0) return gone();
        if (signal.act == ViewingAct::trickle) {
            link.trickle(viewing.handle, candidates_of(signal.candidates));
            return std::string();
        }
        BOOST_OUTCOME_TRYV(link.ask(viewing.handle, {{"request", "start"}}, answer_of(signal.sdp)));
        return std::string();
    }

    const std::size_t most;
    sensors::StartFeed start;
    seal::Dice& dice;
    std::mutex making;  ///< taken before `mutex`, and while Janus is asked
    std::mutex mutex;
    std::condition_variable wake;
    Viewings viewings;
    std::map<SensorId, Mount> mounts;
    std::vector<std::unique_ptr<sensors::Feed>> dead;
    std::int64_t desk = 0;
    bool stopping = false;
    JanusLink link;
    std::thread keeper;
};

CameraHall::CameraHall(JanusSettings settings, sensors::StartFeed start, seal::Dice& dice)
    : inside_(std::make_unique<Inside>(std::move(settings), std::move(start), dice)) {}
CameraHall::~CameraHall() = default;

Result<std::string> CameraHall::begin(const SensorId& camera, const std::string& address, const PersonId& person) {
    auto& in = *inside_;
    if (!in.link.up()) return no_janus();
    BOOST_OUTCOME_TRYV(in.ensure_mount(camera, address));
    auto secret = in.thrown();
    Viewing viewing;
    viewing.camera = camera;
    viewing.person = person;
    viewing.heard = steady_clock::now();
    const std::lock_guard lock(in.mutex);
    BOOST_OUTCOME_TRYV(in.viewings.begin(secret, std::move(viewing)));
    return secret;
}

Result<sensors::ViewingAnswer> CameraHall::signal(
    const SensorId& camera, const PersonId& person, const std::string& secret, const ViewingSignal& signal
) {
    auto& in = *inside_;
    BOOST_OUTCOME_TRYV(check_length(signal));
    Viewing viewing;
    {
        const std::lock_guard lock(in.mutex);
        BOOST_OUTCOME_TRY(const auto* found, in.viewings.find(secret, camera, person, steady_clock::now()));
        viewing = *found;
    }
    BOOST_OUTCOME_TRY(auto sdp, in.act(secret, viewing, signal));
    sensors::ViewingAnswer answer{std::move(sdp), {}};
    const std::lock_guard lock(in.mutex);
    if (const auto found = in.mounts.find(camera); found != in.mounts.end()) answer.camera = found->second.feed->word();
    return answer;
}

}  // namespace anlan::janus
