#pragma once

#include "broadcast/events.hpp"
#include "store/rows.hpp"

/// Templates (播发模板), by hazard: data/broadcast/templates.json.
namespace anlan::broadcast {

struct Pattern {
    std::string id, hazard;  ///< hazard as warnings name it; "clear" and "test" beside
    Purpose purpose = Purpose::emergency;
    std::int64_t severity = 2;
    std::string title, title_en, text;  ///< `{area}` stands for the names of the zones
    bool siren = true;
    std::int64_t repeats = 2;
};
BOOST_DESCRIBE_STRUCT(Pattern, (), (id, hazard, purpose, severity, title, title_en, text, siren, repeats))

const std::vector<Pattern>& all_patterns();
const Pattern* find_pattern(const std::string& id);

/// Its text for these zones.
std::string filled(const Pattern& pattern, const std::vector<AreaCode>& zones, store::Rows& rows);

}  // namespace anlan::broadcast
