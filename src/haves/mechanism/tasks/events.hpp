#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

/// Something a named post must do by a time, and how it is confirmed. Used by responses now; by consultations,
/// inspections and milestones later.
namespace anlan::tasks {

using TaskId = Id<struct TaskTag>;

BOOST_DEFINE_ENUM_CLASS(Confirmation, tick, photo, number, place)

struct TaskNeed {
    std::string kind;  ///< stock, team, shelter, vehicle, device
    std::string what;
    double quantity = 0;
    std::string unit;
};
BOOST_DESCRIBE_STRUCT(TaskNeed, (), (kind, what, quantity, unit))

struct TaskAssigned {
    static constexpr journal::EventKind kKind{"task.assigned", 1, journal::Share::up, journal::Urgency::urgent};
    std::string origin;  ///< response id
    std::string step;    ///< step id in the plan
    std::string title, title_en, action;
    PostId post;
    std::string post_title, line;
    PersonId owner;  ///< empty: the post is vacant, shown red
    AreaCode area;
    Instant due{};
    Confirmation confirmation = Confirmation::tick;
    std::string unit;
    std::optional<double> number_wanted;
    std::vector<TaskNeed> needs;
    std::string chapter, text;
};
BOOST_DESCRIBE_STRUCT(
    TaskAssigned,
    (),
    (origin,
     step,
     title,
     title_en,
     action,
     post,
     post_title,
     line,
     owner,
     area,
     due,
     confirmation,
     unit,
     number_wanted,
     needs,
     chapter,
     text)
)

struct TaskConfirmed {
    static constexpr journal::EventKind kKind{"task.confirmed", 1, journal::Share::up, journal::Urgency::urgent};
    PersonId by;
    std::optional<double> number;
    std::string photo;  ///< SHA-256 of the attachment
    std::optional<double> lon, lat;
    std::string note;
    bool late = false;
};
BOOST_DESCRIBE_STRUCT(TaskConfirmed, (), (by, number, photo, lon, lat, note, late))

/// Part of a number, before the whole is reached ("1186 of 1243 people").
struct TaskProgressed {
    static constexpr journal::EventKind kKind{"task.progressed", 1, journal::Share::up};
    PersonId by;
    double number = 0;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(TaskProgressed, (), (by, number, note))

/// Its time has passed and it is not done.
struct TaskOverdue {
    static constexpr journal::EventKind kKind{"task.overdue", 1, journal::Share::up, journal::Urgency::urgent};
    std::string origin, title;
    PersonId owner;
};
BOOST_DESCRIBE_STRUCT(TaskOverdue, (), (origin, title, owner))

struct TaskReassigned {
    static constexpr journal::EventKind kKind{"task.reassigned", 1, journal::Share::up};
    PersonId owner;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TaskReassigned, (), (owner, reason))

struct TaskCancelled {
    static constexpr journal::EventKind kKind{"task.cancelled", 1, journal::Share::up};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TaskCancelled, (), (reason))

}  // namespace anlan::tasks
