#pragma once

#include <vector>

#include "journal/desk.hpp"
#include "narrow/told.hpp"
#include "store/rows.hpp"

/// What has to be told by the narrow way, what was told, and what was heard.
namespace anlan::narrow {

struct SentRow {
    AreaCode neighbour;
    std::int64_t number = 0, seq = 0;
    std::uint32_t thing = 0;
    ToldKind told = ToldKind::help;
    std::string drill;
    std::int64_t bytes = 0;
    std::string bearer;
    std::string state;  ///< waiting, confirmed, renumbered, link (the ordinary link was faster), old
    Instant sent_at{};
    std::optional<Instant> settled_at;
};
BOOST_DESCRIBE_STRUCT(
    SentRow, (), (neighbour, number, seq, thing, told, drill, bytes, bearer, state, sent_at, settled_at)
)

/// The own entry as this neighbour would be told it; nothing when it is no such fact or not for this neighbour.
std::optional<Fact> fact_of(const journal::Entry& entry, const AreaCode& here, const AreaCode& neighbour);

/// Own facts for this neighbour after this entry and not before this time, none of them sent yet; `last` is the last
/// entry looked at.
struct Untold {
    std::vector<Fact> facts;
    std::int64_t last = 0;
};
Untold untold(
    store::Rows& rows, const AreaCode& here, const AreaCode& neighbour, std::int64_t after, Instant not_before
);
std::optional<Fact> fact_at(store::Rows& rows, const AreaCode& here, const AreaCode& neighbour, std::int64_t seq);
/// The last own entry before this time, or 0.
std::int64_t last_before(store::Rows& rows, Instant at);

std::vector<SentRow> waiting_for(store::Rows& rows, const AreaCode& neighbour);
std::int64_t last_number(store::Rows& rows, const AreaCode& neighbour);
std::int64_t newest_heard(store::Rows& rows, const AreaCode& neighbour);
/// The code of the frame with this number, if one came.
std::optional<std::string> code_heard(store::Rows& rows, const AreaCode& neighbour, std::int64_t number);
/// Whether the full entry is here too.
bool came_in_full(store::Rows& rows, const AreaCode& node, std::int64_t seq, std::uint32_t thing);

}  // namespace anlan::narrow
