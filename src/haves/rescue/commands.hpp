#pragma once

#include "journal/desk.hpp"
#include "rescue/events.hpp"

/// Wishes about teams. Teams are real: in a drill all of these refuse `team_is_real`.
namespace anlan::rescue {

using journal::Decision;
using journal::Desk;

/// A person belongs to one team, so that nobody is counted twice; said again for the same team it changes the role.
/// Refuses `team_unknown`, `person_unknown`, `already_in_team` naming the other team.
struct JoinTeam {
    TeamId team;
    PersonId person;
    MemberRole role = MemberRole::member;
    std::string skills, size;
    std::string emergency_contact, blood_type;  ///< both may be empty; they go to the vault
};
BOOST_DESCRIBE_STRUCT(JoinTeam, (), (team, person, role, skills, size, emergency_contact, blood_type))
Result<Decision> decide(const JoinTeam& wish, const Desk& desk);

/// Refuses `member_unknown`, `reason_missing`, `still_called_out`.
struct LeaveTeam {
    TeamId team;
    PersonId person;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(LeaveTeam, (), (team, person, reason))
Result<Decision> decide(const LeaveTeam& wish, const Desk& desk);

/// A newer paper of the same kind and title takes the place of the old one. Refuses `member_unknown`, `title_missing`,
/// `day_invalid`, `paper_expired` for one that is over already.
struct FilePaper {
    PersonId person;
    PaperKind kind = PaperKind::certificate;
    std::string title, grade, number, expires;
};
BOOST_DESCRIBE_STRUCT(FilePaper, (), (person, kind, title, grade, number, expires))
Result<Decision> decide(const FilePaper& wish, const Desk& desk);

/// Called by the deadline `paper/<id>`.
struct CheckPaper {
    PaperId paper;
};
BOOST_DESCRIBE_STRUCT(CheckPaper, (), (paper))
Result<Decision> decide(const CheckPaper& wish, const Desk& desk);

/// Refuses `member_unknown`, `item_missing`, `quantity_invalid`.
struct IssueGear {
    PersonId person;
    std::string item, batch, unit;
    std::int64_t quantity = 1;
};
BOOST_DESCRIBE_STRUCT(IssueGear, (), (person, item, batch, unit, quantity))
Result<Decision> decide(const IssueGear& wish, const Desk& desk);

/// Refuses `gear_unknown`, `already_returned`.
struct ReturnGear {
    GearId gear;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ReturnGear, (), (gear, note))
Result<Decision> decide(const ReturnGear& wish, const Desk& desk);

/// Refuses `team_unknown`, `day_invalid`, `days_order`, `too_long`, `leader_missing`, `strength_missing`, `twice`,
/// `member_unknown`, `paper_expired` naming whose and which.
struct SetStandby {
    TeamId team;
    std::string from, until;
    PersonId leader;
    std::vector<PersonId> people;
};
BOOST_DESCRIBE_STRUCT(SetStandby, (), (team, from, until, leader, people))
Result<Decision> decide(const SetStandby& wish, const Desk& desk);

}  // namespace anlan::rescue
