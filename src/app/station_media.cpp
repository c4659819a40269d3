#include "app/station_media.hpp"

#include <spdlog/spdlog.h>

namespace anlan::app {

using std::chrono::steady_clock;

namespace {

constexpr std::chrono::seconds kOpenLineAgain{10}, kLookAgain{30};

}  // namespace

StationMedia::StationMedia(
    const AreaCode& here, std::optional<AreaCode> parent, MediaSettings settings, std::string session, PairKey pair_key
)
    : here_(here),
      parent_(std::move(parent)),
      settings_(std::move(settings)),
      session_(std::move(session)),
      pair_key_(std::move(pair_key)) {}

void StationMedia::learn(const AreaCode& area, const std::string& session, std::int64_t port) {
    told_[area] = {session, port};
}

/// The line's numbers must not begin anew within a session, so once open it stays so.
void StationMedia::meet(const std::set<AreaCode>& neighbours) {
    std::erase_if(told_, [&](const auto& each) { return !neighbours.contains(each.first); });
    if (!line_ && !neighbours.empty()) open();
    if (!line_) return;
    std::vector<medialine::Neighbour> known;
    for (const auto& area : neighbours) {
        const auto told = told_.find(area);
        if (told == told_.end()) continue;
        medialine::Neighbour each{area, pair_key_(area), told->second.session};
        if (area == parent_) {
            each.at = place_above(told->second.port);
            if (!each.at) continue;
        }
        known.push_back(std::move(each));
    }
    line_->meet(known);
}

void StationMedia::open() {
    const auto now = steady_clock::now();
    if (now < next_open_) return;
    next_open_ = now + kOpenLineAgain;
    auto opened = medialine::MediaLine::open(here_, settings_.port, session_);
    if (opened)
        line_ = std::move(opened.value());
    else
        spdlog::error("meetings between stations: {}", opened.error().en);
}

/// A name is looked up anew when nothing comes from there: it may stand for another address now.
std::optional<udp::Place> StationMedia::place_above(std::int64_t told) {
    if (settings_.above.empty() || told <= 0) return std::nullopt;
    const bool whole = settings_.above.find(':') != std::string::npos;
    const auto address = whole ? settings_.above : settings_.above + ":" + std::to_string(told);
    const auto now = steady_clock::now();
    const bool lost = !above_ || silent(*parent_);
    if (address != asked_ || (lost && now >= next_look_)) {
        const auto found = udp::place_of(address);
        if (found) above_ = found.value();
        asked_ = address;
        next_look_ = now + kLookAgain;
    }
    return above_;
}

bool StationMedia::silent(const AreaCode& area) const {
    const auto told = told_.find(area);
    return !line_ || (told != told_.end() && told->second.session.empty()) || line_->silent(area);
}

void StationMedia::lead(const std::map<medialine::Stream, medialine::Route>& routes) {
    if (line_) line_->lead(routes);
}

medialine::Ports StationMedia::doors(medialine::Stream stream) const {
    return line_ ? line_->doors(stream) : medialine::Ports{};
}

std::string StationMedia::session() const {
    return line_ ? session_ : std::string();
}

std::int64_t StationMedia::port() const {
    return line_ ? line_->port() : 0;
}

}  // namespace anlan::app
