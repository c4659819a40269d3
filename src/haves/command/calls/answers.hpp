#pragma once

#include <map>
#include <optional>

#include "calls/channel_answers.hpp"
#include "calls/records.hpp"
#include "http/endpoint.hpp"
#include "organisation/queries.hpp"

/// What the endpoints of calls answer with; the field names are the API's.
namespace anlan::calls {

struct RungAnswer {
    PersonId person;
    std::string name, post_title;
    RungRole role = RungRole::primary;
    std::int64_t attempt = 0;  ///< 1-based; 0: not yet rung
    std::optional<Instant> placed_at, due_at;
    std::string outcome;  ///< ringing, answered, no_answer, unreachable, closed, waiting (its turn has not come)
    std::vector<CarryAnswer> carries{};  ///< by which channels it was tried
};
BOOST_DESCRIBE_STRUCT(RungAnswer, (), (person, name, post_title, role, attempt, placed_at, due_at, outcome, carries))

struct KnockAnswer {
    std::string household, address_masked;  ///< the address is never empty: a label stands for what is not known
    std::int64_t people = 0;
    std::string helper_name;
    KnockOutcome outcome = KnockOutcome::waiting;
    std::string note;  ///< 已按规定销毁 once the retention run has destroyed it
    std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(KnockAnswer, (), (household, address_masked, people, helper_name, outcome, note, at))

struct OnTurn {
    PersonId person;
    std::string name, role;
};
BOOST_DESCRIBE_STRUCT(OnTurn, (), (person, name, role))

struct CallAnswerBody {
    std::string id;
    std::optional<std::string> response;
    PersonId person;
    std::string person_name, post_title;
    AreaCode area;
    std::string area_name, headline, text, colour, hazard;
    std::int64_t level = 0;
    CallState state = CallState::ringing;
    std::int64_t stage = 0;
    Instant placed_at{}, due_at{};
    std::optional<Instant> answered_at;
    std::optional<std::string> answered_by, answered_by_name, recorded_by_name;
    std::optional<AnswerChannel> answer_channel;
    std::optional<std::int64_t> seconds;
    bool late = false, exhausted = false, voice = false;  ///< voice: at night it rings aloud and the desk telephones
    std::int64_t escalations = 0;
    OnTurn current;
    std::vector<RungAnswer> ladder;
    std::vector<KnockAnswer> door_knocks;
    std::optional<double> lon, lat;
    std::string drill;
};
BOOST_DESCRIBE_STRUCT(
    CallAnswerBody,
    (),
    (id,
     response,
     person,
     person_name,
     post_title,
     area,
     area_name,
     headline,
     text,
     colour,
     hazard,
     level,
     state,
     stage,
     placed_at,
     due_at,
     answered_at,
     answered_by,
     answered_by_name,
     answer_channel,
     recorded_by_name,
     seconds,
     late,
     exhausted,
     voice,
     escalations,
     current,
     ladder,
     door_knocks,
     lon,
     lat,
     drill)
)

/// Fills the answers of one request. The same few people and areas stand on a thousand ladders, and a name must be
/// deciphered, so each is looked up once.
class CallPages {
  public:
    CallPages(store::Rows& rows, Instant now) : rows_(rows), now_(now) {}
    CallAnswerBody answer(const CallRow& row);

  private:
    const std::string& name(const PersonId& person);
    std::optional<std::string> named(const PersonId& person);
    const std::optional<organisation::AreaFacts>& area(const AreaCode& code);
    void place(CallAnswerBody& body, const CallRow& row);
    std::vector<RungAnswer> ladder_of(const CallRow& row);
    std::vector<KnockAnswer> knocks_of(const CallRow& row);
    std::string door_label(const AreaCode& code, std::size_t number);  ///< "外高村 第 3 户"

    store::Rows& rows_;
    Instant now_;
    std::map<PersonId, std::string> names_;
    std::map<AreaCode, std::optional<organisation::AreaFacts>> areas_;
};

}  // namespace anlan::calls
