#pragma once

#include <memory>
#include <string>
#include <vector>

#include "journal/deadline_events.hpp"
#include "journal/ledger.hpp"
#include "journal/stream.hpp"
#include "journal/writer.hpp"
#include "seal/seal.hpp"

/// For tests: a node in memory without threads. Given events or commands, when a command, then events or a refusal.
/// With ANLAN_TEST_POSTGRESQL set (a connection string) the same tests run on PostgreSQL, each in an empty schema
/// of its own.
namespace anlan::trial {

class Trial {
  public:
    explicit Trial(
        std::vector<journal::Room> rooms, AreaCode area = AreaCode{"350581106000"}, std::string name = "永宁镇"
    );
    ~Trial();

    /// Grants a wish; `written` holds the entries of the last call, reactions included.
    template <class C>
    Result<journal::Outcome> when(C command, std::string actor = "p-officer", World world = World::real()) {
        return run(journal::wish(std::move(world), std::move(actor), std::move(command)));
    }
    Result<journal::Outcome> run(journal::Wish wish);

    /// Writes events as they are, without a rule: what happened before.
    template <journal::EventBody E>
    void given(const std::string& subject, const E& body, World world = World::real()) {
        write(journal::event(subject, body), std::move(world));
    }
    void write(journal::Event event, World world);

    /// Takes in all that the other node has for this one, as the hand-over does.
    void hear(Trial& other);

    /// Moves the clock and runs every deadline that falls due on the way, each at its own time.
    void advance(Milliseconds by);
    Instant now() const { return clock_.now(); }
    void set_clock(Instant at) { clock_.set(at); }

    store::Rows& rows() { return writer_->rows(); }
    journal::Writer& writer() { return *writer_; }
    const std::vector<journal::Entry>& written() const { return written_; }
    /// Kinds of `written`, without version: {"call.placed", …}.
    std::vector<std::string> kinds() const;
    /// Whether the journal verifies and, on SQLite, every view equals its replay.
    journal::Proof prove();

  private:
    ManualClock clock_{Instant{std::chrono::seconds{1690504620}}};  // 2023-07-28T08:37+08:00
    seal::SeededDice dice_{7};
    std::string schema_, rooms_;  // on a server: where its tables stand, and for which rooms
    std::unique_ptr<journal::Writer> writer_;
    std::vector<journal::Entry> written_;
};

}  // namespace anlan::trial
