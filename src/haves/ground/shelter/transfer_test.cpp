#include "shelter/test_town_for_tests.hpp"

namespace anlan::shelter {
namespace {

struct a_transfer : Town {};

TEST_F(a_transfer, needs_a_title_a_reason_a_time_and_somebody_to_move) {
    EXPECT_EQ(trial.when(order(), officer.text).error().code, "nobody_listed");
    home(4);
    auto wish = order();
    EXPECT_EQ(trial.when(wish, helper.text).error().code, "not_yours");
    wish.title.clear();
    EXPECT_EQ(trial.when(wish, officer.text).error().code, "title_empty");
    wish = order();
    wish.within_minutes = 0;
    EXPECT_EQ(trial.when(wish, officer.text).error().code, "due_invalid");
    wish = order();
    wish.area = AreaCode{"350581102000"};
    EXPECT_EQ(trial.when(wish, officer.text).error().code, "not_at_this_level");
}

TEST_F(a_transfer, lists_no_household_twice) {
    home(4);
    ordered();
    home(2);
    auto second = order();
    EXPECT_EQ(trial.when(second, officer.text).error().code, "household_listed");
    second.leave_out = true;
    EXPECT_EQ(trial.when(second, officer.text).value().answer.at("people").as_int64(), 2);
    EXPECT_EQ(balance_of(trial.rows(), World::real()).listed, 6);
}

TEST_F(a_transfer, allots_no_more_than_a_shelter_holds_and_no_household_twice) {
    const auto shelter = roof(5);
    const auto a = home(4), b = home(2);
    auto wish = order();
    wish.allotted = {{a, shelter}, {b, shelter}};
    EXPECT_EQ(trial.when(wish, officer.text).error().code, "shelter_over_allotted");
    wish.allotted = {{a, shelter}, {a, roof(9)}};
    EXPECT_EQ(trial.when(wish, officer.text).error().code, "household_listed");
    wish.allotted = {{"nobody", shelter}};
    EXPECT_EQ(trial.when(wish, officer.text).error().code, "household_unknown");
    wish.allotted = {{a, shelter}};
    EXPECT_TRUE(trial.when(wish, officer.text));
}

TEST_F(a_transfer, tells_the_county_numbers_and_no_household) {
    home(4);
    ordered();
    const auto& entry = trial.written().front();
    EXPECT_NE(entry.body.find("listed"), std::string::npos);
    EXPECT_NE(TransferOrdered::kKind.home.find("listed"), std::string::npos);
    EXPECT_EQ(HouseholdMarked::kKind.share, journal::Share::local);
    EXPECT_EQ(SignedIn::kKind.share, journal::Share::local);
}

TEST_F(a_transfer, counts_a_household_once_wherever_it_is_found) {
    const auto shelter = roof(50), other = roof(50);
    const auto family = home(4), alone = home(1), stubborn = home(3);
    open(shelter);
    open(other);
    const auto transfer = ordered();
    EXPECT_EQ(found(mark(transfer, family, HouseholdState::arrived)).error().code, "state_invalid");
    ASSERT_TRUE(found(mark(transfer, family, HouseholdState::under_way)));
    ASSERT_TRUE(in(sign_in(shelter, family)));
    ASSERT_TRUE(found(mark(transfer, family, HouseholdState::under_way)));  // the helper's phone tells late
    EXPECT_EQ(in(sign_in(other, family)).error().code, "already_in_shelter");
    ASSERT_TRUE(found(mark(transfer, alone, HouseholdState::elsewhere)));
    ASSERT_TRUE(found(mark(transfer, stubborn, HouseholdState::refused)));
    const auto now = balance(transfer);
    EXPECT_EQ(now.arrived, 4);
    EXPECT_EQ(now.elsewhere, 1);
    EXPECT_EQ(now.refused, 3);
    EXPECT_EQ(now.sum(), now.listed);
    auto moved = sign_in(other, family);
    moved.move = true;
    ASSERT_TRUE(in(moved));
    EXPECT_EQ(heads_in(trial.rows(), shelter, World::real()), 0);
    EXPECT_EQ(heads_in(trial.rows(), other, World::real()), 4);
    EXPECT_EQ(balance(transfer).arrived, 4);
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_transfer, shows_both_sides_when_two_enter_different_results) {
    const auto family = home(4);
    const auto transfer = ordered();
    ASSERT_TRUE(trial.when(mark(transfer, family, HouseholdState::elsewhere), officer.text));
    auto late = mark(transfer, family, HouseholdState::refused);
    late.was = HouseholdState::waiting;
    EXPECT_EQ(found(late).error().code, "already_marked_otherwise");
    late.was = HouseholdState::elsewhere;
    EXPECT_TRUE(found(late));
    EXPECT_EQ(trial.when(mark(transfer, family, HouseholdState::told), stranger.text).error().code, "not_yours");
}

TEST_F(a_transfer, takes_the_time_of_a_phone_without_signal_and_mistrusts_a_wrong_clock) {
    const auto family = home(4);
    const auto transfer = ordered();
    trial.advance(std::chrono::hours{30});
    auto wish = mark(transfer, family, HouseholdState::told);
    wish.seconds_ago = 26 * 3'600;
    ASSERT_TRUE(found(wish));
    auto row = *household_on(trial.rows(), transfer, family);
    EXPECT_EQ(*row.seen_at, trial.now() - std::chrono::hours{26});
    for (const std::int64_t nonsense : {-9'000L, 60L * 24 * 3'600, 9'000'000'000'000'000L}) {
        wish.state = wish.state == HouseholdState::told ? HouseholdState::refused : HouseholdState::told;
        wish.seconds_ago = nonsense;
        ASSERT_TRUE(found(wish));
        row = *household_on(trial.rows(), transfer, family);
        EXPECT_EQ(row.clock_odd, 1);
        EXPECT_EQ(*row.seen_at, trial.now());
    }
}

TEST_F(a_transfer, sees_who_goes_home_too_early_and_ends_when_all_are_home) {
    const auto shelter = roof(50);
    const auto family = home(4), alone = home(1);
    open(shelter);
    const auto transfer = ordered();
    const StayId stay{in(sign_in(shelter, family)).value().subject};
    ASSERT_TRUE(trial.when(SignOut{stay, LeftTo::home}, keeper.text));
    EXPECT_EQ(balance(transfer).back_early, 4);
    ASSERT_TRUE(in(sign_in(shelter, family)));
    ASSERT_TRUE(found(mark(transfer, alone, HouseholdState::elsewhere)));
    EXPECT_EQ(found(mark(transfer, alone, HouseholdState::returned)).error().code, "not_lifted");
    EXPECT_EQ(trial.when(CloseTransfer{{transfer}}, officer.text).error().code, "not_lifted");
    ASSERT_TRUE(trial.when(LiftTransfer{{transfer}, "险情排除"}, officer.text));
    EXPECT_EQ(trial.when(CloseTransfer{{transfer}}, officer.text).error().code, "people_away");
    ASSERT_TRUE(found(mark(transfer, family, HouseholdState::returned)));
    EXPECT_EQ(heads_in(trial.rows(), shelter, World::real()), 0);
    ASSERT_TRUE(found(mark(transfer, alone, HouseholdState::returned)));
    ASSERT_TRUE(trial.when(CloseTransfer{{transfer}}, officer.text));
    EXPECT_EQ(balance(transfer).returned, 5);
    EXPECT_EQ(balance_of(trial.rows(), World::real()).listed, 0);
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_transfer, keeps_its_balance_whatever_people_enter_in_whatever_order) {
    std::vector<std::string> roofs{roof(12), roof(9)}, homes;
    for (int i = 0; i < 8; ++i) homes.push_back(home(1 + i % 5));
    for (const auto& each : roofs) open(each);
    const auto transfer = ordered();
    seal::SeededDice dice{42};
    const auto pick = [&dice](std::size_t count) { return static_cast<std::size_t>(dice.roll() % count); };
    for (int step = 0; step < 400; ++step) {
        const auto& family = homes[pick(homes.size())];
        if (pick(2) == 0) {
            auto wish = sign_in(roofs[pick(2)], family);
            wish.move = pick(2) == 0;
            wish.over = pick(4) == 0;
            static_cast<void>(in(wish));
        } else {
            const auto state = static_cast<HouseholdState>(pick(9));
            static_cast<void>(found(mark(transfer, family, state)));
        }
        const auto now = balance(transfer);
        ASSERT_EQ(now.listed, 21);
        ASSERT_EQ(now.sum(), now.listed);
        std::int64_t inside = 0;
        for (const auto& each : roofs) inside += heads_in(trial.rows(), each, World::real());
        ASSERT_GE(inside, 0);
        ASSERT_LE(inside, 21) << "somebody is in two shelters";
        for (const auto& each : homes)
            ASSERT_LE(
                trial.rows().value<std::int64_t>(
                    "SELECT COUNT(*) FROM stay WHERE household = :h AND left_at IS NULL", each
                ),
                1
            );
    }
    EXPECT_TRUE(trial.prove().ok);
}

}  // namespace
}  // namespace anlan::shelter
