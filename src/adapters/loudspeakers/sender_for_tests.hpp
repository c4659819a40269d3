#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>

#include <condition_variable>
#include <mutex>

#include "loudspeakers/receiver_for_tests.hpp"
#include "loudspeakers/rtp_sender.hpp"
#include "sound/opus.hpp"
#include "sound/siren.hpp"

namespace anlan::loudspeakers::test {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

inline constexpr std::uint32_t kLoopback = INADDR_LOOPBACK;

inline sound::Sound tone(double seconds, double hertz = 700, Coding coding = Coding::g711) {
    const auto rate = coding == Coding::opus ? sound::kWideRate : sound::kTelephoneRate;
    return sound::siren({.low_hertz = hertz, .high_hertz = hertz, .round_seconds = 1, .seconds = seconds}, rate);
}

/// A sender, and all that it tells.
struct a_sender : ::testing::Test {
    void open(RtpSettings settings = {}) {
        settings.local = "127.0.0.1";
        auto made = RtpSender::open(settings, dice, news());
        ASSERT_TRUE(made) << made.error().en;
        sender = std::move(made.value());
    }
    RtpNews news() {
        RtpNews made;
        made.sent = [this](const std::string& play) { note([&] { sent.insert(play); }); };
        made.receipts = [this](const std::string&, std::vector<Receipt> list) {
            note([&] {
                for (auto& one : list) receipts[one.terminal] = one.verdict;
            });
        };
        made.alive = [this](const std::string& terminal) { note([&] { alive.insert(terminal); }); };
        return made;
    }
    template <class F>
    void note(F change) {
        std::lock_guard lock(mutex);
        change();
        changed.notify_all();
    }
    template <class F>
    bool becomes(F is, std::chrono::seconds limit = 20s) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, limit, is);
    }
    bool has_receipt(const std::string& terminal) {
        return becomes([&] { return receipts.contains(terminal); });
    }

    seal::SystemDice dice;
    std::mutex mutex;
    std::condition_variable changed;
    std::set<std::string> sent, alive;
    std::map<std::string, Verdict> receipts;
    std::unique_ptr<RtpSender> sender;
};

/// A socket that takes sound and may answer with whatever the test wants to say.
struct Liar {
    Liar() : pair(udp::open_pair("127.0.0.1", 0, 1).value()) {}
    Place place() const { return {kLoopback, pair.sound.port()}; }
    /// The header of the latest packet that came. Waits for one.
    RtpHeader packet() const { return packets(1).back(); }
    /// Those of so many packets, or of some more.
    std::vector<RtpHeader> packets(std::size_t count) const {
        std::vector<RtpHeader> headers;
        while (headers.size() < count) {
            pollfd wanted{pair.sound.handle(), POLLIN, 0};
            poll(&wanted, 1, 1'000);
            pair.sound.receive([&](const Place&, std::string_view bytes) {
                if (const auto header = read_header(bytes)) headers.push_back(*header);
            });
        }
        return headers;
    }
    void report(std::uint16_t to, std::uint32_t about, std::uint32_t highest) const {
        const auto bytes = receiver_report({.reporter = 9, .about = about, .highest = highest});
        const Place place{kLoopback, static_cast<std::uint16_t>(to + 1)};
        pair.reports.send({{place, bytes.data(), bytes.size(), {}}}, [](const Place&) {});
    }
    UdpPair pair;
};

}  // namespace anlan::loudspeakers::test
