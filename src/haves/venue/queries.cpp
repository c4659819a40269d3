#include "venue/queries.hpp"

namespace anlan::venue {

namespace {

constexpr const char* kBooking =
    "SELECT id, day, from_minute, people, visitors, guide, code, state, reason, made_at FROM venue_booking ";
constexpr const char* kVisit = "SELECT id, at, day, booking, people, visitors, stars, words FROM venue_visit ";
constexpr const char* kExhibit =
    "SELECT id, name, kind, hall, keeper, checked_at, faulted_at, repair_by, fault FROM venue_exhibit ";
constexpr const char* kActivity = "SELECT id, sheet, state, people, note FROM venue_activity ";
constexpr const char* kQuiz =
    "SELECT paper, at, hazard, questions, answers, correct, visitors, learner FROM venue_quiz ";

std::string with(const char* columns, const char* rest) {
    return std::string(columns) + rest;
}

}  // namespace

std::optional<VenueSheet> sheet(store::Rows& rows) {
    return rows.value<VenueSheet>("SELECT sheet FROM venue_sheet WHERE node = ''");
}

std::optional<BookingFacts> booking(store::Rows& rows, const BookingId& id) {
    return rows.first<BookingFacts>(with(kBooking, "WHERE id = :i"), id);
}

std::optional<BookingFacts> booking_by_code(store::Rows& rows, const std::string& day, const std::string& code) {
    return rows.first<BookingFacts>(
        with(kBooking, "WHERE day = :d AND code = :c AND state = :s"), day, code, BookingState::made
    );
}

std::vector<BookingFacts> bookings_between(store::Rows& rows, const std::string& first, const std::string& last) {
    return rows.select<BookingFacts>(
        with(kBooking, "WHERE day >= :f AND day <= :l ORDER BY day, from_minute, made_at, id"), first, last
    );
}

std::int64_t people_booked(store::Rows& rows, const std::string& day, std::int64_t from) {
    return rows
        .value<std::int64_t>(
            "SELECT CAST(COALESCE(SUM(people), 0) AS BIGINT) FROM venue_booking WHERE day = :d AND from_minute = :f "
            "AND state <> :s",
            day,
            from,
            BookingState::cancelled
        )
        .value_or(0);
}

std::optional<VisitFacts> visit(store::Rows& rows, const VisitId& id) {
    return rows.first<VisitFacts>(with(kVisit, "WHERE id = :i"), id);
}

std::vector<VisitFacts> visits_between(store::Rows& rows, const std::string& first, const std::string& last) {
    return rows.select<VisitFacts>(with(kVisit, "WHERE day >= :f AND day <= :l ORDER BY at, id"), first, last);
}

std::optional<ExhibitFacts> exhibit(store::Rows& rows, const ExhibitId& id) {
    return rows.first<ExhibitFacts>(with(kExhibit, "WHERE id = :i AND retired = 0"), id);
}

std::vector<ExhibitFacts> exhibits(store::Rows& rows) {
    return rows.select<ExhibitFacts>(
        with(kExhibit, "WHERE retired = 0 ORDER BY CASE WHEN faulted_at IS NULL THEN 1 ELSE 0 END, hall, name, id")
    );
}

std::optional<ActivityFacts> activity(store::Rows& rows, const ActivityId& id) {
    return rows.first<ActivityFacts>(with(kActivity, "WHERE id = :i"), id);
}

std::vector<ActivityFacts> activities_between(store::Rows& rows, const std::string& first, const std::string& last) {
    return rows.select<ActivityFacts>(with(kActivity, "WHERE day >= :f AND day <= :l ORDER BY day, id"), first, last);
}

std::optional<QuizFacts> quiz(store::Rows& rows, const std::string& paper) {
    return rows.first<QuizFacts>(with(kQuiz, "WHERE paper = :p"), paper);
}

std::vector<QuizFacts> quizzes_since(store::Rows& rows, Instant since) {
    return rows.select<QuizFacts>(with(kQuiz, "WHERE at >= :s ORDER BY at, paper"), since);
}

std::vector<VenueBelow> venues_below(store::Rows& rows, const std::string& year) {
    return rows.select<VenueBelow>(
        "SELECT s.node, s.sheet, "
        "CAST(COALESCE((SELECT SUM(people) FROM venue_below b WHERE b.node = s.node AND b.year = :y), 0) AS BIGINT), "
        "CAST(COALESCE((SELECT SUM(held) FROM venue_below b WHERE b.node = s.node AND b.year = :z), 0) AS BIGINT) "
        "FROM venue_sheet s WHERE s.node <> '' ORDER BY s.node",
        year,
        year
    );
}

}  // namespace anlan::venue
