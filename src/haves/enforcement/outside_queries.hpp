#pragma once

#include <optional>

#include "enforcement/outside_events.hpp"
#include "store/rows.hpp"

namespace anlan::enforcement {

struct LinkFacts {
    LinkId id;
    std::string place, party_name;
    Instant made_at{}, expires_at{};
    std::optional<Instant> revoked_at;
};
BOOST_DESCRIBE_STRUCT(LinkFacts, (), (id, place, party_name, made_at, expires_at, revoked_at))
std::vector<LinkFacts> party_links(store::Rows& rows);  ///< newest first
std::optional<LinkFacts> find_link(store::Rows& rows, const LinkId& id);
/// The link of this token while it holds.
std::optional<LinkFacts> link_of_token(store::Rows& rows, const std::string& token, Instant now);

struct SelfCheckFacts {
    std::string id, place, party_name, checklist;
    std::int64_t failed = 0;
    Instant filed_at{};
};
BOOST_DESCRIBE_STRUCT(SelfCheckFacts, (), (id, place, party_name, checklist, failed, filed_at))
std::vector<SelfCheckFacts> self_checks(store::Rows& rows, std::int64_t limit);
std::vector<SelfCheckFacts> self_checks_at(store::Rows& rows, const std::string& place);

struct PublicReportFacts {
    ReportId id;
    std::string what, place_text, answer_by;
    std::vector<std::string> photos;
    bool contact = false;
    Instant filed_at{};
    std::string way, answer;
    std::optional<Instant> sorted_at;
};
BOOST_DESCRIBE_STRUCT(
    PublicReportFacts, (), (id, what, place_text, answer_by, photos, contact, filed_at, way, answer, sorted_at)
)
std::vector<PublicReportFacts> public_reports(store::Rows& rows, std::int64_t limit);  ///< unsorted first
std::optional<PublicReportFacts> find_public_report(store::Rows& rows, const ReportId& id);
std::optional<PublicReportFacts> report_of_code(store::Rows& rows, const std::string& code);

/// A link that was revoked, ran out or never was.
Refusal link_unknown();

}  // namespace anlan::enforcement
