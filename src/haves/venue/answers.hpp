#pragma once

#include "venue/hours.hpp"
#include "venue/queries.hpp"
#include "venue/quiz.hpp"

/// What pages are told.
namespace anlan::venue {

struct SlotAnswer {
    std::int64_t from = 0, until = 0;
    std::int64_t left = 0;  ///< places; 0 also once it has begun
};
BOOST_DESCRIBE_STRUCT(SlotAnswer, (), (from, until, left))

struct DayAnswer {
    std::string day;
    std::vector<Stretch> open;  ///< empty: closed
    std::vector<SlotAnswer> slots;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(DayAnswer, (), (day, open, slots, note))

/// What stands in the venue, as a visitor is told.
struct ShownExhibit {
    ExhibitId id;
    std::string name;
    ExhibitKind kind = ExhibitKind::local_disaster;
    std::string hall;
    bool works = true;
};
BOOST_DESCRIBE_STRUCT(ShownExhibit, (), (id, name, kind, hall, works))

/// For everybody: no names, no numbers of people.
struct PublicVenue {
    bool known = false;
    VenueSheet sheet;
    bool open_now = false;
    std::vector<DayAnswer> days;  ///< today and the six after it
    std::vector<ShownExhibit> exhibits;
    std::vector<ActivityFacts> activities;  ///< those still to come
    std::vector<Hazard> hazards;            ///< of the question bank
};
BOOST_DESCRIBE_STRUCT(PublicVenue, (), (known, sheet, open_now, days, exhibits, activities, hazards))
PublicVenue public_venue(store::Rows& rows, Instant now);

struct PublicBooking {
    BookingFacts booking;
    std::string venue, address;
};
BOOST_DESCRIBE_STRUCT(PublicBooking, (), (booking, venue, address))

/// A question with its answer: a screen in the venue explains at once, also without a line. The server scores anew.
struct AskedQuestion {
    std::string id, text;
    std::vector<std::string> options;
    std::int64_t right = 0;
    std::string why;
};
BOOST_DESCRIBE_STRUCT(AskedQuestion, (), (id, text, options, right, why))
struct PaperAnswer {
    std::string paper, hazard, bank;
    std::vector<AskedQuestion> questions;
};
BOOST_DESCRIBE_STRUCT(PaperAnswer, (), (paper, hazard, bank, questions))

struct JudgedAnswer {
    std::string id;
    std::int64_t answer = -1, right = 0;
    std::string why;
};
BOOST_DESCRIBE_STRUCT(JudgedAnswer, (), (id, answer, right, why))
struct PaperResult {
    std::string paper;
    std::int64_t right = 0, of = 0;
    bool passed = false;
    std::vector<JudgedAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(PaperResult, (), (paper, right, of, passed, answers))
Result<PaperResult> result_of(store::Rows& rows, const std::string& paper);

/// A booking as the desk sees it.
struct BookingAnswer {
    BookingFacts booking;
    std::string name, phone;  ///< empty once the visit is over
};
BOOST_DESCRIBE_STRUCT(BookingAnswer, (), (booking, name, phone))
std::vector<BookingAnswer> bookings_seen(store::Rows& rows, const std::string& first, const std::string& last);

struct ExhibitAnswer {
    ExhibitFacts exhibit;
    std::string keeper_name;
    bool check_due = false, repair_late = false;
};
BOOST_DESCRIBE_STRUCT(ExhibitAnswer, (), (exhibit, keeper_name, check_due, repair_late))
std::vector<ExhibitAnswer> exhibits_seen(store::Rows& rows, Instant now);

struct GroupCount {
    Group group = Group::residents;
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(GroupCount, (), (group, people))
struct MonthCount {
    std::string month;
    std::int64_t visitors = 0, activities = 0, participants = 0;
};
BOOST_DESCRIBE_STRUCT(MonthCount, (), (month, visitors, activities, participants))
/// One question and how often it was missed: what the next lecture should be about.
struct MissedQuestion {
    std::string id, text, hazard;
    std::int64_t asked = 0, missed = 0;
};
BOOST_DESCRIBE_STRUCT(MissedQuestion, (), (id, text, hazard, asked, missed))

/// What the venue has come to this year.
struct VenueFigures {
    std::string year;
    std::int64_t visitors = 0, participants = 0, rated = 0, papers = 0, passed = 0;
    double stars = 0;  ///< mean of those who rated; 0: nobody
    std::vector<GroupCount> groups;
    std::vector<MonthCount> months;
    std::vector<MissedQuestion> missed;  ///< the ten missed most
};
BOOST_DESCRIBE_STRUCT(
    VenueFigures, (), (year, visitors, participants, rated, papers, passed, stars, groups, months, missed)
)
VenueFigures figures_of(store::Rows& rows, Instant now);

}  // namespace anlan::venue
