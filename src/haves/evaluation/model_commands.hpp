#pragma once

#include "evaluation/model_events.hpp"
#include "journal/desk.hpp"

namespace anlan::evaluation {

/// 树标杆: a town or a village below. Refuses `not_at_this_level`, `not_below`, `area_unknown`, `why_empty`,
/// `not_accepted` for a town without a passed acceptance, `already_model`.
struct NameModel {
    AreaCode area;
    std::string why;
};
BOOST_DESCRIBE_STRUCT(NameModel, (), (area, why))

/// Refuses `model_unknown`, `not_yours`, `title_empty`, `text_empty`, `too_long`, `already_ended`.
struct TellLesson {
    ModelId model;
    std::string title, text;
};
BOOST_DESCRIBE_STRUCT(TellLesson, (), (model, title, text))

/// Refuses `model_unknown`, `not_yours`, `reason_empty`; ended twice it was already so.
struct EndModel {
    ModelId model;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(EndModel, (), (model, reason))

/// The county's own: hands its towns what came from above.
struct PassOnModel {
    ModelId model;
};
BOOST_DESCRIBE_STRUCT(PassOnModel, (), (model))

Result<journal::Decision> decide(const NameModel& wish, const journal::Desk& desk);
Result<journal::Decision> decide(const TellLesson& wish, const journal::Desk& desk);
Result<journal::Decision> decide(const EndModel& wish, const journal::Desk& desk);
Result<journal::Decision> decide(const PassOnModel& wish, const journal::Desk& desk);

}  // namespace anlan::evaluation
