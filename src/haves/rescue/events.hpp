#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

/// Who is in a team, what they may do, and who stands by (R18, R19). The list of teams itself is a register (decision
/// 0027). Bodies hold ids: names, numbers and the person to tell in an emergency lie in the vault.
namespace anlan::rescue {

using TeamId = Id<struct TeamTag>;  ///< id of a row of the register "teams"
using PaperId = Id<struct PaperTag>;
using GearId = Id<struct GearTag>;

/// 队长, 副队长, 安全员, 队员.
BOOST_DEFINE_ENUM_CLASS(MemberRole, leader, deputy, safety, member)
/// 证书, 意外伤害保险 (突发事件应对法 art. 40), 体检.
BOOST_DEFINE_ENUM_CLASS(PaperKind, certificate, insurance, health)

/// 入队; also when the role or the skills change. Subject of the first two: the person. The emergency contact and the
/// blood type are secrets "emergency_contact" and "blood_type" of the person.
struct MemberJoined {
    static constexpr journal::EventKind kKind{"team.member_joined", 1};
    TeamId team;
    MemberRole role = MemberRole::member;
    std::string skills;  ///< words parted by blanks
    std::string size;    ///< for gear: "180/96A"
};
BOOST_DESCRIBE_STRUCT(MemberJoined, (), (team, role, skills, size))

struct MemberLeft {
    static constexpr journal::EventKind kKind{"team.member_left", 1};
    TeamId team;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(MemberLeft, (), (team, reason))

/// A certificate, an insurance or a health check. Subject of this and the next: the paper. Its number is the secret
/// "paper:<id>" of the person.
struct PaperFiled {
    static constexpr journal::EventKind kKind{"team.paper_filed", 1};
    PersonId person;
    PaperKind kind = PaperKind::certificate;
    std::string title, grade;
    std::string expires;                  ///< last day it is good, YYYY-MM-DD; empty: for life
    std::vector<std::int64_t> warn_days;  ///< how many days before its last day it is spoken of
};
BOOST_DESCRIBE_STRUCT(PaperFiled, (), (person, kind, title, grade, expires, warn_days))

/// 60, 30 and 7 days before, and when it is over (`days_left` below zero).
struct PaperExpiring {
    static constexpr journal::EventKind kKind{"team.paper_expiring", 1};
    PersonId person;
    PaperKind kind = PaperKind::certificate;
    std::string title, expires;
    std::int64_t days_left = 0;
};
BOOST_DESCRIBE_STRUCT(PaperExpiring, (), (person, kind, title, expires, days_left))

/// 装备发放. Subject of both: the gear. `batch` names a batch of the warehouse if it came from there.
struct GearIssued {
    static constexpr journal::EventKind kKind{"team.gear_issued", 1};
    PersonId person;
    std::string item, batch, unit;
    std::int64_t quantity = 1;
};
BOOST_DESCRIBE_STRUCT(GearIssued, (), (person, item, batch, unit, quantity))

struct GearReturned {
    static constexpr journal::EventKind kKind{"team.gear_returned", 1};
    std::string note;
};
BOOST_DESCRIBE_STRUCT(GearReturned, (), (note))

/// 备勤: who of the team stands by, from the first to the last of these days. A later word for a day counts. Subject:
/// "standby:<team>".
struct StandbySet {
    static constexpr journal::EventKind kKind{"team.standby_set", 1};
    TeamId team;
    std::string from, until;
    PersonId leader;
    std::vector<PersonId> people;  ///< the leader among them
};
BOOST_DESCRIBE_STRUCT(StandbySet, (), (team, from, until, leader, people))

}  // namespace anlan::rescue
