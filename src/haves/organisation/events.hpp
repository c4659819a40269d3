#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

/// Who carries the duty (H1). Bodies hold ids only: names and telephone numbers go to the vault as secrets "name" and
/// "phone" of the person's id.
namespace anlan::organisation {

BOOST_DEFINE_ENUM_CLASS(PhoneResult, answered, no_answer, wrong_number)
BOOST_DEFINE_ENUM_CLASS(LineRole, lead, deputy, member)

struct AreaEntry {
    AreaCode code;
    std::string name;
    AreaCode parent;
    std::optional<double> lon, lat;  ///< a point inside, degrees
};
BOOST_DESCRIBE_STRUCT(AreaEntry, (), (code, name, parent, lon, lat))

struct AreasAdopted {
    static constexpr journal::EventKind kKind{"areas.adopted", 1};
    std::vector<AreaEntry> areas;
};
BOOST_DESCRIBE_STRUCT(AreasAdopted, (), (areas))

/// Subject of the next five: the person's id.
struct PersonAdded {
    static constexpr journal::EventKind kKind{"person.added", 1};
    AreaCode area;
    bool full_time = false;
    std::vector<std::string> lines;  ///< lines of duty (条线), see kLines
};
BOOST_DESCRIBE_STRUCT(PersonAdded, (), (area, full_time, lines))

struct PersonChanged {
    static constexpr journal::EventKind kKind{"person.changed", 1};
    AreaCode area;
    bool full_time = false;
    std::vector<std::string> lines;
    bool active = true;
    bool new_phone = false;  ///< it has to be tested again
};
BOOST_DESCRIBE_STRUCT(PersonChanged, (), (area, full_time, lines, active, new_phone))

/// 电话核验: somebody rang the number.
struct PhoneTested {
    static constexpr journal::EventKind kKind{"person.phone_tested", 1};
    PhoneResult result = PhoneResult::answered;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(PhoneTested, (), (result, note))

/// Somebody looked at the full number; the actor of the entry is who (POLICY §12, view-logging).
struct PhoneShown {
    static constexpr journal::EventKind kKind{"person.phone_shown", 1};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PhoneShown, (), (reason))

/// The vault key is destroyed with this entry (个人信息保护法 art. 47).
struct PersonErased {
    static constexpr journal::EventKind kKind{"person.erased", 1};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PersonErased, (), (reason))

/// Subject of the next four: the post's id.
struct PostCreated {
    static constexpr journal::EventKind kKind{"post.created", 1};
    std::string code, title;
    AreaCode area;
    std::string duties;
    bool required = false, full_time = false;
    std::string line;
    std::int64_t sort = 0;
};
BOOST_DESCRIBE_STRUCT(PostCreated, (), (code, title, area, duties, required, full_time, line, sort))

struct PostChanged {
    static constexpr journal::EventKind kKind{"post.changed", 1};
    std::string code, title;
    AreaCode area;
    std::string duties;
    bool required = false, full_time = false;
    std::string line;
    std::int64_t sort = 0;
};
BOOST_DESCRIBE_STRUCT(PostChanged, (), (code, title, area, duties, required, full_time, line, sort))

struct PostFilled {
    static constexpr journal::EventKind kKind{"post.filled", 1};
    PersonId holder, deputy;  ///< deputy empty: none
    std::string from;         ///< YYYY-MM-DD as in the appointment, may be empty
};
BOOST_DESCRIBE_STRUCT(PostFilled, (), (holder, deputy, from))

struct PostVacated {
    static constexpr journal::EventKind kKind{"post.vacated", 1};
    PersonId holder;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PostVacated, (), (holder, reason))

struct LineMember {
    PersonId person;
    LineRole role = LineRole::member;
};
BOOST_DESCRIBE_STRUCT(LineMember, (), (person, role))

/// Who carries a line of duty; replaces whoever did. Subject: "line:<id>".
struct LineStaffed {
    static constexpr journal::EventKind kKind{"line.staffed", 1};
    std::string line;
    std::vector<LineMember> people;
};
BOOST_DESCRIBE_STRUCT(LineStaffed, (), (line, people))

/// The order in which people of an area are called. Subject: "chain:<area>".
struct ChainSet {
    static constexpr journal::EventKind kKind{"chain.set", 1};
    AreaCode area;
    std::vector<PersonId> people;
};
BOOST_DESCRIBE_STRUCT(ChainSet, (), (area, people))

/// 带班领导 from now on. Subject: "leader:<area>".
struct LeaderTookDuty {
    static constexpr journal::EventKind kKind{"leader.took_duty", 1};
    AreaCode area;
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(LeaderTookDuty, (), (area, person))

/// A line of the responsibility list (责任清单, R5). Subject of both: its id.
struct DutyListed {
    static constexpr journal::EventKind kKind{"duty.listed", 1};
    PostId post;
    std::string line, text, basis;
};
BOOST_DESCRIBE_STRUCT(DutyListed, (), (post, line, text, basis))

struct DutyAcknowledged {
    static constexpr journal::EventKind kKind{"duty.acknowledged", 1};
    PersonId holder;
};
BOOST_DESCRIBE_STRUCT(DutyAcknowledged, (), (holder))

}  // namespace anlan::organisation
