#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "federation/frame.hpp"
#include "federation/line.hpp"
#include "federation/pace.hpp"
#include "journal/writer.hpp"

/// Handing entries to one neighbour and taking its entries in. The journal is the truth: what the other end has not
/// confirmed is read from it again, whatever the line lost, doubled or reordered.
namespace anlan::federation {

/// What went wrong on a link, told to the officer and kept on record.
struct Fault {
    std::string code;    ///< "frame_forged", "same_key_twice", "histories_differ", "clock_off", …
    std::string zh, en;  ///< in plain words
};

struct Neighbour {
    AreaCode area;
    std::string name;
    std::string public_pem;
};

/// What the hand-overs of one node share; outlives them.
struct Home {
    journal::Writer* writer = nullptr;
    std::function<void(const std::function<void(store::Rows&)>&)> read;  ///< lends a connection for the call
    const Squeezer* squeezer = nullptr;
    std::string private_pem;  ///< the node's own key
    std::uint64_t incarnation = 0;
    std::function<void(const Neighbour&, const Fault&)> fault;
    std::function<void(std::function<void()>)> later;  ///< runs a piece of work on the hand-overs' thread
    std::function<void(const AreaCode&)> stirred;      ///< this neighbour's hand-over has something to say soon

    const AreaCode& area() const { return writer->node().area; }
    Instant now() const { return writer->clock().now(); }
};

class Handover {
  public:
    Handover(const Home& home, Neighbour neighbour, Line& line);

    /// Takes in a frame from this neighbour; damaged, forged, stale or repeated ones change nothing.
    void receive(std::string_view bytes);
    /// Own streams have grown.
    void posted(const std::map<std::string, journal::Mark>& ends);
    /// The node began a new epoch: everything is asked for anew.
    void begin_anew();
    /// Sends what is due. Returns the number of frames sent.
    std::size_t tick();
    /// Refuses everything from this neighbour until it is approved with another key.
    bool refused() const { return refused_; }

    const Neighbour& neighbour() const { return neighbour_; }
    bool up() const { return heard_ && connected_; }
    Instant since() const { return since_; }
    std::optional<Instant> last_heard() const { return last_heard_; }
    std::optional<Milliseconds> clock_difference() const { return clock_difference_; }
    std::optional<Milliseconds> round_trip() const;
    /// By stream in which entries wait: how far the other end has confirmed.
    std::map<std::string, journal::Mark> waiting() const;

  private:
    struct InFlight {
        journal::Mark last;
        std::int64_t bytes = 0;
        Instant sent_at{};
    };
    struct Outbound {
        std::string stream;
        bool urgent = false;
        journal::Mark end, cursor, confirmed;
        std::deque<InFlight> in_flight;
        std::int64_t bytes_each = 120;  ///< running mean of an entry on the line
        int fruitless = 0;              ///< sent again so often without getting further
        std::int64_t leans_from = 1;    ///< batches may lean on entries from this number on
        std::optional<Instant> begun;   ///< since when something waits on a line with nothing on its way
    };
    struct Inbound {
        journal::Mark pending;    ///< given to the writer
        journal::Mark confirmed;  ///< committed
        int writing = 0;          ///< batches with the writer
    };

    std::vector<journal::Entry> before(const Batch& batch, std::int64_t count) const;
    void wait_for_past(std::string_view bytes);
    void take_batch(const Batch& batch);
    void written(const std::string& stream);
    void take_status(const Status& status);
    bool take_incarnation(const Status& status, Instant sent_at);
    void take_receipt(const StreamMark& mark, bool asked_again);
    void settle_difference(const Status& status);
    void measure_clock(const Status& status);
    void note(const Fault& fault);

    void follow_line(Instant now);
    void try_again(Instant now);
    void rewind(Outbound& out);
    void rewind_late(Instant now);
    std::size_t send_batches(Instant now);
    bool gathers(Outbound& out, std::int64_t window_bytes, Instant now) const;
    bool send_batch(Outbound& out, std::int64_t budget_bytes, Instant now);
    Squeezing squeezing(const Outbound& out, const Batch& batch) const;
    Instant stamp(Instant now);
    bool send_status(Instant now);
    void add_locators(Status& status) const;
    std::int64_t in_flight_bytes(bool urgent) const;

    const Home& home_;
    Neighbour neighbour_;
    Line& line_;
    std::string key_;                         ///< of this link
    std::vector<Outbound> outbound_;          ///< most urgent first
    std::map<std::string, Inbound> inbound_;  ///< by stream
    std::vector<std::string> early_;          ///< frames that lean on entries still with the writer
    Pace pace_;

    bool connected_ = false, heard_ = false, refused_ = false;
    bool owes_receipt_ = true, saw_gap_ = false, wants_locators_ = false, shows_locators_ = false, changing_ = false;
    Instant since_{};
    std::optional<Instant> last_heard_, last_status_sent_, last_frame_at_;
    std::optional<Instant> not_taken_at_;  ///< when the store last took less than it was given
    Instant last_frame_sent_at_{};         ///< stamp of the neighbour's last frame
    Instant last_stamp_{};
    std::map<Instant, Instant> stamped_;  ///< own clock when each of the last stamps was given
    std::uint64_t incarnation_ = 0;
    std::map<std::uint64_t, Instant> heard_incarnations_;  ///< and what its clock said last
    Instant incarnation_began_{};  ///< stamp of the last frame that left before this one was heard
    int dictionary_ = 0;           ///< the newest the neighbour has
    bool reads_past_ = false;      ///< and whether it reads batches that lean on what went before
    bool slow_ = false;            ///< the line, when last measured
    std::optional<Milliseconds> clock_difference_;
    std::map<std::string, Instant> noted_;  ///< faults, when last told
};

}  // namespace anlan::federation
