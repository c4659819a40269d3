#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "base/area.hpp"
#include "base/result.hpp"
#include "udp/udp.hpp"

/// The media of meetings between stations, over one UDP port of each: sealed from neighbour to neighbour, handed on by
/// a station in between, and given to the Janus beside it as plain packets on 127.0.0.1.
namespace anlan::medialine {

using Stream = std::uint64_t;

/// The same number for everybody who knows the key.
Stream stream_of(std::string_view key);

struct Neighbour {
    AreaCode area;
    std::string pair_key;            ///< empty: none is known, and nothing is sent or taken
    std::string session;             ///< as it told it; empty: not yet
    std::optional<udp::Place> at{};  ///< none: wherever its last packet came from
};

/// Ports on 127.0.0.1.
struct Ports {
    std::uint16_t media = 0, reports = 0;
    bool operator==(const Ports&) const = default;
};

struct Route {
    std::optional<AreaCode> from{};  ///< none: it begins here
    std::set<AreaCode> to{};
    Ports drain{};  ///< where what comes from elsewhere is wanted here; 0: nowhere
};

class MediaLine {
  public:
    static constexpr std::chrono::milliseconds kHello{500};
    /// Six hellos unheard.
    static constexpr std::chrono::milliseconds kSilent{3'000};

    /// Port 0: any free one. Refuses `port_taken`.
    static Result<std::unique_ptr<MediaLine>> open(const AreaCode& here, std::uint16_t port, std::string session);
    ~MediaLine();
    MediaLine(const MediaLine&) = delete;
    MediaLine& operator=(const MediaLine&) = delete;

    std::uint16_t port() const;
    const std::string& session() const;  ///< for neighbours to be told

    /// All of them, all streams, each time: what is not named any more ends. Any thread.
    void meet(const std::vector<Neighbour>& neighbours);
    void lead(const std::map<Stream, Route>& routes);
    /// Where what begins here is to be sent to; opened by lead(). Ports 0: there is none.
    Ports doors(Stream stream) const;
    /// A neighbour whose session has been known for kSilent, and who was not heard for as long.
    bool silent(const AreaCode& area) const;

  private:
    struct Inside;
    explicit MediaLine(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::medialine
