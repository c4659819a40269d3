#include "app/demo_loudspeakers.hpp"

#include <poll.h>

#include "broadcast/queries.hpp"

namespace anlan::app {

namespace {

using namespace std::chrono_literals;
using udp::Place;

constexpr int kWait_ms = 250;
constexpr auto kReportEvery = 5s;

}  // namespace

DemoLoudspeakers::DemoLoudspeakers(County& county) {
    for (const auto& node : county.nodes()) {
        std::vector<broadcast::TerminalFacts> all;
        node->read([&](store::Rows& rows) { all = broadcast::terminals(rows); });
        for (const auto& terminal : all) {
            if (terminal.kind != broadcast::TerminalKind::rtp || terminal.hearing == broadcast::Hearing::silent)
                continue;
            const auto place = udp::place_of(terminal.address);
            if (!place || place.value().ip != INADDR_LOOPBACK) continue;
            auto sound = udp::UdpSocket::open(place.value().ip, place.value().port, 1);
            if (!sound) continue;
            loudspeakers_.emplace_back().socket = std::move(*sound);
        }
    }
    thread_ = std::thread([this] { run(); });
}

DemoLoudspeakers::~DemoLoudspeakers() {
    stopping_ = true;
    thread_.join();
}

void DemoLoudspeakers::run() {
    std::vector<pollfd> wanted;
    for (const auto& one : loudspeakers_) wanted.push_back({one.socket.handle(), POLLIN, 0});
    auto next = std::chrono::steady_clock::now() + kReportEvery;
    while (!stopping_) {
        poll(wanted.data(), wanted.size(), kWait_ms);
        for (auto& one : loudspeakers_)
            one.socket.receive([&](const Place& from, std::string_view packet) { take(one, from, packet); });
        if (std::chrono::steady_clock::now() < next) continue;
        next += kReportEvery;
        for (auto& one : loudspeakers_) report(one);
    }
}

void DemoLoudspeakers::take(Loudspeaker& one, const Place& from, std::string_view packet) {
    const auto header = loudspeakers::read_header(packet);
    if (!header) return;
    if (header->source != one.source) {
        one.source = header->source;
        one.first = one.highest = header->sequence;
        one.count = 0;
    }
    const auto forward = static_cast<std::uint16_t>(header->sequence - one.highest);
    if (forward < 0x8000) one.highest += forward;
    ++one.count;
    one.from = from;
    one.fresh = true;
}

void DemoLoudspeakers::report(Loudspeaker& one) {
    if (!one.fresh) return;
    one.fresh = false;
    const auto expected = static_cast<std::int32_t>(one.highest - one.first + 1);
    const auto bytes = loudspeakers::receiver_report(
        {.reporter = one.source ^ 1U,
         .about = one.source,
         .lost_of_256 = 0,
         .lost = expected - static_cast<std::int32_t>(one.count),
         .highest = one.highest,
         .last_report = 0}
    );
    one.socket.send({{one.from.next(), bytes.data(), bytes.size(), {}}}, [](const Place&) {});
}

}  // namespace anlan::app
