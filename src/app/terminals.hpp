#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "janus/video_hall.hpp"
#include "journal/event.hpp"
#include "meetings/picture_choice.hpp"
#include "meetings/terminal_commands.hpp"
#include "sip/account.hpp"
#include "sip/aside.hpp"

namespace anlan::app {

/// Conference sets in meetings (会议终端, decisions 0053 and 0058): calls them by SIP or takes their call, brings each
/// voice and picture into Janus' VideoRoom, all the others' voices and one picture to the set. What the line tells goes
/// back as commands; every half second what should be so at Janus is made so, so that a Janus that died is found and
/// repaired while the call stands. `terminals.cpp`: calls and their ends; `terminals_door.cpp`: calls from outside;
/// `terminals_media.cpp`: Janus; `terminals_pictures.cpp`: what a set is shown.
class Terminals {
  public:
    static constexpr std::chrono::milliseconds kTurn{500};
    using Read = std::function<void(const std::function<void(store::Rows&)>&)>;
    /// `refused`: on any thread, when it was not taken.
    using Note = std::function<void(meetings::NoteTerminal, std::function<void()> refused)>;

    /// `account`: none: there is no line, and every call says so.
    Terminals(std::optional<sip::Account> account, janus::VideoHall& hall, Read read, Note note);
    /// Hangs up.
    ~Terminals();
    Terminals(const Terminals&) = delete;
    Terminals& operator=(const Terminals&) = delete;

    void follow(const journal::Entry& entry);

    /// A set that is heard in a meeting here, for other stations to be told.
    struct SetVoice {
        std::int64_t feed = 0;
        PersonId person;  ///< its device
        std::string name, place;
        bool audio = true, video = false;
        std::string streams;  ///< as Janus describes them (JSON)
    };
    std::vector<SetVoice> voices(const meetings::MeetingId& meeting) const;
    /// To where another station waits for it. `name` tells several such places apart. Any thread.
    void send_on(
        const meetings::MeetingId& meeting,
        std::int64_t feed,
        const std::string& name,
        const std::string& host,
        std::int64_t port,
        std::int64_t rtcp_port
    );
    void stop_sending(const meetings::MeetingId& meeting, std::int64_t feed, const std::string& name);
    /// Somebody began or ended to send in some meeting. Any thread.
    void look();
    meetings::TerminalLine line() const;
    /// Where terminals dial; empty: there is no line.
    std::string address() const;

  private:
    using Steady = std::chrono::steady_clock::time_point;
    using Meeting = meetings::MeetingId;
    using Key = std::pair<Meeting, devices::DeviceId>;

    struct Voice {
        janus::MixPlace place;
        std::int64_t stream = 0;
    };
    /// A picture on its way to a set.
    struct Shown {
        std::int64_t feed = 0, stream = 0;
        std::uint32_t source = 0;
    };
    struct Call {
        std::uint64_t run = 0;   ///< tells this call from an earlier one of the same set
        std::uint64_t talk = 0;  ///< of the endpoint
        std::string name, place, uri;
        bool pictures = true;  ///< offered
        bool muted = false;
        std::optional<sip::PickedUp> picked_up{};
        std::int64_t feed = 0;                            ///< in the VideoRoom; 0: not there yet
        janus::MixPlace ear{};                            ///< in the mix
        PersonId unseen{};                                ///< see meetings::Speaker
        std::string streams{};                            ///< of the feed
        std::map<std::string, sip::MediaPlace> places{};  ///< where it goes: "room", "mix", and other stations
        sip::LiveState live{};
        sip::PictureCoding described = sip::PictureCoding::none;  ///< in the streams
        meetings::PictureChoice choice{};
        std::vector<Shown> shown{};  ///< the last of them is to be seen; those before it until it is
    };
    /// What is so at Janus, of one meeting.
    struct Mix {
        bool open = false;
        int failures = 0;                        ///< to open it, in a row
        std::map<std::int64_t, Voice> voices{};  ///< by feed
    };
    struct KnownSet {
        devices::DeviceId id;
        std::string name, place, address;
    };
    /// What a call from outside is judged by, without asking the journal.
    struct Directory {
        std::map<std::string, Meeting> meetings;  ///< by what is dialled
        std::vector<KnownSet> sets;               ///< those that are in no call
    };

    void forget_earlier_calls();
    void open_line();
    void begin_call(const Meeting& meeting, const meetings::TerminalCalled& called);
    sip::TalkOrder order_for(const std::string& uri, bool pictures) const;
    sip::TalkNews news_of(const Key& key, std::uint64_t run);
    Call* find(const Key& key, std::uint64_t run);
    void picked_up(const Key& key, std::uint64_t run, const sip::PickedUp& how);
    void changed(const Key& key, std::uint64_t run, const sip::LiveState& now);
    void ended(const Key& key, std::uint64_t run, const sip::TalkEnd& how);
    void left(const Key& key, meetings::TerminalEnd how);
    void remove(const Key& key);
    void mute(const Key& key, bool on);
    void close(const Meeting& meeting);
    std::optional<sip::Admitted> judge(const sip::Caller& caller);
    bool is_of(const sip::Caller& caller, const std::string& address) const;
    void let_in(const Key& key, const KnownSet& set, std::uint64_t run, std::uint64_t talk);
    void step();
    void learn_directory();
    void give_up(const Meeting& meeting);
    void make_so(const Meeting& meeting, Mix& mix);
    void bring_in(const Key& key, Call& call);
    void take_out(const Key& key, Call& call);
    void mix_voices(const Meeting& meeting, Mix& mix);
    void end_mix(const Meeting& meeting, Mix& mix);
    struct Candidate {
        meetings::Face face;
        PersonId person;
        std::string coding, mid;
    };
    std::vector<Candidate> candidates(const Meeting& meeting) const;
    void show_pictures(const Meeting& meeting);
    void show_picture(const Key& key, Call& call, const std::vector<Candidate>& all);
    void show_no_more(const Meeting& meeting, Call& call, std::size_t but);
    void show(const Meeting& meeting);
    void lead(const Call& call);
    Call* find(const Meeting& meeting, std::int64_t feed);

    std::optional<sip::Account> account_;
    janus::VideoHall& hall_;
    Read read_;
    Note note_;
    std::atomic<std::uint64_t> runs_ = 0;
    std::uint32_t sources_ = 0;  ///< SSRCs given to pictures
    std::map<Key, Call> calls_;
    std::map<Meeting, Mix> mixes_;
    std::int64_t round_ = 0;
    Steady next_open_{}, next_look_{};
    mutable std::mutex mutex_;  ///< of the directory, the voices and the address
    Directory directory_;
    std::map<Meeting, std::vector<SetVoice>> voices_;
    std::string address_;
    sip::Aside own_;  ///< all but what is said to be of any thread
    std::unique_ptr<sip::Endpoint> endpoint_;
};

}  // namespace anlan::app
