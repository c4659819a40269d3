#pragma once

#include <functional>
#include <memory>

#include "sensors/sieve.hpp"

/// What the room needs of the outside world.
namespace anlan::sensors {

struct LastReading {
    Instant at{};
    double value = 0;
};

/// One reading, as it is kept.
struct Sample {
    SensorId sensor;
    Instant at{};
    double value = 0;
};

/// A device that nobody has registered, as it was last heard.
struct Stranger {
    std::string device, measure, sample;
    std::int64_t count = 0;
    Instant first_at{}, last_at{};
};
BOOST_DESCRIBE_STRUCT(Stranger, (), (device, measure, sample, count, first_at, last_at))

/// How the carrying of readings goes, for the page.
struct Intake {
    std::int64_t taken = 0, refused = 0, waiting = 0, dropped = 0;
    bool broker = false, connected = false;  ///< whether an MQTT broker is configured, and reached
    std::string note;                        ///< why not
};
BOOST_DESCRIBE_STRUCT(Intake, (), (taken, refused, waiting, dropped, broker, connected, note))

/// Readings as they come and as they are kept (outside the journal, decision 0019). Any thread.
class Readings {
  public:
    virtual ~Readings() = default;
    /// Takes them in for sieve, watch and series; false: too many wait, come again.
    virtual bool take(std::vector<Reading> readings) = 0;
    virtual std::optional<LastReading> last(const SensorId& sensor) const = 0;
    /// At most `most` stretches of equal length that together cover the time; empty ones are left out.
    virtual std::vector<SeriesPoint> points(const SensorId& sensor, Instant from, Instant until, std::int64_t most)
        const = 0;
    virtual std::vector<Stranger> strangers() const = 0;
    virtual Intake intake() const = 0;
};

/// A picture of a camera, taken now.
class Cameras {
  public:
    virtual ~Cameras() = default;
    /// JPEG bytes. Refuses `camera_silent` with the reason, `camera_busy`.
    virtual Result<std::string> picture(const std::string& address) = 0;
};

/// 正在接入, 有画面, 没有画面.
BOOST_DEFINE_ENUM_CLASS(CameraState, coming, live, silent)

/// How a live picture stands; of a silent one why, and the way out.
struct CameraWord {
    CameraState state = CameraState::coming;
    std::string code, zh, en;
};
BOOST_DESCRIBE_STRUCT(CameraWord, (), (state, code, zh, en))

/// A camera's picture on its way to whoever shows it, for as long as this lives. A camera that was lost is asked again.
class Feed {
  public:
    virtual ~Feed() = default;
    virtual CameraWord word() const = 0;
    /// Somebody looks anew: one that is silent is asked now.
    virtual void again() = 0;
};
/// Sends it as RTP (H.264) to a port of this machine.
using StartFeed = std::function<std::unique_ptr<Feed>(const std::string& address, std::int64_t port)>;

/// 看, 应答, 网络候选, 还在看, 不看了.
BOOST_DEFINE_ENUM_CLASS(ViewingAct, subscribe, start, trickle, keepalive, leave)

struct ViewingCandidate {
    std::string candidate, mid;
    std::int64_t line = 0;  ///< sdpMLineIndex
};
BOOST_DESCRIBE_STRUCT(ViewingCandidate, (), (candidate, mid, line))

/// All that whoever watches may say to the media service.
struct ViewingSignal {
    ViewingAct act = ViewingAct::keepalive;
    std::string meeting;                       ///< in which it is shown; empty: watched at the desk
    std::string sdp;                           ///< start: an answer
    std::vector<ViewingCandidate> candidates;  ///< none: that was all
};
BOOST_DESCRIBE_STRUCT(ViewingSignal, (), (act, meeting, sdp, candidates))

struct ViewingAnswer {
    std::string sdp;  ///< subscribe: an offer
    CameraWord camera;
};
BOOST_DESCRIBE_STRUCT(ViewingAnswer, (), (sdp, camera))

/// Writes down who looks, where, and whether at a live picture; answers when it stands in the journal.
using NoteWhoLooks =
    std::function<Result<void>(const SensorId& camera, const PersonId& person, const std::string& meeting, bool live)>;

/// Live pictures. Nothing of them is kept.
class LiveCameras {
  public:
    virtual ~LiveCameras() = default;
    /// Begins to watch; known by a secret that nobody can guess. Refuses `media_down`, `media_failed`,
    /// `too_many_cameras`, `too_many_viewings`.
    virtual Result<std::string> begin(const SensorId& camera, const std::string& address, const PersonId& person) = 0;
    /// Whoever says nothing for twelve seconds has gone. Refuses `viewing_unknown` (of another person or camera, or
    /// given up), `media_down`, `media_failed`, `too_long`, `too_many_signals`.
    virtual Result<ViewingAnswer> signal(
        const SensorId& camera, const PersonId& person, const std::string& viewing, const ViewingSignal& signal
    ) = 0;
};

}  // namespace anlan::sensors
