#include "rescue/queries.hpp"

#include "registers/queries.hpp"

namespace anlan::rescue {

std::vector<TeamFacts> teams_of(store::Rows& rows) {
    std::vector<TeamFacts> all;
    for (const auto& kept : registers::kept_rows(rows, "teams")) {
        auto read = from_json<TeamFacts>(kept.values);
        if (!read) continue;
        auto& team = read.value();
        team.id = kept.id;
        if (team.area.text.empty()) team.area = kept.area;
        all.push_back(std::move(team));
    }
    return all;
}

bool can(const TeamFacts& team, const std::string& word) {
    for (const auto* text : {&team.kind, &team.name, &team.skills})
        if (text->find(word) != std::string::npos) return true;
    return false;
}

}  // namespace anlan::rescue
