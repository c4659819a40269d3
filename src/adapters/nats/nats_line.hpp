#pragma once

#include <memory>

#include "federation/line.hpp"
#include "nats/place.hpp"
#include "seal/seal.hpp"

namespace anlan::nats {

/// The line of a real county: every node has its nats-server, a leaf of its parent's. It owns the server, the uplink
/// and a connection per neighbour; everything that breaks is made again without a person. Threads: one calls `receive`,
/// one sends, one repairs.
class NatsLine final : public federation::Line {
  public:
    /// `clock` and `dice` must outlive it.
    NatsLine(NatsPlace place, const Clock& clock, seal::Dice& dice);
    ~NatsLine() override;

    void open(Receive receive) override;
    void send(const AreaCode& to, federation::Lane lane, std::string frame) override;
    federation::LineFacts facts(const AreaCode& neighbour) const override;
    void close() override;

    /// Takes children in or puts them out while the line is open.
    void set_children(std::vector<NatsChild> children);
    /// The way to the parent is so slow that the hand-over should keep little under way; false towards children whose
    /// way is not known.
    bool slow(const AreaCode& neighbour) const;
    /// Of the server's process; 0 while it is not running.
    int server_pid() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::nats
