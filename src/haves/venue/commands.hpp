#pragma once

#include "journal/desk.hpp"
#include "venue/events.hpp"

/// All of them refuse `only_real` inside a drill.
namespace anlan::venue {

using journal::Decision;
using journal::Desk;

/// Refuses `name_missing`, `address_missing`, `openings_invalid` (a weekday that is none, an end before its begin, two
/// that overlap), `day_invalid`, `slot_invalid`.
struct SetVenue {
    VenueSheet sheet;
};
BOOST_DESCRIBE_STRUCT(SetVenue, (), (sheet))
Result<Decision> decide(const SetVenue& wish, const Desk& desk);

/// From the public page or the desk. The answer carries `code`, six digits. Refuses `venue_unknown`, `day_invalid`,
/// `day_past`, `day_too_far`, `closed_then`, `people_invalid`, `slot_full` (saying how many places are left),
/// `guide_none`, `name_missing`, `phone_invalid`.
struct BookVisit {
    std::string day;
    std::int64_t from = 0;
    std::int64_t people = 0;
    Group group = Group::residents;
    bool guide = false;
    std::string name, phone;
};
BOOST_DESCRIBE_STRUCT(BookVisit, (), (day, from, people, group, guide, name, phone))
Result<Decision> decide(const BookVisit& wish, const Desk& desk);

/// By its code from the public page, without one from the desk. Refuses `booking_unknown` (also for a wrong code, so
/// that nobody learns which bookings there are), `already_used`; cancelled twice it was already so.
struct CancelBooking {
    BookingId booking;
    std::string code, reason;
};
BOOST_DESCRIBE_STRUCT(CancelBooking, (), (booking, code, reason))
Result<Decision> decide(const CancelBooking& wish, const Desk& desk);

/// At the door. A code fills people and group from its booking; other numbers win. Refuses `venue_unknown`,
/// `booking_unknown`, `already_used`, `people_invalid`.
struct SignVisit {
    std::string code;
    std::int64_t people = 0;
    std::optional<Group> group;
};
BOOST_DESCRIBE_STRUCT(SignVisit, (), (code, people, group))
Result<Decision> decide(const SignVisit& wish, const Desk& desk);

/// Refuses `visit_unknown`, `already_rated`, `stars_invalid`, `too_long`.
struct RateVisit {
    VisitId visit;
    std::int64_t stars = 0;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(RateVisit, (), (visit, stars, words))
Result<Decision> decide(const RateVisit& wish, const Desk& desk);

/// Without `exhibit` a new one. Refuses `name_missing`, `exhibit_unknown`, `hall_unknown`, `person_unknown`.
struct PutExhibit {
    ExhibitId exhibit;
    ExhibitSheet sheet;
};
BOOST_DESCRIBE_STRUCT(PutExhibit, (), (exhibit, sheet))
Result<Decision> decide(const PutExhibit& wish, const Desk& desk);

/// Refuses `exhibit_unknown`, `exhibit_broken` (repair it first).
struct CheckExhibit {
    ExhibitId exhibit;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(CheckExhibit, (), (exhibit, note))
Result<Decision> decide(const CheckExhibit& wish, const Desk& desk);

/// Also from a visitor, by the code at the exhibit. Refuses `exhibit_unknown`, `what_missing`, `too_long`; a fault that
/// is known already is not written again.
struct ReportFault {
    ExhibitId exhibit;
    std::string what;
};
BOOST_DESCRIBE_STRUCT(ReportFault, (), (exhibit, what))
Result<Decision> decide(const ReportFault& wish, const Desk& desk);

/// Refuses `exhibit_unknown`, `what_missing`; of a sound one it was already so.
struct RepairExhibit {
    ExhibitId exhibit;
    std::string what;
};
BOOST_DESCRIBE_STRUCT(RepairExhibit, (), (exhibit, what))
Result<Decision> decide(const RepairExhibit& wish, const Desk& desk);

/// Refuses `exhibit_unknown`, `reason_missing`.
struct RetireExhibit {
    ExhibitId exhibit;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RetireExhibit, (), (exhibit, reason))
Result<Decision> decide(const RetireExhibit& wish, const Desk& desk);

/// Refuses `title_missing`, `day_invalid`, `hours_invalid`, `place_missing`.
struct PlanActivity {
    ActivitySheet sheet;
};
BOOST_DESCRIBE_STRUCT(PlanActivity, (), (sheet))
Result<Decision> decide(const PlanActivity& wish, const Desk& desk);

/// How many came. May be corrected by saying it again. Refuses `activity_unknown`, `activity_cancelled`, `day_ahead`,
/// `people_invalid`.
struct HoldActivity {
    ActivityId activity;
    std::int64_t people = 0;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(HoldActivity, (), (activity, people, note))
Result<Decision> decide(const HoldActivity& wish, const Desk& desk);

/// Refuses `activity_unknown`, `already_held`, `reason_missing`.
struct CancelActivity {
    ActivityId activity;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CancelActivity, (), (activity, reason))
Result<Decision> decide(const CancelActivity& wish, const Desk& desk);

/// The paper's name draws its questions; the answers stand in their order. Refuses `paper_invalid`, `hazard_unknown`,
/// `answers_invalid`, `already_answered` (the paper was handed in with other answers: a replay is not a second try).
struct AnswerPaper {
    std::string paper, hazard;
    std::vector<std::int64_t> answers;
    Group group = Group::residents;
    bool learning = false;  ///< goes to the learning record of who is signed in
};
BOOST_DESCRIBE_STRUCT(AnswerPaper, (), (paper, hazard, answers, group, learning))
Result<Decision> decide(const AnswerPaper& wish, const Desk& desk);

}  // namespace anlan::venue
