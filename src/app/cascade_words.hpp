#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "meetings/queries.hpp"

/// What neighbours tell each other of a meeting that both hold (docs/protocol/words.md).
namespace anlan::app {

/// Somebody who speaks at the teller, or at a station the teller hears of.
struct ToldSpeaker {
    std::string key;  ///< station, round and feed: the same for all who hear of it, and never used again
    PersonId person;
    std::string name, title, station;
    bool audio = false, video = false, screen = false;
    std::string streams;    ///< as Janus describes them (JSON)
    bool terminal = false;  ///< a conference set; `person` is its device then
    bool hand = false;      ///< raised
    bool cut = false;       ///< the line between the teller and them
};
BOOST_DESCRIBE_STRUCT(
    ToldSpeaker, (), (key, person, name, title, station, audio, video, screen, streams, terminal, hand, cut)
)

struct ToldSpan {
    std::string root;       ///< id of the upper meeting
    bool over = false;      ///< the teller holds no such meeting (any more)
    std::string session;    ///< of the teller's media line; empty: it has none
    std::int64_t port = 0;  ///< of it, UDP
    std::vector<ToldSpeaker> speakers;
    std::vector<std::string> waits;              ///< keys of those that the teller wants to be sent
    std::optional<meetings::SharedView> view{};  ///< the last one that the teller knows of, but from whom it is told
};
BOOST_DESCRIBE_STRUCT(ToldSpan, (), (root, over, session, port, speakers, waits, view))

}  // namespace anlan::app
