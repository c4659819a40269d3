#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "base/world.hpp"
#include "journal/event.hpp"
#include "seal/seal.hpp"
#include "store/rows.hpp"

namespace anlan::journal {

/// Which organisation's server this is.
struct NodeFacts {
    AreaCode area;
    std::string name;  ///< 永宁镇
    Level level() const { return area.level(); }
};

/// All that a decision may look at. No clock, no chance, no file: what is needed is handed in.
struct Desk {
    store::Rows& views;  ///< to be read only
    const NodeFacts& node;
    seal::Dice& dice;
    Instant now{};
    World world = World::real();
    std::string actor;  ///< person id, or "system:<room>"

    PersonId person() const { return PersonId{actor}; }
    /// Time-ordered, 20 characters.
    std::string new_id() const;
    /// Whether this decision made the id itself; such a subject has no past to look up.
    bool is_new(const std::string& id) const { return std::find(made.begin(), made.end(), id) != made.end(); }
    mutable std::vector<std::string> made{};
};

/// What a granted wish leads to.
struct Decision {
    Events events;        ///< empty: it was already so
    std::string subject;  ///< id of the thing made or changed, for the answer
    json::object answer;  ///< more for the answer, if any
};

/// One event about its own subject, the usual case.
Decision decided(Event event);
Decision decided(Events events, std::string subject);

/// The sender's own name for one item, and a digest of what it says: sent twice, it is granted once.
struct Once {
    std::string key, print;
};

/// A command (a wish), with its rule, ready for the writer. Made from the command struct by `wish()`.
struct Wish {
    World world = World::real();
    std::string actor;
    std::function<Result<Decision>(const Desk&)> decide;
    /// Where the thing it is about lives; wins over `world`. Empty: the wish makes something new.
    std::function<std::optional<World>(store::Rows&)> world_of;
    std::optional<Once> once{};
};

/// The rule is the free function `decide(const C&, const journal::Desk&)` beside the command struct. A command about an
/// existing thing also has `std::optional<World> world_of(const C&, store::Rows&)`, so whoever answers a drill's call
/// answers inside the drill without having to know it.
template <class C>
Wish wish(World world, std::string actor, C command) {
    const auto shared = std::make_shared<const C>(std::move(command));
    Wish made{std::move(world), std::move(actor), {}, {}};
    made.decide = [shared](const Desk& desk) -> Result<Decision> { return decide(*shared, desk); };
    if constexpr (requires(store::Rows & rows) { world_of(*shared, rows); })
        made.world_of = [shared](store::Rows& rows) -> std::optional<World> { return world_of(*shared, rows); };
    return made;
}

using Wishes = std::vector<Wish>;

/// What a reaction sees. Its wishes stay in the world of the entry it reacts to.
struct Cause {
    const Entry& entry;
    store::Rows& views;
    const NodeFacts& node;
    Instant now{};
    bool mine = true;       ///< false: another node's entry, delivered by federation
    std::string from_area;  ///< the node that wrote it

    template <class C>
    Wish wish(std::string actor, C command) const {
        return journal::wish(entry.world(), std::move(actor), std::move(command));
    }
};

}  // namespace anlan::journal
