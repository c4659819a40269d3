#pragma once

#include "enforcement/case_events.hpp"
#include "journal/desk.hpp"

namespace anlan::enforcement {

using journal::Decision;
using journal::Desk;

/// 立案申请, or on the spot the beginning of a simple procedure. Refuses as StartInspection of officers, and
/// `place_unknown`, `authority_missing`, `authority_expired` (transfer it instead), `act_day_invalid`, `act_future`,
/// `limitation_over`, `overlapping_penalty` (一事不再罚), `text_missing`, `too_long`, `identity_missing`,
/// `inspection_unknown`.
struct FileCase {
    Procedure procedure = Procedure::ordinary;
    PartyKind party_kind = PartyKind::organisation;
    std::string place, inspection, authority, act_on;
    bool harm = false;
    std::vector<PersonId> officers;
    bool certificates_shown = false, no_interest = false;
    std::string facts;
    std::string citizen, identity_number, phone;  ///< of a citizen; kept in the vault
};
BOOST_DESCRIBE_STRUCT(
    FileCase,
    (),
    (procedure,
     party_kind,
     place,
     inspection,
     authority,
     act_on,
     harm,
     officers,
     certificates_shown,
     no_interest,
     facts,
     citizen,
     identity_number,
     phone)
)
Result<Decision> decide(const FileCase& wish, const Desk& desk);

/// The next legal step, by an officer. Refuses what `case_law.hpp` refuses, `approval_needed` for steps of a leader,
/// `certificate_expired`, `case_unknown`, `text_missing`, `too_long`, `photo_invalid`.
struct TakeCaseStep {
    CaseId file;
    StepWords words;
};
BOOST_DESCRIBE_STRUCT(TakeCaseStep, (), (file, words))
Result<Decision> decide(const TakeCaseStep& wish, const Desk& desk);

/// The same by a leader, who is none of the officers: `officer_decides`.
struct ApproveCaseStep {
    CaseId file;
    StepWords words;
};
BOOST_DESCRIBE_STRUCT(ApproveCaseStep, (), (file, words))
Result<Decision> decide(const ApproveCaseStep& wish, const Desk& desk);

/// Called by the deadlines `case/<id>/<clock>`.
struct RingCase {
    CaseId file;
    CaseClock clock = CaseClock::decision;
};
BOOST_DESCRIBE_STRUCT(RingCase, (), (file, clock))
Result<Decision> decide(const RingCase& wish, const Desk& desk);

/// 移送县级: of what the authority register does not hold. Refuses `inspection_unknown`, `text_missing`, `too_long`,
/// `within_authority` (the town has the power: file a case).
struct TransferMatter {
    std::string inspection, act, reason;
};
BOOST_DESCRIBE_STRUCT(TransferMatter, (), (inspection, act, reason))
Result<Decision> decide(const TransferMatter& wish, const Desk& desk);

/// At the superior. Refuses `matter_unknown`.
struct ReceiveMatter {
    std::string matter, note;
};
BOOST_DESCRIBE_STRUCT(ReceiveMatter, (), (matter, note))
Result<Decision> decide(const ReceiveMatter& wish, const Desk& desk);

}  // namespace anlan::enforcement
