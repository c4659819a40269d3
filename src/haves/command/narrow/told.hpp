#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/area.hpp"
#include "journal/event.hpp"

/// What fits into one short message: the few facts that must cross when nothing but SMS or a satellite terminal is
/// left. No names, no telephone numbers.
namespace anlan::narrow {

/// How people are and what the weather does (灾情、险情概况). A number that is unknown is absent; zero is a number.
struct SituationReported {
    static constexpr journal::EventKind kKind{"situation.reported", 1, journal::Share::up, journal::Urgency::urgent};
    std::string hazard;
    std::int64_t level = 0;  ///< response in force, 1 (Ⅰ) … 4 (Ⅳ), 0: none
    std::optional<std::int64_t> people_moved, people_to_move, people_sheltered;
    std::optional<std::int64_t> households_without_power, roads_cut, houses_damaged;
    std::optional<double> lon, lat;  ///< degrees, WGS-84/CGCS2000
    std::string note;
};
BOOST_DESCRIBE_STRUCT(
    SituationReported,
    (),
    (hazard,
     level,
     people_moved,
     people_to_move,
     people_sheltered,
     households_without_power,
     roads_cut,
     houses_damaged,
     lon,
     lat,
     note)
)

/// 伤亡. Missing are counted apart; unknown is not zero (POLICY §3.4).
struct CasualtiesReported {
    static constexpr journal::EventKind kKind{
        "casualties.reported", 1, journal::Share::up, journal::Urgency::life_safety};
    std::string hazard;
    std::optional<std::int64_t> dead, missing, badly_injured, injured, trapped;
    std::optional<double> lon, lat;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(CasualtiesReported, (), (hazard, dead, missing, badly_injured, injured, trapped, lon, lat, note))

BOOST_DEFINE_ENUM_CLASS(Need, rescue, medical, boats, pumps, power, water_food, shelter, transport, radio, machines)

/// 求援.
struct HelpCalled {
    static constexpr journal::EventKind kKind{"help.called", 1, journal::Share::up, journal::Urgency::life_safety};
    std::vector<Need> needs;
    std::optional<std::int64_t> people;  ///< in danger
    std::optional<double> lon, lat;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(HelpCalled, (), (needs, people, lon, lat, note))

/// Words to the desk above.
struct WordsUp {
    static constexpr journal::EventKind kKind{"words.up", 1, journal::Share::up, journal::Urgency::urgent};
    std::string text;
};
BOOST_DESCRIBE_STRUCT(WordsUp, (), (text))

/// Words to one desk below.
struct WordsDown {
    static constexpr journal::EventKind kKind{"words.down", 1, journal::Share::down, journal::Urgency::urgent};
    AreaCode to;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(WordsDown, (), (to, text))

/// Of either.
struct WordsTold {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(WordsTold, (), (text))

/// Of `call.placed`.
struct CallTold {
    std::string hazard, colour;
    std::int64_t level = 0;
    AreaCode area;
    std::int64_t due_minutes = 0, rungs = 0;
    std::string post_title, headline;
};
BOOST_DESCRIBE_STRUCT(CallTold, (), (hazard, colour, level, area, due_minutes, rungs, post_title, headline))

/// Of `call.answered`; the call it answers has the same `thing`.
struct AnswerTold {
    std::int64_t seconds = 0;
    std::string channel;  ///< of calls::AnswerChannel
    bool on_behalf = false;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(AnswerTold, (), (seconds, channel, on_behalf, note))

BOOST_DEFINE_ENUM_CLASS(OrderState, active, changed, closed)

/// Of a response that the level above started, changed or closed.
struct OrderTold {
    std::string id;  ///< of the response above, whole: what the town proposes names it
    OrderState state = OrderState::active;
    std::string hazard;
    std::int64_t level = 0;
    std::string text;  ///< matter and measures
};
BOOST_DESCRIBE_STRUCT(OrderTold, (), (id, state, hazard, level, text))

/// 命令回执: the order has arrived and our plan is proposed to our people.
struct ReceiptTold {
    std::uint32_t order = 0;  ///< mark_of the id of the response above
    std::string hazard;
    std::int64_t level = 0;
};
BOOST_DESCRIBE_STRUCT(ReceiptTold, (), (order, hazard, level))

BOOST_DEFINE_ENUM_CLASS(OrderAnswer, started, declined, changed, closed)

/// What our people made of an order, or of the weather when `order` is 0.
struct OrderAnswerTold {
    std::uint32_t order = 0;
    OrderAnswer answer = OrderAnswer::started;
    std::string hazard;
    std::int64_t level = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(OrderAnswerTold, (), (order, answer, hazard, level, reason))

/// Most urgent first: in this order they are sent. The place of a kind is its code in every frame; never change it.
using Told = std::variant<
    HelpCalled,
    CasualtiesReported,
    OrderTold,
    ReceiptTold,
    OrderAnswerTold,
    CallTold,
    AnswerTold,
    SituationReported,
    WordsTold>;

BOOST_DEFINE_ENUM_CLASS(ToldKind, help, casualties, order, receipt, order_answer, call, call_answer, situation, words)

/// One entry of a journal as a short message tells it. (origin, seq, thing) is its name on both ways, so the full entry
/// that comes later is known for the same.
struct Fact {
    std::int64_t seq = 0;     ///< of the entry in its own node's journal
    std::uint32_t thing = 0;  ///< mark_of its subject
    Instant at{};             ///< whole minutes
    std::uint32_t drill = 0;  ///< 0: reality; else the lower 16 bits of mark_of the drill's id, never 0
    Told told;

    ToldKind kind() const { return static_cast<ToldKind>(told.index()); }
};

/// First four bytes of the SM3 of an id.
std::uint32_t mark_of(const std::string& id);
/// As in Fact::drill.
std::uint32_t drill_mark_of(const std::string& drill);

json::object body_of(const Told& told);
Result<Told> told_of(ToldKind kind, const json::value& body);

}  // namespace anlan::narrow
