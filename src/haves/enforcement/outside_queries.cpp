#include "enforcement/outside_queries.hpp"

#include "seal/seal.hpp"

namespace anlan::enforcement {

namespace {

std::string link_rows(std::string_view rest) {
    return "SELECT id, place, party_name, made_at, expires_at, revoked_at FROM party_link " + std::string(rest);
}

std::string check_rows(std::string_view rest) {
    return "SELECT id, place, party_name, checklist, failed, filed_at FROM self_check " + std::string(rest);
}

std::string report_rows(std::string_view rest) {
    return "SELECT id, what, place_text, answer_by, photos, contact, filed_at, way, answer, sorted_at FROM "
           "public_report " +
           std::string(rest);
}

}  // namespace

std::vector<LinkFacts> party_links(store::Rows& rows) {
    return rows.select<LinkFacts>(link_rows("ORDER BY made_at DESC, id DESC"));
}

std::optional<LinkFacts> find_link(store::Rows& rows, const LinkId& id) {
    return rows.first<LinkFacts>(link_rows("WHERE id = :i"), id);
}

std::optional<LinkFacts> link_of_token(store::Rows& rows, const std::string& token, Instant now) {
    auto link = rows.first<LinkFacts>(link_rows("WHERE digest = :d"), seal::sm3(token));
    if (!link || link->revoked_at || link->expires_at <= now) return std::nullopt;
    return link;
}

std::vector<SelfCheckFacts> self_checks(store::Rows& rows, std::int64_t limit) {
    return rows.select<SelfCheckFacts>(check_rows("ORDER BY filed_at DESC, id DESC LIMIT :l"), limit);
}

std::vector<SelfCheckFacts> self_checks_at(store::Rows& rows, const std::string& place) {
    return rows.select<SelfCheckFacts>(check_rows("WHERE place = :p ORDER BY filed_at DESC, id DESC"), place);
}

std::vector<PublicReportFacts> public_reports(store::Rows& rows, std::int64_t limit) {
    return rows.select<PublicReportFacts>(
        report_rows("ORDER BY CASE WHEN sorted_at IS NULL THEN 0 ELSE 1 END, filed_at DESC, id DESC LIMIT :l"), limit
    );
}

std::optional<PublicReportFacts> find_public_report(store::Rows& rows, const ReportId& id) {
    return rows.first<PublicReportFacts>(report_rows("WHERE id = :i"), id);
}

std::optional<PublicReportFacts> report_of_code(store::Rows& rows, const std::string& code) {
    return rows.first<PublicReportFacts>(report_rows("WHERE digest = :d"), seal::sm3(code));
}

Refusal link_unknown() {
    return refuse(
        "link_unknown",
        "token",
        "这个链接已失效，请向站里要一个新的",
        "this link is no longer valid; ask the station for a new one"
    );
}

}  // namespace anlan::enforcement
