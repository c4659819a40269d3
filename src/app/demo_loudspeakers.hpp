#pragma once

#include <atomic>
#include <thread>
#include <vector>

#include "app/county.hpp"
#include "loudspeakers/rtp_words.hpp"
#include "udp/udp.hpp"

namespace anlan::app {

/// The demonstration's network loudspeakers: on this machine, receiving what is sent and reporting as real ones do
/// every five seconds, but making no sound. Those that are shown as gone do not answer; nor do those whose port another
/// demonstration has.
class DemoLoudspeakers {
  public:
    explicit DemoLoudspeakers(County& county);
    ~DemoLoudspeakers();
    DemoLoudspeakers(const DemoLoudspeakers&) = delete;
    DemoLoudspeakers& operator=(const DemoLoudspeakers&) = delete;

  private:
    struct Loudspeaker {
        udp::UdpSocket socket;
        udp::Place from{};
        std::uint32_t source = 0, first = 0, highest = 0, count = 0;  ///< sequence numbers with their cycles
        bool fresh = false;                                           ///< something came since the last report
    };
    void run();
    static void take(Loudspeaker& one, const udp::Place& from, std::string_view packet);
    static void report(Loudspeaker& one);

    std::vector<Loudspeaker> loudspeakers_;
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

}  // namespace anlan::app
