#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/reflect.hpp"

/// A plan as a document: what data/plans/*.yaml say, nothing computed. docs/plan-format.md is the description for
/// people.
namespace anlan::plan {

/// 综合 专项 合并 现场处置方案 村级 工作手册 处置卡 联合
BOOST_DEFINE_ENUM_CLASS(PlanKind, general, special, combined, site, village, handbook, card, joint)
BOOST_DEFINE_ENUM_CLASS(TriggerKind, warning, weather_level, order, sensor, incident)
BOOST_DEFINE_ENUM_CLASS(TriggerColour, none, blue, yellow, orange, red)
BOOST_DEFINE_ENUM_CLASS(StepConfirmation, tick, photo, number, place)

/// When a level is proposed. `colour` and `grade` mean "this or worse".
struct Trigger {
    TriggerKind kind = TriggerKind::warning;
    std::string hazard;  ///< empty: any of the plan's
    TriggerColour colour = TriggerColour::none;
    std::int64_t grade = 0;  ///< weather level, ordered level or incident grade, 1 is the worst; 0: not used
    std::string text;        ///< in words, for what no machine sees
    std::string measure{};   ///< of a sensor: what it measures; empty: a person sees that the words hold
};
BOOST_DESCRIBE_STRUCT(Trigger, (), (kind, hazard, colour, grade, text, measure))

struct Need {
    std::string kind;  ///< stock, team, shelter, vehicle, device
    std::string what;  ///< item, kind of team, name of a shelter's area (empty: all shelters), kind of vehicle
    double quantity = 0;
    std::string unit;
};
BOOST_DESCRIBE_STRUCT(Need, (), (kind, what, quantity, unit))

/// By when. `minutes` after the start of the level, or after the step named in `after` is due; people always get at
/// least that. With `before_landfall_hours` the time runs until so many hours before the landfall, once that is known;
/// with `at` until the clock shows it. At most one of these two.
struct StepDeadline {
    std::int64_t minutes = 0;
    std::string after;  ///< id of another step of the same level; empty: the start
    std::optional<double> before_landfall_hours;
    std::string at;  ///< "18:00" by the station's clock
};
BOOST_DESCRIBE_STRUCT(StepDeadline, (), (minutes, after, before_landfall_hours, at))

struct Step {
    std::string id;
    std::string title, title_en, action;
    std::string post;  ///< post code; post, line or both
    std::string line;  ///< line of duty
    std::string deputy_post;
    std::vector<std::string> after;  ///< steps of the same level that must be done before this one
    StepDeadline deadline;
    StepConfirmation confirmation = StepConfirmation::tick;
    std::string unit;
    std::optional<double> number_wanted;
    std::vector<Need> needs;
    std::vector<std::string> calls;   ///< posts or lines called for this step, besides those of the level
    std::int64_t repeat_minutes = 0;  ///< 0: once
    std::string chapter;              ///< chapter of the ministry's outline the text belongs to
    std::string text;
};
BOOST_DESCRIBE_STRUCT(
    Step,
    (),
    (id,
     title,
     title_en,
     action,
     post,
     line,
     deputy_post,
     after,
     deadline,
     confirmation,
     unit,
     number_wanted,
     needs,
     calls,
     repeat_minutes,
     chapter,
     text)
)

struct PlanLevel {
    std::int64_t level = 4;  ///< 1 (Ⅰ) … 4 (Ⅳ)
    std::vector<Trigger> triggers;
    std::string stop_conditions;
    std::int64_t expected_hours = 24;
    std::string measures, measures_en;  ///< one sentence for the activation (突发事件应对法 art. 72)
    std::vector<std::string> calls;     ///< post codes whose holders are called; fan out to every village
    bool calls_households = false;      ///< doors are knocked at when nobody answers
    std::vector<Step> steps;
};
BOOST_DESCRIBE_STRUCT(
    PlanLevel,
    (),
    (level, triggers, stop_conditions, expected_hours, measures, measures_en, calls, calls_households, steps)
)

/// A chapter of the ministry's 2023 outline: 总则, 组织体系, 报告与预警, 应急处置, 后期处置, 应急保障, 预案管理, 附件.
struct Chapter {
    std::string title, text;
};
BOOST_DESCRIBE_STRUCT(Chapter, (), (title, text))

struct Plan {
    std::string id, title, title_en;
    PlanKind kind = PlanKind::special;
    std::string scope = "town";        ///< town or village: which nodes and areas it is written for
    std::string area;                  ///< code of the one area it is for; empty: every area of the scope
    std::vector<std::string> hazards;  ///< warning's hazard keys; "any": whatever no other plan answers
    std::string owner_post, version, basis, summary;
    std::string reviewed_on;  ///< date of the last evaluation
    std::vector<PlanLevel> levels;
    std::vector<Chapter> chapters;
};
BOOST_DESCRIBE_STRUCT(
    Plan,
    (),
    (id, title, title_en, kind, scope, area, hazards, owner_post, version, basis, summary, reviewed_on, levels, chapters
    )
)

inline constexpr const char* kAnyHazard = "any";

/// The level of this number, if the plan has it.
const PlanLevel* level_of(const Plan& plan, std::int64_t level);
/// The step of this id, if the level has it.
const Step* step_of(const PlanLevel& level, const std::string& id);

/// Minutes after the start that people get at least, following `deadline.after`; nothing when the chain is broken or
/// circular. A landfall or a clock may make it later: due_at.
std::optional<std::int64_t> due_minutes(const PlanLevel& level, const Step& step);

/// What deadlines are reckoned from.
struct Moments {
    Instant started{};
    std::optional<Instant> landfall;  ///< when the typhoon's centre is expected ashore
    std::chrono::minutes zone = kBeijing;
};

/// When the step is due; nothing when the chain is broken or circular or `at` is no time of day.
std::optional<Instant> due_at(const PlanLevel& level, const Step& step, const Moments& moments);

/// Minutes after midnight of "18:00"; nothing if it is not such a text.
std::optional<std::int64_t> clock_minutes(std::string_view text);

std::string roman(std::int64_t level);        ///< "Ⅰ" … "Ⅳ", empty otherwise
std::string colour_zh(TriggerColour colour);  ///< "红色", empty for none

/// Where a finding or a flaw is, as people say it: "Ⅱ级 · 步骤 3 人员转移".
std::string step_place(const PlanLevel& level, std::size_t index);

}  // namespace anlan::plan
