#pragma once

#include "journal/desk.hpp"
#include "policy/events.hpp"

namespace anlan::policy {

/// Takes a pack over. Without rows: the pack this program was shipped with. A version that is here already changes
/// nothing. Refuses `pack_invalid`.
struct AdoptPack {
    std::string name;
    std::int64_t version = 0;
    std::string valid_from;
    std::vector<PolicyRow> rows;
};
BOOST_DESCRIBE_STRUCT(AdoptPack, (), (name, version, valid_from, rows))
Result<journal::Decision> decide(const AdoptPack& wish, const journal::Desk& desk);
std::optional<World> world_of(const AdoptPack& wish, store::Rows& rows);

/// Changes one value for this node and those below. County and above may change all rows, a town those marked local
/// (POLICY §14.2). Refuses `policy_unknown`, `not_at_this_level`, `value_invalid`, `source_empty`, `date_invalid`,
/// `not_yet_in_force`.
struct SetPolicy {
    std::string key;
    json::value value;
    std::string source, clause;
    std::string valid_from;  ///< YYYY-MM-DD, not after today; empty: today
    std::string mark;        ///< empty: P, a local agreement
};
BOOST_DESCRIBE_STRUCT(SetPolicy, (), (key, value, source, clause, valid_from, mark))
Result<journal::Decision> decide(const SetPolicy& wish, const journal::Desk& desk);
std::optional<World> world_of(const SetPolicy& wish, store::Rows& rows);

}  // namespace anlan::policy
