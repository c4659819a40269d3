#include "loudspeakers/rtp_sender.hpp"

#include <poll.h>
#include <spdlog/spdlog.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include "loudspeakers/rtp_play.hpp"

namespace anlan::loudspeakers {

namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kFrame{20}, kReportPause{2'000}, kLateMost{500}, kProbePatience{10'000},
    kIdle{1'000};
constexpr std::size_t kProbeFrames = 10;
constexpr std::uint64_t kSecondsFrom1900 = 2'208'988'800;

/// RTCP wants the time of day, so that receivers can line streams up.
std::uint64_t ntp_now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    const auto whole = std::chrono::floor<std::chrono::seconds>(since);
    const auto part = std::chrono::duration_cast<std::chrono::nanoseconds>(since - whole).count();
    const auto fraction = (static_cast<std::uint64_t>(part) << 32) / 1'000'000'000;
    return ((static_cast<std::uint64_t>(whole.count()) + kSecondsFrom1900) << 32) | fraction;
}

}  // namespace

struct RtpSender::Inside {
    Inside(RtpSettings given, seal::Dice& by, RtpNews to, UdpPair pair)
        : settings(std::move(given)), dice(by), news(std::move(to)), sockets(std::move(pair)) {
        wake = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
        thread = std::thread([this] { run(); });
    }
    ~Inside() {
        stopping = true;
        ring();
        thread.join();
        close(wake);
    }

    void ring() const {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = write(wake, &one, sizeof one);
    }

    /// Done on the sender's thread, before the next frame.
    void hand_over(std::function<void()> work) {
        {
            std::lock_guard lock(mutex);
            works.push_back(std::move(work));
        }
        ring();
    }

    void run() {
        while (!stopping) {
            try {
                turn();
            } catch (const std::exception& fault) {
                spdlog::error("loudspeakers: {}", fault.what());
            }
        }
        for (auto& [id, play] : plays) say_goodbye(play);
    }

    void turn() {
        std::vector<std::function<void()>> todo;
        {
            std::lock_guard lock(mutex);
            todo.swap(works);
        }
        for (const auto& work : todo) work();
        for (auto& [id, play] : plays) serve(play, steady_clock::now());
        std::erase_if(plays, [](const auto& entry) { return entry.second.streams.empty(); });
        wait();
        listen();
    }

    SteadyTime next_time() const {
        auto next = steady_clock::now() + kIdle;
        for (const auto& [id, play] : plays) {
            next = std::min(next, play.next_report);
            next = std::min(next, play.sending ? play.next_frame : play.give_up);
        }
        return next;
    }

    void wait() const {
        const auto left = std::max(steady_clock::duration::zero(), next_time() - steady_clock::now());
        const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(left).count();
        const timespec time{nanoseconds / 1'000'000'000, nanoseconds % 1'000'000'000};
        pollfd wanted[] = {
            {wake, POLLIN, 0}, {sockets.sound.handle(), POLLIN, 0}, {sockets.reports.handle(), POLLIN, 0}};
        ppoll(wanted, 3, &time, nullptr);
        std::uint64_t rung = 0;
        [[maybe_unused]] const auto got = read(wake, &rung, sizeof rung);
    }

    void serve(Play& play, SteadyTime now) {
        if (play.sending && now - play.next_frame > kLateMost) play.next_frame = now;  // the machine slept
        while (play.sending && play.next_frame <= now) send_frame(play);
        if (play.next_report <= now) {
            play.next_report = now + kReportPause;
            send_reports(play, false);
        }
        if (!play.sending) settle(play, now);
    }

    void send_frame(Play& play) {
        packets.clear();
        play.frame_into(packets);
        sockets.sound.send(packets, [this](const Place& to) { bounced(to); });
        play.next_frame += kFrame;
        play.step();
        if (play.sending) return;
        play.give_up = steady_clock::now() + (play.probe ? kProbePatience : settings.patience);
        play.next_report = steady_clock::now();
        if (!play.probe && news.sent) news.sent(play.id);
    }

    void send_reports(Play& play, bool goodbye) {
        const auto ntp = ntp_now();
        for (auto& stream : play.streams) {
            const auto count = stream.evidence.count();
            const auto packet =
                sender_report({stream.source, ntp, stream.timestamp, count, stream.body_bytes}, "anlan", goodbye);
            sockets.reports.send({{stream.to.next(), packet.data(), packet.size(), {}}}, [](const Place&) {});
            stream.evidence.reported(short_time(ntp));
        }
    }

    void say_goodbye(Play& play) {
        send_reports(play, true);
        for (const auto& stream : play.streams) by_source.erase(stream.source);
        play.streams.clear();
    }

    /// Tells what is certain, and when the time is over all the rest.
    void settle(Play& play, SteadyTime now) {
        std::vector<Receipt> made;
        const bool over = now >= play.give_up;
        bool all = true;
        for (auto& stream : play.streams) {
            if (!stream.settled && (over || (!stream.to.group() && stream.evidence.complete(settings.lost_most)))) {
                stream.settled = true;
                const auto verdict = stream.evidence.verdict(settings.lost_most, stream.to.group());
                for (const auto& terminal : stream.terminals) made.push_back({terminal, verdict});
            }
            all = all && stream.settled;
        }
        if (!made.empty() && !play.probe && news.receipts) news.receipts(play.id, std::move(made));
        if (all) say_goodbye(play);
    }

    void bounced(const Place& to) {
        for (auto& [id, play] : plays)
            for (auto& stream : play.streams)
                if (stream.to == to) stream.evidence.refused();
    }

    void listen() {
        const auto heard = [this](const Place& from, std::string_view packet) { hear(from, packet); };
        sockets.reports.receive(heard);
        sockets.sound.receive(heard);  // of receivers that answer to where sound comes from
        sockets.sound.read_bounced([this](const Place& to) { bounced(to); });
        sockets.reports.read_bounced([](const Place&) {});
    }

    Stream* stream_of(std::uint32_t source) {
        const auto found = by_source.find(source);
        if (found == by_source.end()) return nullptr;
        const auto play = plays.find(found->second);
        if (play == plays.end()) return nullptr;
        for (auto& stream : play->second.streams)
            if (stream.source == source) return &stream;
        return nullptr;
    }

    void hear(const Place& from, std::string_view packet) {
        const auto heard = read_rtcp(packet);
        if (!heard.valid) return;
        bool strange = false;
        for (const auto& report : heard.reports) {
            auto* stream = stream_of(report.about);
            const bool from_there = stream != nullptr && (stream->to.group() || stream->to.ip == from.ip);
            if (!from_there || !stream->evidence.heard(report)) {
                strange = true;
                continue;
            }
            if (!stream->to.group())
                for (const auto& terminal : stream->terminals) tell_alive(terminal);
        }
        if (heard.reports.empty() && !strange) tell_known(from);
    }

    void tell_alive(const std::string& terminal) const {
        if (news.alive) news.alive(terminal);
    }

    /// A report about nothing says only that somebody is there: known by address and port, or by an address of its own.
    void tell_known(const Place& from) const {
        const auto [first, last] = known.equal_range(from.ip);
        const bool alone = first != last && std::next(first) == last;
        for (auto at = first; at != last; ++at)
            if (alone || at->second.place.next() == from || at->second.place == from) tell_alive(at->second.terminal);
    }

    void begin(Play play) {
        if (const auto old = plays.find(play.id); old != plays.end()) say_goodbye(old->second);
        play.next_frame = play.next_report = steady_clock::now();
        for (const auto& stream : play.streams) by_source[stream.source] = play.id;
        if (!play.sending) play.give_up = play.next_frame;
        plays.insert_or_assign(play.id, std::move(play));
    }

    RtpSettings settings;
    seal::Dice& dice;
    RtpNews news;
    UdpPair sockets;
    int wake = -1;
    std::mutex mutex;  ///< of works
    std::vector<std::function<void()>> works;
    // Of the thread:
    std::map<std::string, Play> plays;
    std::map<std::uint32_t, std::string> by_source;
    std::multimap<std::uint32_t, RtpTarget> known;  ///< by address
    std::vector<Packet> packets;
    std::atomic<std::uint64_t> probes{0};
    std::atomic<bool> stopping{false};
    std::thread thread;
};

RtpSender::RtpSender(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
RtpSender::~RtpSender() = default;

Result<std::unique_ptr<RtpSender>> RtpSender::open(RtpSettings settings, seal::Dice& dice, RtpNews news) {
    BOOST_OUTCOME_TRY(auto pair, udp::open_pair(settings.local, settings.port, settings.hops));
    auto inside = std::make_unique<Inside>(std::move(settings), dice, std::move(news), std::move(pair));
    return std::unique_ptr<RtpSender>(new RtpSender(std::move(inside)));
}

void RtpSender::play(
    std::string play, const sound::Sound& round, std::size_t rounds, const std::vector<RtpTarget>& targets
) {
    auto made = std::make_shared<Play>(
        make_play(std::move(play), round, rounds, targets, inside_->settings.payloads, inside_->dice)
    );
    inside_->hand_over([inside = inside_.get(), made] { inside->begin(std::move(*made)); });
}

void RtpSender::stop(const std::string& play) {
    inside_->hand_over([inside = inside_.get(), play] {
        const auto found = inside->plays.find(play);
        if (found != inside->plays.end()) inside->say_goodbye(found->second);
    });
}

void RtpSender::probe(const std::vector<RtpTarget>& targets) {
    sound::Sound silence;
    silence.samples.resize(kProbeFrames * kFrameBytes);
    const auto name = "probe/" + std::to_string(++inside_->probes);
    auto made = std::make_shared<Play>(make_play(name, silence, 1, targets, inside_->settings.payloads, inside_->dice));
    made->probe = true;
    inside_->hand_over([inside = inside_.get(), made] { inside->begin(std::move(*made)); });
}

void RtpSender::know(const std::vector<RtpTarget>& targets) {
    inside_->hand_over([inside = inside_.get(), targets] {
        inside->known.clear();
        for (const auto& target : targets) inside->known.emplace(target.place.ip, target);
    });
}

std::uint16_t RtpSender::port() const {
    return inside_->sockets.sound.port();
}

}  // namespace anlan::loudspeakers
