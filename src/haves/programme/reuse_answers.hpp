#pragma once

#include "programme/reuse.hpp"

namespace anlan::programme {

/// One row of the survey, and the contracts that use it on.
struct SurveyedAnswer {
    std::string id, kind, name, place, state, reuse, note;
    double count = 0;
    std::int64_t value_fen = 0;
    bool reusable = true;  ///< also after repair
    bool used = false;     ///< in use already, or named by a contract
    std::vector<std::string> contracts;
};
BOOST_DESCRIBE_STRUCT(
    SurveyedAnswer, (), (id, kind, name, place, state, reuse, note, count, value_fen, reusable, used, contracts)
)

/// One station: what was found, what of it is used on, and what was bought.
struct StationReuse {
    AreaCode node;
    std::string name;
    bool own = false;
    std::int64_t found = 0, reusable = 0, after_repair = 0, used = 0;  ///< rows; after_repair is part of reusable
    std::int64_t reusable_fen = 0, used_fen = 0;
    std::int64_t bought_fen = 0;                 ///< contracts for things
    std::int64_t purchases = 0, with_reuse = 0;  ///< contracts for things; of them, which also use something on
    std::vector<SurveyedAnswer> items;
};
BOOST_DESCRIBE_STRUCT(
    StationReuse,
    (),
    (node,
     name,
     own,
     found,
     reusable,
     after_repair,
     used,
     reusable_fen,
     used_fen,
     bought_fen,
     purchases,
     with_reuse,
     items)
)

/// This node's own first, then those below that have found or bought anything. `until`: contracts of later days are
/// left out; empty: none.
std::vector<StationReuse> reuse_seen(store::Rows& rows, const AreaCode& here, const std::string& until = {});

}  // namespace anlan::programme
