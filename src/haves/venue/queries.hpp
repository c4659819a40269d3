#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "store/rows.hpp"
#include "venue/events.hpp"

/// What others may ask of the venue.
namespace anlan::venue {

std::optional<VenueSheet> sheet(store::Rows& rows);

BOOST_DEFINE_ENUM_CLASS(BookingState, made, used, cancelled)

struct BookingFacts {
    BookingId id;
    std::string day;
    std::int64_t from = 0, people = 0;
    Group group = Group::residents;
    bool guide = false;
    std::string code;
    BookingState state = BookingState::made;
    std::string reason;
    Instant made_at{};
};
BOOST_DESCRIBE_STRUCT(BookingFacts, (), (id, day, from, people, group, guide, code, state, reason, made_at))

std::optional<BookingFacts> booking(store::Rows& rows, const BookingId& id);
/// One that can still be used, of this day.
std::optional<BookingFacts> booking_by_code(store::Rows& rows, const std::string& day, const std::string& code);
std::vector<BookingFacts> bookings_between(store::Rows& rows, const std::string& first, const std::string& last);
/// Places taken in the slot that begins then.
std::int64_t people_booked(store::Rows& rows, const std::string& day, std::int64_t from);

struct VisitFacts {
    VisitId id;
    Instant at{};
    std::string day;
    BookingId booking;
    std::int64_t people = 0;
    Group group = Group::residents;
    std::int64_t stars = 0;  ///< 0: not rated
    std::string words;
};
BOOST_DESCRIBE_STRUCT(VisitFacts, (), (id, at, day, booking, people, group, stars, words))
std::optional<VisitFacts> visit(store::Rows& rows, const VisitId& id);
std::vector<VisitFacts> visits_between(store::Rows& rows, const std::string& first, const std::string& last);

struct ExhibitFacts {
    ExhibitId id;
    std::string name;
    ExhibitKind kind = ExhibitKind::local_disaster;
    std::string hall;
    PersonId keeper;
    std::optional<Instant> checked_at, faulted_at, repair_by;
    std::string fault;
};
BOOST_DESCRIBE_STRUCT(
    ExhibitFacts, (), (id, name, kind, hall, keeper, checked_at, faulted_at, repair_by, fault)
)
std::optional<ExhibitFacts> exhibit(store::Rows& rows, const ExhibitId& id);
std::vector<ExhibitFacts> exhibits(store::Rows& rows);  ///< retired ones left out; broken first, then by hall and name

BOOST_DEFINE_ENUM_CLASS(ActivityState, planned, held, cancelled)

struct ActivityFacts {
    ActivityId id;
    ActivitySheet sheet;
    ActivityState state = ActivityState::planned;
    std::int64_t people = 0;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ActivityFacts, (), (id, sheet, state, people, note))
std::optional<ActivityFacts> activity(store::Rows& rows, const ActivityId& id);
std::vector<ActivityFacts> activities_between(store::Rows& rows, const std::string& first, const std::string& last);

struct QuizFacts {
    std::string paper;
    Instant at{};
    std::string hazard;
    std::vector<std::string> questions;
    std::vector<std::int64_t> answers;
    std::int64_t right = 0;
    Group group = Group::residents;
    PersonId learner;
};
BOOST_DESCRIBE_STRUCT(QuizFacts, (), (paper, at, hazard, questions, answers, right, group, learner))
std::optional<QuizFacts> quiz(store::Rows& rows, const std::string& paper);
std::vector<QuizFacts> quizzes_since(store::Rows& rows, Instant since);

/// Visitors and activities of a node below, of this year.
struct VenueBelow {
    AreaCode node;
    VenueSheet sheet;
    std::int64_t visitors = 0, held = 0;
};
BOOST_DESCRIBE_STRUCT(VenueBelow, (), (node, sheet, visitors, held))
std::vector<VenueBelow> venues_below(store::Rows& rows, const std::string& year);

}  // namespace anlan::venue
