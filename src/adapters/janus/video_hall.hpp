#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "janus/janus_link.hpp"
#include "janus/seats.hpp"
#include "meetings/ports.hpp"
#include "seal/seal.hpp"

namespace anlan::janus {

struct HallSettings {
    JanusSettings janus;
    std::string station_secret;  ///< the secrets of the rooms are made of it
};

/// Whom the hall tells; any thread, must return soon.
struct HallEars {
    std::function<void(const meetings::MeetingId&, const PersonId&)> arrived;
    std::function<void(const meetings::MeetingId&, const PersonId&, meetings::Leaving)> left;
    /// The stage of these people has changed: they look again.
    std::function<void(const meetings::MeetingId&, const std::vector<PersonId>&)> changed;
    std::function<bool(const meetings::MeetingId&)> recorded;  ///< whether it is to be recorded
};

/// Where Janus waits for what somebody at another station sends, and what it is subscribed to by.
struct RemotePlace {
    std::int64_t feed = 0, port = 0, rtcp_port = 0;  ///< UDP
};

/// The SSRCs by which Janus knows the first and the second stream of a remote publisher.
constexpr std::uint32_t kFirstRemoteSource = 1'000, kSecondRemoteSource = 1'010;

/// Where Janus waits for one voice of a mix.
struct MixPlace {
    std::int64_t handle = 0;  ///< of this voice
    std::string coding, host;
    std::int64_t port = 0;  ///< UDP
};

/// A feed of somebody who has no seat here.
struct OtherFeed {
    meetings::Speaker speaker;
    std::string coding;                       ///< of the voice: "opus", "pcma", "pcmu"; empty: there is none
    std::string picture_coding, picture_mid;  ///< "h264", "vp8"; empty: there is none
};

/// A picture of the room that is sent to a conference set.
struct PictureStream {
    std::int64_t stream = 0;
    std::int64_t reports_port = 0;  ///< on this machine: whole pictures are asked for there
};

/// Whence somebody comes who has no seat here.
enum class Others { stations, terminals };

/// Meetings over Janus. Rooms are made when somebody connects and made again when Janus died; seats outlive it, so that
/// the meeting goes on without anybody entering it again.
class VideoHall final : public meetings::Hall {
  public:
    VideoHall(HallSettings settings, HallEars ears, seal::Dice& dice);
    ~VideoHall() override;

    meetings::Media media() const override;
    Result<std::string> take_seat(const meetings::MeetingId& meeting, const PersonId& person) override;
    Result<meetings::SignalAnswer> signal(
        const meetings::MeetingId& meeting,
        const PersonId& person,
        const std::string& seat,
        const meetings::Signal& signal
    ) override;
    std::vector<std::string> recordings(const meetings::MeetingId& meeting) const override;
    std::string film(const meetings::MeetingId& meeting, const std::string& digest) const override;

    /// Somebody was in it before the program started: given up like a seat unless the person comes back in time.
    void remember(const meetings::MeetingId& meeting, const PersonId& person);
    /// Whoever sits there looks again.
    void announce(const meetings::MeetingId& meeting);
    void record(const meetings::MeetingId& meeting, bool on);
    void close(const meetings::MeetingId& meeting);

    /// Between stations, by Janus' remote publishers. All ask Janus and wait; void when `round` has grown.
    std::int64_t round() const;
    std::vector<OwnFeed> own_feeds(const meetings::MeetingId& meeting) const;
    Result<RemotePlace> expect(const meetings::MeetingId& meeting, const std::string& name, const std::string& streams);
    void forget(const meetings::MeetingId& meeting, std::int64_t feed);
    /// To two ports on 127.0.0.1, from where it goes to other stations.
    Result<void> send_on(
        const meetings::MeetingId& meeting, std::int64_t feed, std::int64_t port, std::int64_t rtcp_port
    );
    void stop_sending(const meetings::MeetingId& meeting, std::int64_t feed);
    /// Who speaks at other stations, or on conference sets, all of them; who sits here is told when it has changed.
    void show_others(const meetings::MeetingId& meeting, Others whence, std::vector<meetings::Speaker> speakers);
    /// What somebody at another station shows on the map.
    void show_view(const meetings::MeetingId& meeting, std::optional<meetings::SharedView> view);
    std::vector<OtherFeed> other_feeds(const meetings::MeetingId& meeting, Others whence) const;

    /// For conference sets: all voices of a meeting mixed, over plain RTP (Janus' AudioBridge). All ask Janus and wait;
    /// void when `round` has grown.
    Result<void> open_mix(const meetings::MeetingId& meeting);
    void close_mix(const meetings::MeetingId& meeting);
    /// One voice of `coding` ("opus", "pcma", "pcmu"); with a port on 127.0.0.1 it also hears all the others there.
    Result<MixPlace> join_mix(
        const meetings::MeetingId& meeting, const std::string& coding, std::optional<std::int64_t> port
    );
    void leave_mix(std::int64_t handle);
    /// What a feed of the room says, sent into the mix; the number of that stream.
    Result<std::int64_t> voice_into(const meetings::MeetingId& meeting, std::int64_t feed, const MixPlace& place);
    /// The picture of a feed, sent to a port on 127.0.0.1 with this SSRC. It begins anywhere: a whole one is asked for.
    Result<PictureStream> picture_into(
        const meetings::MeetingId& meeting,
        std::int64_t feed,
        const std::string& mid,
        std::int64_t port,
        std::uint32_t source
    );
    /// No longer sent, voice or picture.
    void out_of(const meetings::MeetingId& meeting, std::int64_t feed, std::int64_t stream);
    /// Since when somebody speaks; nothing: not at this moment.
    std::optional<SteadyTime> talks_since(std::int64_t feed) const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::janus
