#include "organisation/trial_town.inc"

namespace anlan::organisation {
namespace {

TEST(appointing, is_refused_for_unknown_posts_strangers_leavers_and_oneself_as_deputy) {
    TownTrial town;
    const auto person = town.person("测试甲");
    const auto left = town.person("测试乙");
    ASSERT_TRUE(town.when(ChangePerson{left, {}, {}, {}, {}, false, {}}));
    const auto post = town.post("duty_officer", {});
    const auto code = [&](const Appoint& wish) { return town.when(wish).error().code; };
    EXPECT_EQ(code({PostId{"none"}, person, {}, ""}), "post_unknown");
    EXPECT_EQ(code({post, PersonId{"none"}, {}, ""}), "person_unknown");
    EXPECT_EQ(code({post, left, {}, ""}), "person_inactive");
    EXPECT_EQ(code({post, person, person, ""}), "deputy_same");
    EXPECT_EQ(code({post, person, {}, "soon"}), "date_invalid");
    EXPECT_EQ(town.when(VacatePost{post, ""}).error().code, "reason_empty");
    EXPECT_EQ(town.when(CreatePost{"x", "", kTown, "", false, false, "", 0}).error().field, "title");
    EXPECT_EQ(town.when(CreatePost{"x", "x", AreaCode{"350582000000"}, "", false, false, "", 0}).error().field, "area");
}

TEST(a_post, is_filled_changed_and_vacated) {
    TownTrial town;
    const auto first = town.person("测试甲"), second = town.person("测试乙");
    const auto made = town.post("duty_officer", first, second);
    EXPECT_EQ(post(town.rows(), made)->deputy, second);
    ASSERT_TRUE(town.when(Appoint{made, first, {}, ""}));
    EXPECT_TRUE(town.written().empty());
    ASSERT_TRUE(town.when(Appoint{made, second, {}, "2023-07-01"})) << "the deputy moves up";
    EXPECT_EQ(post(town.rows(), made)->holder, second);
    EXPECT_TRUE(post(town.rows(), made)->deputy.empty());
    ASSERT_TRUE(town.when(ChangePost{made, {}, "值班长", {}, {}, {}, {}, {}, {}}));
    EXPECT_EQ(posts_held_by(town.rows(), second).front().title, "值班长");
    ASSERT_TRUE(town.when(VacatePost{made, "调离"}));
    EXPECT_TRUE(post_rows(town.rows(), kTown).front().vacant);
    EXPECT_TRUE(town.prove().ok);
}

TEST(the_duty_rooms_number, is_unknown_until_the_stations_own_post_is_held_by_somebody_with_a_number) {
    TownTrial town;
    EXPECT_EQ(duty_phone(town.rows(), kTown), "");
    town.post("duty_officer", {});
    EXPECT_EQ(duty_phone(town.rows(), kTown), "");
    const auto person = town.person("测试甲");
    town.post("duty_officer", person);
    const auto phone = duty_phone(town.rows(), kTown);
    EXPECT_EQ(phone.substr(0, 4), "1390");
    EXPECT_EQ(phone.find('*'), std::string::npos) << "it is rung, not looked at";
    ASSERT_TRUE(town.when(ErasePerson{person, "离职"}));
    EXPECT_EQ(duty_phone(town.rows(), kTown), "");
}

TEST(the_rule_of_six_posts_and_two_full_time_people, is_red_until_it_holds) {
    TownTrial town;
    EXPECT_TRUE(town.finds("posts_too_few"));
    EXPECT_TRUE(town.finds("full_time_too_few"));
    for (int i = 0; i < 6; ++i)
        town.post("post" + std::to_string(i), town.person("测试" + std::to_string(i), kTown, i < 2));
    const auto all = checks(town.rows(), kTown, town.now());
    EXPECT_TRUE(all.ok);
    EXPECT_EQ(all.posts_filled, 6);
    EXPECT_EQ(all.full_time_filled, 2);
    EXPECT_FALSE(town.finds("posts_too_few"));
    EXPECT_TRUE(town.finds("line_too_few"));
    EXPECT_TRUE(town.finds("leader_missing"));
    EXPECT_TRUE(town.finds("chain_too_short"));
    EXPECT_TRUE(town.finds("phone_untested"));
}

TEST(one_person_on_six_posts, does_not_make_two_full_time_people) {
    TownTrial town;
    const auto person = town.person("测试甲", kTown, true);
    for (int i = 0; i < 6; ++i) town.post("post" + std::to_string(i), person);
    EXPECT_EQ(checks(town.rows(), kTown, town.now()).full_time_filled, 1);
    EXPECT_FALSE(checks(town.rows(), kTown, town.now()).ok);
}

TEST(a_telephone_test, turns_yellow_with_age_and_red_when_nobody_answered) {
    TownTrial town;
    const auto person = town.person("测试甲");
    town.post("duty_officer", person);
    ASSERT_TRUE(town.when(TestPhone{person, PhoneResult::answered, ""}));
    EXPECT_FALSE(town.finds("phone_untested"));
    town.advance(std::chrono::hours{91 * 24});
    EXPECT_TRUE(town.finds("phone_test_old"));
    ASSERT_TRUE(town.when(TestPhone{person, PhoneResult::no_answer, "响铃无人接"}));
    EXPECT_TRUE(town.finds("phone_not_answered"));
    ASSERT_TRUE(town.when(ChangePerson{person, {}, "", {}, {}, {}, {}}));
    EXPECT_TRUE(town.finds("phone_missing"));
    EXPECT_EQ(town.when(TestPhone{person, PhoneResult::answered, ""}).error().code, "phone_missing");
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_duty, is_acknowledged_by_its_holder_alone_and_again_each_year) {
    TownTrial town;
    const auto holder = town.person("测试甲"), next = town.person("测试乙");
    const auto made = town.post("duty_officer", holder);
    EXPECT_EQ(town.when(ListDuty{PostId{"none"}, "", "x", ""}).error().code, "post_unknown");
    EXPECT_EQ(town.when(ListDuty{made, "", "", ""}).error().code, "text_empty");
    const auto duty = town.when(ListDuty{made, "flood_typhoon", "逐人叫应", "本地约定"}).value().subject;
    EXPECT_EQ(town.when(AcknowledgeDuty{"none"}, holder.text).error().code, "duty_unknown");
    EXPECT_EQ(town.when(AcknowledgeDuty{duty}, next.text).error().code, "not_yours");
    EXPECT_TRUE(town.finds("duty_unacknowledged"));
    ASSERT_TRUE(town.when(AcknowledgeDuty{duty}, holder.text));
    EXPECT_FALSE(town.finds("duty_unacknowledged"));
    town.advance(std::chrono::hours{366 * 24});
    EXPECT_TRUE(town.finds("duty_review_overdue"));
    ASSERT_TRUE(town.when(AcknowledgeDuty{duty}, holder.text));
    EXPECT_FALSE(town.finds("duty_review_overdue"));
    ASSERT_TRUE(town.when(Appoint{made, next, {}, ""}));
    EXPECT_FALSE(duty_rows(town.rows(), kTown, town.now()).front().acknowledged_at) << "the next holder reads it anew";
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_drill, does_not_change_the_organisation_into_a_played_one) {
    TownTrial town;
    ASSERT_TRUE(town.when(AddPerson{"测试甲", "", kTown, false, {}}, "p", World::drill({"d1"})));
    EXPECT_EQ(town.written().front().drill, "");
}

}  // namespace
}  // namespace anlan::organisation
