#pragma once

#include <string>
#include <vector>

#include "base/area.hpp"
#include "base/strong.hpp"
#include "store/rows.hpp"

namespace anlan::rescue {

struct TeamFacts {
    std::string id, name;
    AreaCode area;  ///< the node's own when the row names none
    std::string kind;
    std::int64_t members = 0;
    std::string skills;  ///< words parted by blanks
    PersonId leader;
};
BOOST_DESCRIBE_STRUCT(TeamFacts, (), (id, name, area, kind, members, skills, leader))

std::vector<TeamFacts> teams_of(store::Rows& rows);

/// Whether the team's kind, name or skills contain this word.
bool can(const TeamFacts& team, const std::string& word);

}  // namespace anlan::rescue
