#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include "app/cascade_words.hpp"
#include "app/station_media.hpp"
#include "app/terminals.hpp"
#include "janus/video_hall.hpp"
#include "meetings/queries.hpp"

namespace anlan::app {

/// Meetings that span levels (decision 0048): every second, and when it changes, a node tells each neighbour joined to
/// a meeting who speaks here and whom it waits for, and makes true what the neighbour told last. So a word lost is a
/// second late, a line cut changes nothing but that it is shown, and a line repaired goes on where it was. The media go
/// over the media line (decision 0059). `cascading.cpp`: words; `cascading_media.cpp`: Janus and the media line.
class Cascading {
  public:
    using Read = std::function<void(const std::function<void(store::Rows&)>&)>;
    struct Around {
        AreaCode here;
        std::string name;                ///< of this station
        std::optional<AreaCode> parent;  ///< none: nobody above
        std::function<void(const AreaCode&, std::string)> say;
        Terminals* sets = nullptr;  ///< whose voices go to neighbours as well; outlives this
        MediaSettings media{};
        std::string session;  ///< of the media line: made by dice
        StationMedia::PairKey pair_key;
    };
    /// A word goes out each second; with nothing heard for so long the line is cut. Media are missed sooner.
    static constexpr std::chrono::seconds kCut{4};

    Cascading(Around around, janus::VideoHall& hall, Read read);
    ~Cascading();
    Cascading(const Cascading&) = delete;
    Cascading& operator=(const Cascading&) = delete;

    /// Any thread: only put aside.
    void hear(const AreaCode& from, std::string text);
    /// Somebody came, left or changed something here: neighbours are told at once. Any thread.
    void look();

  private:
    using Steady = std::chrono::steady_clock::time_point;
    using Meeting = meetings::MeetingId;

    struct Link {
        meetings::Span span;
        AreaCode other;
        ToldSpan told;
        std::optional<Steady> heard;
        std::string said;  ///< last, to them
        bool cut(Steady now) const { return !heard || now - *heard > kCut; }
    };
    struct Incoming {
        janus::RemotePlace place;
        std::string streams;
    };
    struct Sent {
        std::int64_t feed = 0;
        medialine::Ports doors;
        bool terminal = false;
    };
    /// What is so at Janus, of one meeting.
    struct Talk {
        std::vector<Link> links;
        std::map<std::string, Incoming> incoming;  ///< by key
        std::map<std::string, Sent> outgoing{};    ///< by key
        /// The newest one that neighbours tell of, but this one.
        std::optional<meetings::SharedView> view_but(const Link* but) const;
        /// Whence somebody is heard of; none: they are from here, or nobody knows them.
        const Link* source_of(const std::string& key, const AreaCode& here) const;
        /// Who waits for somebody, but whence they come.
        std::set<AreaCode> waiting_for(const std::string& key, const Link* source) const;
    };

    void run();
    void step(Steady now, bool all);
    void follow_spans();
    void take_words(Steady now);
    void take_in(const Meeting& meeting, Talk& talk);
    std::map<std::string, Sent> own_waited_for(const Meeting& meeting, const Talk& talk);
    void lead_media();
    void send_out(const Meeting& meeting, Talk& talk);
    Result<void> send(const Meeting& meeting, const Sent& one);
    void stop_sending(const Meeting& meeting, const Sent& one);
    bool is_cut(const Link& link, Steady now) const { return link.cut(now) || media_.silent(link.other); }
    void show(const Meeting& meeting, const Talk& talk, Steady now);
    /// Only what has changed, or all of it.
    void speak(const Meeting& meeting, Talk& talk, Steady now, bool all);
    std::vector<ToldSpeaker> own_speakers(const Meeting& meeting);
    std::optional<meetings::SharedView> own_view(const Meeting& meeting);

    Around around_;
    janus::VideoHall& hall_;
    Read read_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::pair<AreaCode, std::string>> inbox_;
    std::map<AreaCode, std::string> last_heard_;
    bool stopping_ = false, hurried_ = false;
    std::map<Meeting, Talk> talks_;
    std::int64_t round_ = 0;
    StationMedia media_;
    std::thread thread_;
};

}  // namespace anlan::app
