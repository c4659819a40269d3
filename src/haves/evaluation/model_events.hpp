#pragma once

#include "journal/event.hpp"

/// Model towns and villages (标杆, R33) and what others can learn from them.
namespace anlan::evaluation {

using ModelId = Id<struct ModelTag>;

struct ModelNamed {
    static constexpr journal::EventKind kKind{"model.named", 1, journal::Share::both};
    AreaCode area;
    std::string name;
    AreaCode named_by;
    std::string why, by_title;
};
BOOST_DESCRIBE_STRUCT(ModelNamed, (), (area, name, named_by, why, by_title))

/// 经验做法. Subject: the model.
struct LessonTold {
    static constexpr journal::EventKind kKind{"model.lesson_told", 1, journal::Share::both};
    std::string lesson;  ///< id
    std::string title, text, by_title;
};
BOOST_DESCRIBE_STRUCT(LessonTold, (), (lesson, title, text, by_title))

struct ModelEnded {
    static constexpr journal::EventKind kKind{"model.ended", 1, journal::Share::both};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ModelEnded, (), (reason))

struct PassedLesson {
    std::string lesson, title, text, by_title;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(PassedLesson, (), (lesson, title, text, by_title, at))

/// A county hands its towns what the prefecture named, whole, each time something of it changes. Subject: the model.
struct ModelPassedOn {
    static constexpr journal::EventKind kKind{"model.passed_on", 1, journal::Share::down};
    ModelNamed named;
    Instant named_at{};
    std::vector<PassedLesson> lessons;
    std::optional<Instant> ended_at;
    std::string ended;
};
BOOST_DESCRIBE_STRUCT(ModelPassedOn, (), (named, named_at, lessons, ended_at, ended))

}  // namespace anlan::evaluation
