#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "journal/desk.hpp"
#include "journal/parcel.hpp"
#include "journal/room.hpp"
#include "journal/stream.hpp"
#include "store/database.hpp"

namespace anlan::journal {

/// What became of a granted wish.
struct Outcome {
    std::string subject;
    json::object answer;
    std::int64_t first_seq = 0;  ///< 0: nothing was written, it was already so
    std::int64_t last_seq = 0;
};

struct WriterSettings {
    store::Place place;
    NodeFacts node;
    const Clock* clock = nullptr;
    seal::Dice* dice = nullptr;
    std::size_t group_max = 512;  ///< commands decided in one commit
    /// For simulations: called before and after each commit; what it throws is what a failing disk or machine throws.
    enum class Moment { before_commit, after_commit };
    std::function<void(Moment)> at_commit{};
};

/// The only one who appends. Commands queue, are decided in order against the views of everything before them, and
/// commit in groups: events, views, reactions, deadlines and outbox in one transaction, one fsync for the group.
/// An answer is given only after the commit, so nothing acknowledged is ever lost.
class Writer {
  public:
    using Reply = std::function<void(Result<Outcome>)>;
    using Listener = std::function<void(const std::vector<Entry>&)>;

    /// Opens or creates the journal; rebuilds the views when the rooms' tables have changed.
    Writer(WriterSettings settings, std::vector<Room> rooms);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Queues a wish; `reply` is called on the writer's thread after the commit. Any thread.
    void submit(Wish wish, Reply reply);
    /// Submits and waits. Not from the writer's own thread or its listeners.
    Result<Outcome> execute(Wish wish);
    /// Queues entries from another node; those already here or out of turn are dropped. Any thread.
    void deliver(std::vector<Parcel> parcels, std::function<void()> then = {});
    /// Queues the commands of all deadlines that are due.
    void recall_due();

    /// Called after each commit with the own entries it wrote, on the writer's thread.
    void on_commit(Listener listener);

    /// Called after each commit that added to streams with where they end now, on the writer's thread.
    void on_posted(std::function<void(const std::map<std::string, Mark>&)> listener);
    /// Begins a new epoch of all streams, when a neighbour remembers more than this journal holds. Any thread.
    void begin_epoch(NewEpoch wanted, std::function<void()> then = {});

    /// Decides on its own thread from now on. Without it, call `run_pending()` (tests, simulations, drills).
    void start();
    /// Ends the thread after the running group; what is still queued is refused with `stopping`.
    void stop();
    /// Decides everything queued, reactions included, and returns how many commands there were.
    std::size_t run_pending();

    const NodeFacts& node() const;
    const std::vector<Room>& rooms() const;
    const Clock& clock() const;
    /// The writer's own connection, for tests and for use between run_pending() calls only.
    store::Rows& rows();

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::journal
