#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include "app/cascade_words.hpp"
#include "app/terminals.hpp"
#include "janus/video_hall.hpp"
#include "meetings/queries.hpp"

namespace anlan::app {

/// Meetings that span levels (decision 0048): every second a node tells each neighbour joined to a meeting who speaks
/// here and where it waits for whom, and makes true what the neighbour told last. So a word lost is a second late, a
/// line cut changes nothing but that it is shown, and a line repaired goes on where it was.
class Cascading {
  public:
    using Read = std::function<void(const std::function<void(store::Rows&)>&)>;
    struct Around {
        AreaCode here;
        std::string name;                ///< of this station
        std::optional<AreaCode> parent;  ///< none: nobody above
        std::function<void(const AreaCode&, std::string)> say;
        Terminals* sets = nullptr;  ///< whose voices go to neighbours as well; outlives this
    };
    /// A word goes out each second; with nothing heard for so long the line is cut, and that is shown within five.
    static constexpr std::chrono::seconds kCut{4};

    Cascading(Around around, janus::VideoHall& hall, Read read);
    ~Cascading();
    Cascading(const Cascading&) = delete;
    Cascading& operator=(const Cascading&) = delete;

    /// Any thread: only put aside.
    void hear(const AreaCode& from, std::string text);

  private:
    using Steady = std::chrono::steady_clock::time_point;
    using Meeting = meetings::MeetingId;

    struct Link {
        meetings::Span span;
        AreaCode other;
        ToldSpan told;
        std::optional<Steady> heard;
        bool cut(Steady now) const { return !heard || now - *heard > kCut; }
    };
    struct Incoming {
        janus::RemotePlace place;
        std::string streams;
    };
    struct Sent {
        std::int64_t feed = 0;
        ToldPlace place;
        bool terminal = false;
    };
    /// What is so at Janus, of one meeting.
    struct Talk {
        std::vector<Link> links;
        std::map<std::string, Incoming> incoming;                        ///< by key
        std::map<std::pair<std::string, std::string>, Sent> outgoing{};  ///< by key and where to
    };

    void run();
    void step(Steady now, bool speaks);
    void follow_spans();
    void take_words(Steady now);
    void take_in(const Meeting& meeting, Talk& talk);
    void send_out(const Meeting& meeting, Talk& talk);
    Result<void> send(const Meeting& meeting, const Sent& one);
    void stop_sending(const Meeting& meeting, const Sent& one);
    void show(const Meeting& meeting, const Talk& talk, Steady now);
    void speak(const Meeting& meeting, const Talk& talk);
    std::vector<ToldSpeaker> own_speakers(const Meeting& meeting);

    Around around_;
    janus::VideoHall& hall_;
    Read read_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::pair<AreaCode, std::string>> inbox_;
    bool stopping_ = false;
    std::map<Meeting, Talk> talks_;
    std::int64_t round_ = 0;
    std::string media_host_;  ///< by which neighbours reach this station's Janus, in this round
    std::thread thread_;
};

}  // namespace anlan::app
