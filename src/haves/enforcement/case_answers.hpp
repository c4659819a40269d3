#pragma once

#include "enforcement/answers.hpp"
#include "enforcement/case_queries.hpp"

namespace anlan::enforcement {

struct CaseClockAnswer {
    CaseClock clock = CaseClock::decision;
    Instant from{}, due{};
    std::string last_day, basis;
    bool rang = false;
};
BOOST_DESCRIBE_STRUCT(CaseClockAnswer, (), (clock, from, due, last_day, basis, rang))

struct CaseBrief {
    std::string id;
    Procedure procedure = Procedure::ordinary;
    PartyKind party_kind = PartyKind::organisation;
    std::string party_name, act;  ///< a citizen's name masked
    CaseStep last_step = CaseStep::filed;
    std::string last_day;
    bool open = true;
    std::vector<CaseClockAnswer> clocks;  ///< the one that ends first, first
    Instant filed_at{};
};
BOOST_DESCRIBE_STRUCT(
    CaseBrief, (), (id, procedure, party_kind, party_name, act, last_step, last_day, open, clocks, filed_at)
)

struct StepAnswer {
    CaseStep step = CaseStep::filed;
    std::string day, text;
    std::vector<EvidenceKind> evidence;
    double amount_yuan = 0, late_fee_yuan = 0;
    std::string until;
    bool waived = false, on_spot = false;
    std::vector<std::string> photos;
};
BOOST_DESCRIBE_STRUCT(
    StepAnswer, (), (step, day, text, evidence, amount_yuan, late_fee_yuan, until, waived, on_spot, photos)
)

struct NextStep {
    CaseStep step = CaseStep::filed;
    bool approval = false;
};
BOOST_DESCRIBE_STRUCT(NextStep, (), (step, approval))

struct CaseDetail {
    CaseBrief brief;
    InspectedParty party;
    std::string inspection;
    AuthorityItem authority;
    std::string act_on;
    std::vector<OfficerAnswer> officers;
    std::string identity_number, phone;  ///< masked
    std::vector<StepAnswer> steps;
    std::vector<NextStep> next;
    double due_yuan = 0;  ///< fine and what was added until today; 0: nothing to pay
    double late_fee_yuan = 0;
    bool large = false;
    std::vector<PaperAnswer> papers;
};
BOOST_DESCRIBE_STRUCT(
    CaseDetail,
    (),
    (brief,
     party,
     inspection,
     authority,
     act_on,
     officers,
     identity_number,
     phone,
     steps,
     next,
     due_yuan,
     late_fee_yuan,
     large,
     papers)
)
CaseBrief case_brief(store::Rows& rows, const CaseFacts& facts);
CaseDetail case_detail(store::Rows& rows, const CaseFacts& facts, Instant now);

struct AuthorityAnswer {
    AuthorityItem item;
    bool in_force = true;
};
BOOST_DESCRIBE_STRUCT(AuthorityAnswer, (), (item, in_force))

/// 行政执法公示: decisions in force of the law, named as the law lets them be. Never a sum of fines (art. 74).
struct PublishedPenalty {
    std::string number, party_name, act, basis, decision, decided_on, published_on, authority;
    double amount_yuan = 0;
};
BOOST_DESCRIBE_STRUCT(
    PublishedPenalty, (), (number, party_name, act, basis, decision, decided_on, published_on, authority, amount_yuan)
)
std::vector<PublishedPenalty> published(store::Rows& rows, const std::string& authority);

}  // namespace anlan::enforcement
