#pragma once

#include <functional>
#include <optional>

#include "app/conferring.hpp"
#include "app/evidence_line.hpp"
#include "app/node.hpp"
#include "federation/word_line.hpp"

namespace anlan::app {

/// A node among the levels: the node it joined, and those that joined it. Hands entries over to them, speaks with them
/// about what is no entry (words of meetings, evidence), and takes children in and puts them out without a restart.
/// A node without a line stands alone: then every call here does nothing.
class Family {
  public:
    using Read = std::function<void(const std::function<void(store::Rows&)>&)>;
    struct Parts {
        const NodeSettings& settings;
        const Surroundings& surroundings;
        const seal::KeyPair& key;
        journal::Writer& writer;
        Conferring& conferring;
        Read read;
    };

    explicit Family(Parts parts);

    /// Meets everybody who is known; before the first entry is written.
    void gather();
    void start();
    void stop();
    void tick(Instant now);
    /// Driven by hand: takes in and sends once; returns how much was done.
    std::size_t step();

    /// A child taken in or put out is so at once.
    void follow(const std::vector<journal::Entry>& entries);
    void meet(federation::Neighbour neighbour);
    std::vector<federation::LinkState> links() const;

  private:
    void join(federation::Line& line);
    void part(const AreaCode& area);
    federation::ExchangeSettings exchange_settings();

    Parts in_;
    federation::Squeezer squeezer_;
    std::optional<federation::WordLine> words_;
    std::optional<EvidenceLine> evidence_;  ///< outlives the hand-overs that speak through it
    std::optional<federation::Exchange> exchange_;
};

}  // namespace anlan::app
