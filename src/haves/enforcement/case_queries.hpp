#pragma once

#include "enforcement/case_law.hpp"
#include "store/rows.hpp"

namespace anlan::enforcement {

std::optional<CaseFacts> find_case(store::Rows& rows, const CaseId& id);
std::vector<CaseFacts> cases(store::Rows& rows, std::int64_t limit);  ///< newest first
std::vector<CaseFacts> cases_at(store::Rows& rows, const std::string& place);
CaseLimits case_limits(store::Rows& rows);

std::vector<AuthorityItem> authority(store::Rows& rows);
std::optional<AuthorityItem> authority_item(store::Rows& rows, const std::string& code);
/// In force on that day.
bool in_force(const AuthorityItem& item, const std::string& day);

struct MatterFacts {
    std::string id;
    AreaCode node;  ///< empty: our own
    std::string party_name, address, act, facts, reason, file, paper;
    Instant transferred_at{};
    std::optional<Instant> received_at;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(
    MatterFacts, (), (id, node, party_name, address, act, facts, reason, file, paper, transferred_at, received_at, note)
)
std::vector<MatterFacts> matters(store::Rows& rows);
std::optional<MatterFacts> find_matter(store::Rows& rows, const std::string& id);

}  // namespace anlan::enforcement
