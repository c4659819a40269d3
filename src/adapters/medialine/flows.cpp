#include "medialine/flows.hpp"

#include <netinet/in.h>

#include <utility>

namespace anlan::medialine {

namespace {

constexpr std::string_view kEmptyReport{"\x80\xC9\x00\x01\x00\x00\x00\x00", 8};  ///< a receiver report of nobody (RTCP)
const udp::UdpSocket::Bounced kNoMatter = [](const udp::Place&) {};

std::optional<udp::UdpSocket> local_door() {
    return udp::UdpSocket::open(INADDR_LOOPBACK, 0, 1);
}

void give(const udp::UdpSocket& socket, const udp::Place& to, std::string_view bytes) {
    socket.send({{to, bytes.data(), bytes.size(), {}}}, kNoMatter);
}

}  // namespace

Flows::Flows(const AreaCode& here, std::string session, udp::UdpSocket outside)
    : here_(here), session_(std::move(session)), outside_(std::move(outside)) {}

void Flows::meet(const std::vector<Neighbour>& neighbours, Steady now) {
    std::map<AreaCode, Other> known;
    for (const auto& each : neighbours) {
        if (each.pair_key.empty()) continue;
        auto& other = known[each.area];
        if (const auto before = others_.find(each.area); before != others_.end()) other = std::move(before->second);
        if (other.told.pair_key != each.pair_key)
            other.sealer =
                &sealers_
                     .try_emplace(
                         std::pair{each.area, each.pair_key}, Session{each.pair_key, here_, each.area, session_}
                     )
                     .first->second;
        if (other.told.pair_key != each.pair_key || other.told.session != each.session) {
            other.opener.reset();
            if (!each.session.empty()) other.opener.emplace(Session{each.pair_key, each.area, here_, each.session});
            other.since = other.heard = now;
        }
        if (each.at) other.at = each.at;
        other.told = each;
    }
    others_ = std::move(known);
}

std::map<Stream, Flow> Flows::lead(const std::map<Stream, Route>& routes) {
    std::map<Stream, Flow> now;
    for (const auto& [stream, route] : routes) {
        now.insert(flows_.extract(stream));
        auto& flow = now[stream];
        flow.route = route;
        if (!flow.reports) flow.reports = local_door();
        if (!route.from && !flow.media) flow.media = local_door();
        const udp::Place drain{INADDR_LOOPBACK, route.drain.reports};
        if (route.from && flow.reports && drain.port != 0 && flow.janus != drain) {
            flow.janus = drain;
            give(*flow.reports, drain, kEmptyReport);
        }
    }
    return std::exchange(flows_, std::move(now));
}

Ports Flows::doors(Stream stream) const {
    const auto found = flows_.find(stream);
    if (found == flows_.end() || !found->second.media || !found->second.reports) return {};
    return {found->second.media->port(), found->second.reports->port()};
}

bool Flows::silent(const AreaCode& area, Steady now) const {
    const auto found = others_.find(area);
    return found != others_.end() && found->second.opener && now - found->second.heard > MediaLine::kSilent;
}

std::vector<int> Flows::handles() const {
    std::vector<int> all{outside_.handle()};
    for (const auto& [stream, flow] : flows_)
        for (const auto* door : {&flow.media, &flow.reports})
            if (*door) all.push_back((*door)->handle());
    return all;
}

void Flows::take_all(Steady now) {
    outside_.read_bounced(kNoMatter);
    outside_.receive([&](const udp::Place& from, std::string_view datagram) { take(from, datagram, now); });
    for (auto& [stream, flow] : flows_) take_at_door(stream, flow);
}

void Flows::take(const udp::Place& from, std::string_view datagram, Steady now) {
    const auto area = sender_of(datagram);
    const auto found = area ? others_.find(*area) : others_.end();
    if (found == others_.end() || !found->second.opener) return;
    auto& other = found->second;
    const auto packet = other.opener->open(datagram);
    if (!packet) return;
    other.heard = now;
    if (!other.told.at && other.opener->newest()) other.at = from;
    if (packet->kind != Kind::hello) take(other.told.area, *packet);
}

/// Only from whence it was said to come, and asked for only by whom it goes to.
void Flows::take(const AreaCode& from, const Packet& packet) {
    const auto found = flows_.find(packet.stream);
    if (found == flows_.end()) return;
    auto& flow = found->second;
    if (packet.kind == Kind::feedback) {
        if (!flow.route.to.contains(from)) return;
        if (flow.route.from)
            send(*flow.route.from, packet);
        else if (flow.reports && flow.janus)
            give(*flow.reports, *flow.janus, packet.body);
        return;
    }
    if (flow.route.from != from) return;
    drain(flow, packet);
    for (const auto& to : flow.route.to)
        if (to != from) send(to, packet);
}

void Flows::take_at_door(Stream stream, Flow& flow) {
    const auto pass = [&](const udp::UdpSocket& door, Kind kind) {
        door.read_bounced(kNoMatter);
        door.receive([&](const udp::Place& from, std::string_view bytes) {
            const Packet packet{kind, stream, std::string(bytes)};
            if (flow.route.from) return send(*flow.route.from, packet);
            if (kind == Kind::reports) flow.janus = from;
            for (const auto& to : flow.route.to) send(to, packet);
        });
    };
    if (flow.media) pass(*flow.media, Kind::media);
    if (flow.reports) pass(*flow.reports, flow.route.from ? Kind::feedback : Kind::reports);
}

void Flows::drain(const Flow& flow, const Packet& packet) const {
    const auto port = packet.kind == Kind::media ? flow.route.drain.media : flow.route.drain.reports;
    if (port != 0 && flow.reports) give(*flow.reports, {INADDR_LOOPBACK, port}, packet.body);
}

void Flows::send(const AreaCode& to, const Packet& packet) {
    const auto found = others_.find(to);
    if (found == others_.end() || !found->second.at) return;
    give(outside_, *found->second.at, found->second.sealer->seal(packet));
}

void Flows::say_hello() {
    for (const auto& [area, other] : others_) send(area, {});
    for (const auto& [stream, flow] : flows_)
        if (flow.route.from) drain(flow, {Kind::reports, stream, std::string(kEmptyReport)});
}

}  // namespace anlan::medialine
