#pragma once

#include <map>
#include <vector>

#include "medialine/media_line.hpp"
#include "medialine/sealed.hpp"

namespace anlan::medialine {

using Steady = std::chrono::steady_clock::time_point;

/// One who speaks, as this station has to do with it. Beginning here: both doors. Coming from elsewhere: one of them,
/// `reports`, by which the Janus beside it is given everything and asked by it for whole pictures.
struct Flow {
    Route route;
    std::optional<udp::UdpSocket> media{}, reports{};
    std::optional<udp::Place> janus{};  ///< where the one beside it sends reports from, or waits for them
};

/// A neighbour, as far as it is known.
struct Other {
    Neighbour told;
    Sealer* sealer = nullptr;
    std::optional<Opener> opener{};
    std::optional<udp::Place> at{};
    Steady since{}, heard{};
};

/// What is so on the media line of one station, and what becomes of a packet. Its owner keeps threads apart.
class Flows {
  public:
    Flows(const AreaCode& here, std::string session, udp::UdpSocket outside);

    void meet(const std::vector<Neighbour>& neighbours, Steady now);
    /// Returns what nobody needs any more; its doors are to be closed when nobody waits at them.
    std::map<Stream, Flow> lead(const std::map<Stream, Route>& routes);
    Ports doors(Stream stream) const;
    bool silent(const AreaCode& area, Steady now) const;
    const udp::UdpSocket& outside() const { return outside_; }
    const std::string& session() const { return session_; }

    std::vector<int> handles() const;
    void take_all(Steady now);
    /// To every neighbour, and to Janus, which must know where to ask for whole pictures.
    void say_hello();

  private:
    void take(const udp::Place& from, std::string_view datagram, Steady now);
    void take(const AreaCode& from, const Packet& packet);
    void take_at_door(Stream stream, Flow& flow);
    void drain(const Flow& flow, const Packet& packet) const;
    void send(const AreaCode& to, const Packet& packet);

    AreaCode here_;
    std::string session_;
    udp::UdpSocket outside_;
    std::map<AreaCode, Other> others_;
    /// By neighbour and key of the pair, as long as the program runs: no number may be used again.
    std::map<std::pair<AreaCode, std::string>, Sealer> sealers_;
    std::map<Stream, Flow> flows_;
};

}  // namespace anlan::medialine
