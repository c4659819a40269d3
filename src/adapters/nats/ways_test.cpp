#include <gtest/gtest.h>
#include <poll.h>

#include <atomic>
#include <thread>

#include "nats/stations_for_tests.hpp"

namespace anlan::nats {
namespace {

/// Stands before a port. Says nothing on the first connection, as if a packet of the greeting were lost for good;
/// carries the later ones.
class Doorman {
  public:
    explicit Doorman(std::uint16_t behind) : behind_(behind), thread_([this] { run(); }) {}
    ~Doorman() {
        stopping_ = true;
        thread_.join();
    }
    std::uint16_t port() const { return reserved_.second; }

  private:
    struct Pair {
        Socket outer, inner;
        std::string out, in;
    };

    void take() {
        auto outer = accept_from(listener_);
        if (!outer.open()) return;
        if (!std::exchange(met_, true)) {
            silent_ = std::move(outer);
            return;
        }
        auto inner = begin_dial("127.0.0.1", behind_);
        pollfd stands{inner.descriptor(), POLLOUT, 0};
        ::poll(&stands, 1, 1000);
        pairs_.push_back({std::move(outer), std::move(inner), {}, {}});
    }

    void carry(Pair& pair) {
        const auto out = pair.outer.read(65'536), in = pair.inner.read(65'536);
        pair.out += out.value_or(""), pair.in += in.value_or("");
        if (!out || !in || !pair.inner.write(pair.out) || !pair.outer.write(pair.in)) pair.outer.close();
    }

    void run() {
        while (!stopping_) {
            std::vector<pollfd> all{{listener_.descriptor(), POLLIN, 0}};
            for (const auto& pair : pairs_)
                for (const auto* end : {&pair.outer, &pair.inner}) all.push_back({end->descriptor(), POLLIN, 0});
            ::poll(all.data(), all.size(), 20);
            take();
            for (auto& pair : pairs_) carry(pair);
            std::erase_if(pairs_, [](const Pair& pair) { return !pair.outer.open(); });
        }
    }

    std::uint16_t behind_;
    std::pair<Socket, std::uint16_t> reserved_ = reserve_port();
    Socket listener_ = listen_on(reserved_.second), silent_;
    std::vector<Pair> pairs_;
    bool met_ = false;
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

struct a_greeting : ::testing::Test, Stations {};

TEST_F(a_greeting, whose_packets_were_lost_does_not_hold_a_second_one_up) {
    Station county{above, clock, dice};
    Doorman doorman{above.leaf_port};
    auto place = towns[kTown];
    place.parent_leaf_port = doorman.port();
    const auto begun = std::chrono::steady_clock::now();
    Station town{place, clock, dice};
    EXPECT_TRUE(arrives(town, county, federation::Lane::urgent, "up"));
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds{15});
}

}  // namespace
}  // namespace anlan::nats
