#include <set>

#include "journal/vault.hpp"
#include "venue/town_for_tests.hpp"

namespace anlan::venue {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

VenueSheet with(void (*change)(VenueSheet&)) {
    auto sheet = usual();
    change(sheet);
    return sheet;
}

TEST(a_venue, has_hours_that_can_be) {
    Town town;
    const auto refused = [&](void (*change)(VenueSheet&)) { return town.refused(SetVenue{with(change)}); };
    EXPECT_EQ(refused([](VenueSheet& s) { s.name.clear(); }), "name_missing");
    EXPECT_EQ(refused([](VenueSheet& s) { s.openings[0].weekday = 8; }), "openings_invalid");
    EXPECT_EQ(refused([](VenueSheet& s) { s.openings[0].until = s.openings[0].from; }), "openings_invalid");
    EXPECT_EQ(refused([](VenueSheet& s) { s.openings.push_back({1, 11 * 60, 13 * 60}); }), "openings_invalid");
    EXPECT_EQ(refused([](VenueSheet& s) { s.special_days.push_back({"2023-02-30", 0, 0, ""}); }), "day_invalid");
    EXPECT_EQ(refused([](VenueSheet& s) { s.slot_minutes = 0; }), "slot_invalid");
    EXPECT_EQ(town.refused(SetVenue{usual()}, "p-officer", World::drill(DrillId{"d1"})), "only_real");
    EXPECT_FALSE(sheet(town.rows()));
}

TEST(a_special_day, outweighs_its_weekday) {
    auto sheet = usual();
    sheet.special_days = {{"2023-07-28", 0, 0, "布展"}, {"2023-07-29", 8 * 60, 10 * 60, "家庭日"}};
    const auto friday = parse_day("2023-07-28", "").value();
    EXPECT_TRUE(open_on(sheet, friday).empty());
    EXPECT_EQ(slots_on(sheet, friday + std::chrono::days{1}).size(), 2U) << "a Saturday";
    EXPECT_TRUE(open_on(sheet, friday + std::chrono::days{2}).empty()) << "a Sunday";
    EXPECT_TRUE(open_at(sheet, start_of(friday + std::chrono::days{1}) + hours{9}));
    EXPECT_FALSE(open_at(sheet, start_of(friday + std::chrono::days{1}) + hours{10}));
}

TEST(a_booking, is_refused_where_nobody_could_come) {
    Town nowhere;
    EXPECT_EQ(nowhere.refused(friday_at_nine()), "venue_unknown");
    OpenTown town;
    const auto refused = [&](void (*change)(BookVisit&)) {
        auto wish = friday_at_nine();
        change(wish);
        return town.refused(wish, "public");
    };
    EXPECT_EQ(refused([](BookVisit& w) { w.day = "2023-07-29"; }), "closed_then") << "a Saturday";
    EXPECT_EQ(refused([](BookVisit& w) { w.from = 9 * 60 + 30; }), "closed_then") << "no slot begins then";
    EXPECT_EQ(refused([](BookVisit& w) { w.day = "2023-07-27"; }), "day_past");
    EXPECT_EQ(refused([](BookVisit& w) { w.day = "2024-07-26"; }), "day_too_far");
    EXPECT_EQ(refused([](BookVisit& w) { w.day = "2023-06-31"; }), "day_invalid");
    EXPECT_EQ(refused([](BookVisit& w) { w.people = 0; }), "people_invalid");
    EXPECT_EQ(refused([](BookVisit& w) { w.people = 31; }), "slot_full");
    EXPECT_EQ(refused([](BookVisit& w) { w.name.clear(); }), "name_missing");
    EXPECT_EQ(refused([](BookVisit& w) { w.phone = "<b>110</b>"; }), "phone_invalid");
}

TEST(two_groups, share_a_slot_only_while_there_is_room) {
    OpenTown town;
    town.when(friday_at_nine(20)).value();
    EXPECT_EQ(town.refused(friday_at_nine(11)), "slot_full");
    const auto second = town.when(friday_at_nine(10)).value();
    EXPECT_EQ(town.refused(friday_at_nine(1)), "slot_full");
    town.when(CancelBooking{{second.subject}, "", "改期"}).value();
    EXPECT_EQ(town.refused(friday_at_nine(10)), "") << "what is cancelled leaves its places";
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_visitor, cancels_only_by_the_code_and_learns_of_no_other) {
    OpenTown town;
    const auto booked = town.when(friday_at_nine(), "public");
    const BookingId id{booked.value().subject};
    EXPECT_EQ(town.refused(CancelBooking{id, "000000", ""}, "public"), "booking_unknown");
    EXPECT_EQ(town.refused(CancelBooking{{"none"}, "000000", ""}, "public"), "booking_unknown");
    EXPECT_EQ(town.refused(CancelBooking{id, town.code_of(booked), "改期"}, "public"), "");
    EXPECT_EQ(booking(town.rows(), id)->state, BookingState::cancelled);
    EXPECT_FALSE(journal::vault::reveal(town.rows(), id.text, "phone")) << "nobody needs the number any more";
}

TEST(a_visit, uses_its_booking_once_and_forgets_who_booked) {
    OpenTown town;
    const auto booked = town.when(friday_at_nine(), "public");
    const auto code = town.code_of(booked);
    ASSERT_TRUE(journal::vault::reveal(town.rows(), booked.value().subject, "name"));
    const VisitId seen{town.when(SignVisit{code, 0, {}}, "public").value().subject};
    EXPECT_EQ(visit(town.rows(), seen)->people, 20);
    EXPECT_EQ(visit(town.rows(), seen)->group, Group::students);
    EXPECT_EQ(town.refused(SignVisit{code, 0, {}}, "public"), "booking_unknown") << "used";
    EXPECT_FALSE(journal::vault::reveal(town.rows(), booked.value().subject, "name"));
    EXPECT_EQ(town.refused(RateVisit{seen, 6, ""}, "public"), "stars_invalid");
    town.when(RateVisit{seen, 5, "很好"}, "public").value();
    EXPECT_EQ(town.refused(RateVisit{seen, 1, ""}, "public"), "already_rated");
    EXPECT_TRUE(town.prove().ok);
}

TEST(visits, are_counted_at_the_county_without_a_name) {
    OpenTown town;
    Town county(kCounty, "石狮市");
    town.when(SignVisit{"", 12, Group::fishers}).value();
    const ActivityId talk{
        town.when(PlanActivity{{ActivityKind::lecture, "防台讲座", "2023-07-28", 540, 600, "一厅", Group::fishers}})
            .value()
            .subject};
    town.when(HoldActivity{talk, 40, ""}).value();
    town.when(HoldActivity{talk, 41, "补一人"}).value();
    county.hear(town);
    const auto below = venues_below(county.rows(), "2023");
    ASSERT_EQ(below.size(), 1U);
    EXPECT_EQ(below[0].visitors, 12 + 41) << "a correction replaces what it corrects";
    EXPECT_EQ(below[0].held, 1);
    EXPECT_TRUE(county.prove().ok);
}

}  // namespace
}  // namespace anlan::venue
