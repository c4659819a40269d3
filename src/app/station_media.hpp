#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "medialine/media_line.hpp"

namespace anlan::app {

/// Where this station's media line listens, and where the one above is found.
struct MediaSettings {
    std::uint16_t port = 0;  ///< UDP; 0: any free one
    std::string above;       ///< host, or host:port where the parent's own word for its port does not hold
};

/// The media line of one station: opened when there is somebody to speak with, told of its neighbours by their words.
class StationMedia {
  public:
    using PairKey = std::function<std::string(const AreaCode&)>;
    StationMedia(
        const AreaCode& here,
        std::optional<AreaCode> parent,
        MediaSettings settings,
        std::string session,
        PairKey pair_key
    );

    /// What a neighbour says of its own line; no session: it has none.
    void learn(const AreaCode& area, const std::string& session, std::int64_t port);
    /// Whom meetings are joined with now; once opened the line stays open.
    void meet(const std::set<AreaCode>& neighbours);
    /// Nothing comes from there, or nothing can.
    bool silent(const AreaCode& area) const;

    void lead(const std::map<medialine::Stream, medialine::Route>& routes);
    medialine::Ports doors(medialine::Stream stream) const;
    std::string session() const;  ///< empty: there is no line
    std::int64_t port() const;

  private:
    using Steady = std::chrono::steady_clock::time_point;
    struct Told {
        std::string session;
        std::int64_t port = 0;
    };
    void open();
    std::optional<udp::Place> place_above(std::int64_t told);

    AreaCode here_;
    std::optional<AreaCode> parent_;
    MediaSettings settings_;
    std::string session_;
    PairKey pair_key_;
    std::map<AreaCode, Told> told_;
    std::unique_ptr<medialine::MediaLine> line_;
    std::string asked_;  ///< the address above that was looked up last
    std::optional<udp::Place> above_;
    Steady next_open_{}, next_look_{};
};

}  // namespace anlan::app
