#include "enforcement/case_queries.hpp"

#include "policy/queries.hpp"
#include "registers/queries.hpp"

namespace anlan::enforcement {

namespace {

struct CaseRow {
    CaseFacts facts;
};
BOOST_DESCRIBE_STRUCT(CaseRow, (), (facts))

struct AuthorityRow {
    std::string code, act, basis, grantor, effective_from, effective_to;
    double fine_least = 0, fine_most = 0;
};
BOOST_DESCRIBE_STRUCT(
    AuthorityRow, (), (code, act, basis, grantor, effective_from, effective_to, fine_least, fine_most)
)

std::vector<CaseFacts> opened(std::vector<CaseRow> rows) {
    std::vector<CaseFacts> all;
    for (auto& row : rows) all.push_back(std::move(row.facts));
    return all;
}

}  // namespace

std::optional<CaseFacts> find_case(store::Rows& rows, const CaseId& id) {
    auto row = rows.first<CaseRow>("SELECT facts FROM penalty_case WHERE id = :i", id);
    if (!row) return std::nullopt;
    return std::move(row->facts);
}

std::vector<CaseFacts> cases(store::Rows& rows, std::int64_t limit) {
    return opened(rows.select<CaseRow>("SELECT facts FROM penalty_case ORDER BY filed_at DESC, id DESC LIMIT :l", limit)
    );
}

std::vector<CaseFacts> cases_at(store::Rows& rows, const std::string& place) {
    return opened(rows.select<CaseRow>("SELECT facts FROM penalty_case WHERE place = :p ORDER BY id", place));
}

CaseLimits case_limits(store::Rows& rows) {
    CaseLimits made;
    const auto whole = [&](int& into, const char* key) {
        into = static_cast<int>(policy::number(rows, std::string("enforcement.") + key));
    };
    const auto yuan = [&](double& into, const char* key) {
        into = policy::number(rows, std::string("enforcement.") + key);
    };
    whole(made.opening_wd, "opening");
    whole(made.evidence_hold_wd, "evidence_hold");
    whole(made.seizure_days, "seizure");
    whole(made.seizure_extension_days, "seizure_extension");
    whole(made.decision_days, "decision");
    whole(made.decision_extension_days, "decision_extension");
    whole(made.hearing_request_wd, "hearing_request");
    whole(made.hearing_notice_wd, "hearing_notice");
    whole(made.statement_wd, "statement");
    whole(made.delivery_wd, "delivery");
    whole(made.publicity_wd, "publicity");
    whole(made.spot_report_days, "spot_report");
    whole(made.payment_days, "fine_payment");
    whole(made.hand_in_wd, "fine_hand_in");
    whole(made.suit_months, "suit");
    whole(made.court_months, "court");
    whole(made.court_notice_days, "court_notice");
    whole(made.limitation_years, "limitation");
    whole(made.limitation_harm_years, "limitation.harm");
    yuan(made.spot_citizen_yuan, "spot_fine.citizen");
    yuan(made.spot_organisation_yuan, "spot_fine.organisation");
    yuan(made.spot_collect_yuan, "spot_collect");
    yuan(made.hearing_citizen_yuan, "hearing.citizen");
    yuan(made.hearing_organisation_yuan, "hearing.organisation");
    yuan(made.discussion_yuan, "discussion");
    yuan(made.late_fee_percent, "late_fee");
    return made;
}

std::vector<AuthorityItem> authority(store::Rows& rows) {
    std::vector<AuthorityItem> all;
    for (const auto& [id, row] : registers::read_rows<AuthorityRow>(registers::kept_rows(rows, "authority_items")))
        all.push_back(
            {row.code,
             row.act,
             row.basis,
             row.grantor,
             row.effective_from,
             row.effective_to,
             row.fine_least,
             row.fine_most}
        );
    return all;
}

std::optional<AuthorityItem> authority_item(store::Rows& rows, const std::string& code) {
    for (auto& each : authority(rows))
        if (each.code == code) return std::move(each);
    return std::nullopt;
}

bool in_force(const AuthorityItem& item, const std::string& day) {
    return item.effective_from <= day && (item.effective_to.empty() || day <= item.effective_to);
}

std::vector<MatterFacts> matters(store::Rows& rows) {
    return rows.select<MatterFacts>(
        "SELECT id, node, party_name, address, act, facts, reason, file, paper, transferred_at, r.at, "
        "COALESCE(r.note, '') FROM transferred_matter LEFT JOIN matter_receipt r ON r.matter = id ORDER BY "
        "transferred_at DESC, id DESC"
    );
}

std::optional<MatterFacts> find_matter(store::Rows& rows, const std::string& id) {
    for (auto& each : matters(rows))
        if (each.id == id) return std::move(each);
    return std::nullopt;
}

}  // namespace anlan::enforcement
