#pragma once

#include "incident/report_events.hpp"
#include "journal/desk.hpp"

namespace anlan::incident {

using journal::Decision;
using journal::Desk;

/// Saves the account. When somebody has saved since `base`, both versions are kept beside each other and the answer
/// says so ("split": true). Refuses `incident_unknown`, `already_ended`, `title_missing`, `course_missing`,
/// `figure_invalid`, `too_long`, `base_unknown`.
struct SaveDraft {
    IncidentId incident;
    std::int64_t base = 0;  ///< the version it was written over; 0: the intake
    Account account;
};
BOOST_DESCRIBE_STRUCT(SaveDraft, (), (incident, base, account))
Result<Decision> decide(const SaveDraft& wish, const Desk& desk);
std::optional<World> world_of(const SaveDraft& wish, store::Rows& rows);

/// Of versions side by side, which goes on. Refuses `incident_unknown`, `version_unknown`.
struct SettleDraft {
    IncidentId incident;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(SettleDraft, (), (incident, version))
Result<Decision> decide(const SettleDraft& wish, const Desk& desk);
std::optional<World> world_of(const SettleDraft& wish, store::Rows& rows);

/// 电话快报. Refuses `incident_unknown`, `already_ended`, `already_phoned`, `to_missing`, `late_reason_missing`.
struct PhoneReport {
    IncidentId incident;
    std::string to, heard_by, words, late_reason;
};
BOOST_DESCRIBE_STRUCT(PhoneReport, (), (incident, to, heard_by, words, late_reason))
Result<Decision> decide(const PhoneReport& wish, const Desk& desk);
std::optional<World> world_of(const PhoneReport& wish, store::Rows& rows);

/// Sends the head of the drafts, or the intake as it is. The first is the first report, later ones are follow-ups
/// unless asked otherwise; a number that changed against the report before is named in it. Refuses `incident_unknown`,
/// `already_ended`, `version_old` (the page showed another version), `report_split`, `course_missing`,
/// `late_reason_missing`, `not_closed` (a final report before the end), `nothing_to_correct`, `stage_wrong`.
struct SendReport {
    IncidentId incident;
    std::optional<std::int64_t> version;  ///< what the officer saw; none: the head
    std::optional<Stage> stage;
    std::vector<std::string> to;  ///< empty: as the policy pack says
    std::string late_reason;
};
BOOST_DESCRIBE_STRUCT(SendReport, (), (incident, version, stage, to, late_reason))
Result<Decision> decide(const SendReport& wish, const Desk& desk);
std::optional<World> world_of(const SendReport& wish, store::Rows& rows);

/// 签收 of a report from below. Refuses `incident_unknown`, `report_unknown`; read twice it was already so.
struct ReceiptReport {
    IncidentId incident;
    AreaCode from;
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(ReceiptReport, (), (incident, from, number))
Result<Decision> decide(const ReceiptReport& wish, const Desk& desk);
std::optional<World> world_of(const ReceiptReport& wish, store::Rows& rows);

/// The program's own: the node above says that it has our report. What is not ours is passed over.
struct NoteConfirmed {
    IncidentId incident;
    AreaCode by;
    ReportConfirmed confirmed;
};
BOOST_DESCRIBE_STRUCT(NoteConfirmed, (), (incident, by, confirmed))
Result<Decision> decide(const NoteConfirmed& wish, const Desk& desk);

/// Confirmed by telephone, or carried by another way. Refuses `incident_unknown`, `report_unknown`, `to_missing`.
struct NoteDelivery {
    IncidentId incident;
    std::int64_t number = 0;
    std::string to, how;
};
BOOST_DESCRIBE_STRUCT(NoteDelivery, (), (incident, number, to, how))
Result<Decision> decide(const NoteDelivery& wish, const Desk& desk);
std::optional<World> world_of(const NoteDelivery& wish, store::Rows& rows);

}  // namespace anlan::incident
