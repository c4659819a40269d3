#pragma once

#include <string>
#include <vector>

#include "meetings/queries.hpp"

/// What the room needs of the outside world: somebody who carries sound and pictures.
namespace anlan::meetings {

/// 本机没有视频服务, 正在恢复, 可用.
BOOST_DEFINE_ENUM_CLASS(Media, missing, down, up)

/// 没有配置, 打不开, 可用: the line conference sets are called by.
BOOST_DEFINE_ENUM_CLASS(TerminalLine, missing, down, up)

/// One person, or one conference set, in a meeting as the others meet them.
struct Speaker {
    std::int64_t feed = 0;  ///< what to subscribe to; 0: neither picture nor sound yet
    PersonId person;
    bool audio = false, video = false, screen = false;
    /// Of somebody at another station, whom the guests here do not list; else empty.
    std::string name, title, station;
    bool hand = false;      ///< of theirs: raised
    bool cut = false;       ///< nothing is heard of that station at this moment
    bool terminal = false;  ///< a conference set; `person` is its device then
    PersonId unseen{};      ///< whom the set would be shown, but cannot: their picture is coded otherwise
};
BOOST_DESCRIBE_STRUCT(
    Speaker, (), (feed, person, audio, video, screen, name, title, station, hand, cut, terminal, unseen)
)

/// The stage as one seat sees it; its own person is among the speakers.
struct Stage {
    Media media = Media::missing;
    std::int64_t round = 0;  ///< changes when the media service has begun anew: whoever is here connects again
    bool moved = false;      ///< the person has gone on at another device
    std::vector<Speaker> speakers;
    std::optional<SharedView> view;  ///< the last one of another station
};
BOOST_DESCRIBE_STRUCT(Stage, (), (media, round, moved, speakers, view))

BOOST_DEFINE_ENUM_CLASS(Act, join, publish, subscribe, start, unsubscribe, trickle, state, keepalive, leave)

struct Candidate {
    std::string candidate, mid;
    std::int64_t line = 0;  ///< sdpMLineIndex
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (candidate, mid, line))

/// All a participant may ever say to the media service. Nothing administrative has a word here.
struct Signal {
    Act act = Act::keepalive;
    std::int64_t feed = 0;                              ///< whose stream; 0 in trickle: what one sends oneself
    std::string sdp;                                    ///< publish: an offer; start: an answer
    std::vector<Candidate> candidates;                  ///< none: that was all
    bool audio = false, video = false, screen = false;  ///< of `state`
};
BOOST_DESCRIBE_STRUCT(Signal, (), (act, feed, sdp, candidates, audio, video, screen))

struct SignalAnswer {
    std::string sdp;  ///< publish: the answer; subscribe: an offer
    Stage stage;
};
BOOST_DESCRIBE_STRUCT(SignalAnswer, (), (sdp, stage))

class Hall {
  public:
    virtual ~Hall() = default;
    virtual Media media() const = 0;
    /// A seat, known by a secret that nobody can guess. Whoever has one elsewhere in this meeting is moved. Refuses
    /// `too_many_seats`.
    virtual Result<std::string> take_seat(const MeetingId& meeting, const PersonId& person) = 0;
    /// Refuses `seat_unknown` (of another person or meeting, or given up), `media_down`, `media_failed`,
    /// `feed_unknown`, `too_long`, `too_many_signals`.
    virtual Result<SignalAnswer> signal(
        const MeetingId& meeting, const PersonId& person, const std::string& seat, const Signal& signal
    ) = 0;
    /// Names of the files recorded of a meeting, one for each voice and each picture, in Janus' own form (mjr).
    virtual std::vector<std::string> recordings(const MeetingId& meeting) const = 0;
    /// Where the film of this digest lies.
    virtual std::string film(const MeetingId& meeting, const std::string& digest) const = 0;
    virtual TerminalLine terminal_line() const { return TerminalLine::missing; }
    /// Where terminals dial, "10.1.2.2:5070"; empty: there is no line.
    virtual std::string terminal_address() const { return {}; }
};

/// As browsers know it (RTCIceServer).
struct IceServer {
    std::vector<std::string> urls;  ///< "turn:host:port?transport=udp"
    std::string username, credential;
};
BOOST_DESCRIBE_STRUCT(IceServer, (), (urls, username, credential))

struct RelayAnswer {
    std::vector<IceServer> servers;  ///< none: everybody connects directly
    std::int64_t seconds = 0;        ///< how long that is good for
};
BOOST_DESCRIBE_STRUCT(RelayAnswer, (), (servers, seconds))

/// Ways round firewalls: what a browser is told of relays (TURN) before it connects.
class Relay {
  public:
    virtual ~Relay() = default;
    /// For one person, for a while.
    virtual RelayAnswer servers(const PersonId& person, Instant now) const = 0;
};

}  // namespace anlan::meetings
