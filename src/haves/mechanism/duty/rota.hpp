#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/reflect.hpp"
#include "base/strong.hpp"
#include "base/time.hpp"
#include "duty/calendar.hpp"

/// What a rota (值班表) is made of: posts, shifts, people, days and the rules between them. Pure values.
namespace anlan::duty {

/// 带班领导, 值班员, 备班, 驾驶员.
BOOST_DEFINE_ENUM_CLASS(DutyPost, leader, officer, standby, driver)
/// 四线: 政务值班, 安全生产, 防灾减灾, 应急救援.
BOOST_DEFINE_ENUM_CLASS(DutyLine, government, safety, prevention, rescue)
BOOST_DEFINE_ENUM_CLASS(DayKind, work, weekend, holiday)

/// Part of a day. A shift that begins after midnight belongs to the evening before: `start_minute` 1440 is 24:00.
struct Shift {
    std::string key, zh, en;
    std::int64_t start_minute = 0, length_minutes = 0;
    bool night = false;
};
BOOST_DESCRIBE_STRUCT(Shift, (), (key, zh, en, start_minute, length_minutes, night))

struct PostRule {
    DutyPost post = DutyPost::officer;
    bool whole_day = false;  ///< one turn for all shifts of the day
    std::int64_t people = 1;
    bool on_site = true;  ///< false: reachable at home; needs no rest and counts no night
};
BOOST_DESCRIBE_STRUCT(PostRule, (), (post, whole_day, people, on_site))

/// At this response level and above, a post has so many people.
struct Reinforcement {
    std::int64_t level = 3;  ///< 1 (Ⅰ) … 4 (Ⅳ)
    DutyPost post = DutyPost::officer;
    bool night_only = false;
    std::int64_t people = 2;
};
BOOST_DESCRIBE_STRUCT(Reinforcement, (), (level, post, night_only, people))

struct Pattern {
    std::vector<Shift> shifts;
    std::vector<PostRule> posts;
    std::vector<Reinforcement> reinforcements;
    std::int64_t rest_hours = 8;               ///< between two turns at the station
    std::int64_t rest_after_night_hours = 24;  ///< after a turn that held a night
};
BOOST_DESCRIBE_STRUCT(Pattern, (), (shifts, posts, reinforcements, rest_hours, rest_after_night_hours))

/// Three shifts of eight hours; leader, stand-by and driver by the day (POLICY §4.1); reinforced as §4.2 and DOMAIN
/// say.
Pattern usual_pattern();

/// Who may be put on the rota, at which posts, and which lines they can speak for.
struct Member {
    PersonId person;
    std::vector<DutyPost> posts;
    std::vector<DutyLine> lines;
};
BOOST_DESCRIBE_STRUCT(Member, (), (person, posts, lines))

/// One person, one turn. `shift` is empty for a post that is kept by the day.
struct Duty {
    std::string day, shift;
    DutyPost post = DutyPost::officer;
    PersonId person;
    auto operator<=>(const Duty&) const = default;
};
BOOST_DESCRIBE_STRUCT(Duty, (), (day, shift, post, person))

struct Absence {
    PersonId person;
    std::string from, until;  ///< both days included
};
BOOST_DESCRIBE_STRUCT(Absence, (), (person, from, until))

struct DayFacts {
    std::string day;
    DayKind kind = DayKind::work;
    std::string name;        ///< 国庆节; empty: none
    std::int64_t level = 0;  ///< response in force, 1 (Ⅰ) … 4 (Ⅳ); 0: none
};
BOOST_DESCRIBE_STRUCT(DayFacts, (), (day, kind, name, level))

/// How many turns of each kind.
struct Turns {
    double duties = 0, nights = 0, weekends = 0, holidays = 0;
};
BOOST_DESCRIBE_STRUCT(Turns, (), (duties, nights, weekends, holidays))

/// All that the rules look at.
struct Month {
    std::vector<DayFacts> days;
    Pattern pattern;
    std::vector<Member> members;
    std::vector<Absence> absences;
    std::vector<Duty> before;         ///< the last days of the month before, for the rest after them
    std::map<PersonId, Turns> ahead;  ///< who has done more than a fair share lately, by how much
    std::map<PersonId, std::string> names;

    std::string name_of(const PersonId& person) const;
    const Member* member(const PersonId& person) const;
    bool away(const PersonId& person, const std::string& day) const;
};

/// One place on the rota that wants `people`.
struct Slot {
    std::string day, shift;
    DutyPost post = DutyPost::officer;
    std::int64_t people = 1;
    Instant from{}, until{};
    bool night = false, on_site = true;
    DayKind kind = DayKind::work;

    bool is_for(const Duty& duty) const { return day == duty.day && shift == duty.shift && post == duty.post; }
};
BOOST_DESCRIBE_STRUCT(Slot, (), (day, shift, post, people, from, until, night, on_site, kind))

/// Every place of the month, in the order of time.
std::vector<Slot> slots_of(const Month& month);
/// The place of one turn by the pattern; `people` as without a response. Nothing for a shift or post that is not kept.
std::optional<Slot> slot_of(const Pattern& pattern, const Duty& duty);

std::string zh(DutyPost post);
std::string en(DutyPost post);
std::string zh(DutyLine line);
std::string en(DutyLine line);
/// "12月1日（周二）夜班 值班员"
std::string spoken_zh(const Pattern& pattern, const Slot& slot);
std::string spoken_en(const Pattern& pattern, const Slot& slot);

}  // namespace anlan::duty
