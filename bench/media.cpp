#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/resource.h>

#include <chrono>
#include <cstring>
#include <thread>

#include "bench/report.hpp"
#include "medialine/media_line.hpp"

namespace anlan::bench {

namespace {

using Clock = std::chrono::steady_clock;
using medialine::MediaLine;
using medialine::Route;

constexpr int kPacketsASecond = 1'000, kSeconds = 8;  ///< of about eight people with pictures
constexpr std::size_t kBytes = 1'100;
constexpr double kGoal_ms = 5;
constexpr std::uint16_t kNobody = 9;  ///< discard: where reports go
const AreaCode kPrefecture{"350500000000"}, kCounty{"350581000000"}, kTown{"350581106000"};
const std::string kKey(32, 'k');
const auto kStream = medialine::stream_of("350581106000/1/1");

double processor_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + time.tv_usec / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

std::unique_ptr<MediaLine> line_of(const AreaCode& area) {
    return MediaLine::open(area, 0, "session of " + area.text).value();
}

medialine::Neighbour seen(const AreaCode& area, const MediaLine& line, bool above) {
    medialine::Neighbour made{area, kKey, line.session()};
    if (above) made.at = udp::Place{INADDR_LOOPBACK, line.port()};
    return made;
}

struct Run {
    std::vector<double> ms;
    double processor_us = 0;  ///< of each packet
};

/// Packets with the time of their sending in them, from one socket to a port, read at another.
Run carried(const udp::UdpSocket& mouth, std::uint16_t to, const udp::UdpSocket& ear) {
    Run run;
    std::string packet(kBytes, 'x');
    const auto take = [&] {
        ear.receive([&](const udp::Place&, std::string_view bytes) {
            Clock::rep sent = 0;
            std::memcpy(&sent, bytes.data(), sizeof sent);
            run.ms.push_back(static_cast<double>(Clock::now().time_since_epoch().count() - sent) / 1e6);
        });
    };
    const auto used = processor_seconds();
    auto due = Clock::now();
    for (int i = 0; i < kPacketsASecond * kSeconds; ++i) {
        const auto now = Clock::now().time_since_epoch().count();
        std::memcpy(packet.data(), &now, sizeof now);
        mouth.send({{{INADDR_LOOPBACK, to}, packet.data(), packet.size(), {}}}, [](const udp::Place&) {});
        due += std::chrono::microseconds{1'000'000 / kPacketsASecond};
        do {
            take();
            std::this_thread::sleep_for(std::chrono::microseconds{100});
        } while (Clock::now() < due);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
    take();
    run.processor_us = (processor_seconds() - used) * 1e6 / (kPacketsASecond * kSeconds);
    return run;
}

}  // namespace

Figures media_between_stations() {
    const auto mouth = *udp::UdpSocket::open(INADDR_LOOPBACK, 0, 1), ear = *udp::UdpSocket::open(INADDR_LOOPBACK, 0, 1);
    const auto bare = carried(mouth, ear.port(), ear);
    const auto prefecture = line_of(kPrefecture), county = line_of(kCounty), town = line_of(kTown);
    prefecture->meet({seen(kCounty, *county, false)});
    county->meet({seen(kPrefecture, *prefecture, true), seen(kTown, *town, false)});
    town->meet({seen(kCounty, *county, true)});
    town->lead({{kStream, Route{{}, {kCounty}, {}}}});
    county->lead({{kStream, Route{kTown, {kPrefecture}, {}}}});
    prefecture->lead({{kStream, Route{kCounty, {}, {ear.port(), kNobody}}}});
    std::this_thread::sleep_for(3 * MediaLine::kHello);
    ear.receive([](const udp::Place&, std::string_view) {});
    const auto over = carried(mouth, town->doors(kStream).media, ear);
    const auto sent = static_cast<double>(kPacketsASecond * kSeconds);
    const auto p99 = percentile(over.ms, 0.99);
    return {
        {fmt::format("a packet of media over two lines (three stations, {}/s)", kPacketsASecond),
         fmt::format(
             "median {:.2f}, p99 {:.2f} ms; {:.2f} % arrived; {:.0f} µs of a processor for the three",
             median(over.ms),
             p99,
             100.0 * static_cast<double>(over.ms.size()) / sent,
             over.processor_us - bare.processor_us
         ),
         fmt::format("median {:.2f}, p99 {:.2f} ms from socket to socket", median(bare.ms), percentile(bare.ms, 0.99)),
         "",
         "p99 < 5 ms",
         p99 < kGoal_ms}};
}

}  // namespace anlan::bench
