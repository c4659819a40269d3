#pragma once

#include "journal/event.hpp"

/// Emergency responses (应急响应 Ⅳ–Ⅰ): proposed by the program, started, changed and ended by people. What a town
/// starts is seen at the county; what the county starts is an order to the plans of its towns (R23).
namespace anlan::response {

using ResponseId = Id<struct ResponseTag>;

/// What it is about and by which plan; the same in every event that puts a level in force.
struct Footing {
    std::string hazard;
    std::int64_t level = 4;  ///< 1 (Ⅰ) … 4 (Ⅳ)
    std::string plan, plan_title, plan_title_en;
    std::int64_t plan_version = 0;
    std::string warning;     ///< id of the warning that called for it; may be empty
    std::string incident;    ///< id of the incident; may be empty
    std::string ordered_by;  ///< id of the response above that orders it; may be empty
    std::string colour = "none";
    AreaCode area;
};
BOOST_DESCRIBE_STRUCT(
    Footing,
    (),
    (hazard, level, plan, plan_title, plan_title_en, plan_version, warning, incident, ordered_by, colour, area)
)

/// What a started response must state: 事项、级别、预计期限、应急处置措施 (突发事件应对法 art. 72). The level is in the
/// footing.
struct Statement {
    std::string matter_zh, matter_en;
    std::string measures_zh, measures_en;
    Instant expected_end{};
};
BOOST_DESCRIBE_STRUCT(Statement, (), (matter_zh, matter_en, measures_zh, measures_en, expected_end))

struct ResponseProposed {
    static constexpr journal::EventKind kKind{
        "response.proposed", 1, journal::Share::up, journal::Urgency::life_safety};
    Footing footing;
    std::string reason_zh, reason_en;
    Instant confirm_by{};
};
BOOST_DESCRIBE_STRUCT(ResponseProposed, (), (footing, reason_zh, reason_en, confirm_by))

/// Nobody has confirmed in time: the leader is called. The response itself still waits for a person.
struct ConfirmEscalated {
    static constexpr journal::EventKind kKind{
        "response.confirm_escalated", 1, journal::Share::up, journal::Urgency::life_safety};
    PersonId leader;  ///< empty: there is nobody to call, shown red
    PostId post;
    std::string headline, text;
    std::int64_t level = 4;
    std::string hazard, colour;
    AreaCode area;
};
BOOST_DESCRIBE_STRUCT(ConfirmEscalated, (), (leader, post, headline, text, level, hazard, colour, area))

/// A step that comes again while the level is in force: first and then every so many minutes.
struct Repeat {
    std::string step;
    std::int64_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(Repeat, (), (step, minutes))

struct ResponseActivated {
    static constexpr journal::EventKind kKind{
        "response.activated", 1, journal::Share::both, journal::Urgency::life_safety};
    Footing footing;
    Statement statement;
    std::string reason;  ///< of the person, when started by hand
    PersonId by;
    std::vector<std::string> vacant;  ///< titles or codes of posts that were to be called and that nobody holds
    std::vector<Repeat> repeats;
};
BOOST_DESCRIBE_STRUCT(ResponseActivated, (), (footing, statement, reason, by, vacant, repeats))

struct ResponseDeclined {
    static constexpr journal::EventKind kKind{"response.declined", 1, journal::Share::up, journal::Urgency::urgent};
    std::string reason;
    PersonId by;
};
BOOST_DESCRIBE_STRUCT(ResponseDeclined, (), (reason, by))

/// The weather has changed: another level would fit, or none any more. While the response is only proposed, this moves
/// the proposal.
struct LevelSuggested {
    static constexpr journal::EventKind kKind{
        "response.level_suggested", 1, journal::Share::up, journal::Urgency::urgent};
    std::int64_t level = 0;  ///< 0: nothing calls for a response any more (建议解除)
    std::string warning;     ///< what changed it; empty when its time was over
    std::string colour;
    std::string reason_zh, reason_en;
    std::optional<Instant> confirm_by;  ///< new limit of a proposal that became more urgent
};
BOOST_DESCRIBE_STRUCT(LevelSuggested, (), (level, warning, colour, reason_zh, reason_en, confirm_by))

struct LevelChanged {
    static constexpr journal::EventKind kKind{
        "response.level_changed", 1, journal::Share::both, journal::Urgency::life_safety};
    std::int64_t from = 0;
    Footing footing;  ///< with the new level
    Statement statement;
    std::string reason;
    PersonId by;
    std::vector<std::string> vacant;
    std::vector<Repeat> repeats;
};
BOOST_DESCRIBE_STRUCT(LevelChanged, (), (from, footing, statement, reason, by, vacant, repeats))

struct StepRepeated {
    static constexpr journal::EventKind kKind{"response.step_repeated", 1};
    std::string step;
    std::int64_t number = 2;  ///< the second time it is to be done, the third …
    std::int64_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(StepRepeated, (), (step, number, minutes))

struct ResponseClosed {
    static constexpr journal::EventKind kKind{"response.closed", 1, journal::Share::both, journal::Urgency::urgent};
    std::string reason;
    PersonId by;
};
BOOST_DESCRIBE_STRUCT(ResponseClosed, (), (reason, by))

}  // namespace anlan::response
