#include "journal/vault.hpp"
#include "organisation/trial_town.inc"

namespace anlan::organisation {
namespace {

TEST(adding_a_person, is_refused_with_the_field_to_correct) {
    TownTrial town;
    const auto field = [&](const AddPerson& wish) { return town.when(wish).error().field; };
    EXPECT_EQ(field({"", "13900000000", kTown, false, {}}), "name");
    EXPECT_EQ(field({"测试甲", "call me", kTown, false, {}}), "phone");
    EXPECT_EQ(field({"测试甲", "110", kTown, false, {}}), "phone");
    EXPECT_EQ(field({"测试甲", "13900000000", AreaCode{"350582000000"}, false, {}}), "area");
    EXPECT_EQ(field({"测试甲", "13900000000", kTown, false, {"sailing"}}), "lines");
    EXPECT_EQ(
        town.when(AddPeople{{{"测试甲", "", kTown, false, {}}, {"", "", kTown, false, {}}}}).error().field,
        "people[1].name"
    );
    EXPECT_EQ(town.rows().value<std::int64_t>("SELECT COUNT(*) FROM person"), 0) << "all or none";
}

TEST(a_persons_name_and_number, are_in_no_entry) {
    TownTrial town;
    const auto person = town.person("测试甲子");
    for (const auto& entry : town.rows().select<journal::Entry>(
             "SELECT seq, at, actor, drill, kind, subject, cause, body, prev, hash FROM journal"
         )) {
        EXPECT_EQ(entry.body.find("测试甲子"), std::string::npos);
        EXPECT_EQ(entry.body.find("13900001234"), std::string::npos);
    }
    EXPECT_EQ(person_name(town.rows(), person), "测试甲子");
    EXPECT_EQ(phone_masked(town.rows(), person), "1390000****");
}

TEST(changing_a_person, is_refused_for_strangers_and_does_nothing_when_it_is_so) {
    TownTrial town;
    EXPECT_EQ(town.when(ChangePerson{PersonId{"nobody"}, {}, {}, {}, {}, {}, {}}).error().code, "person_unknown");
    const auto person = town.person("测试甲");
    ASSERT_TRUE(town.when(TestPhone{person, PhoneResult::answered, ""}));
    ASSERT_TRUE(town.when(ChangePerson{person, "测试甲", "13900001234", {}, {}, {}, {}}));
    EXPECT_TRUE(town.written().empty());
    ASSERT_TRUE(town.when(ChangePerson{person, {}, "13900009999", {}, true, {}, {{"forest_fire"}}}));
    EXPECT_EQ(phone_masked(town.rows(), person), "1390000****");
    EXPECT_FALSE(last_phone_test(town.rows(), person)) << "a new number is untested";
    EXPECT_EQ(people_of_line(town.rows(), "forest_fire"), std::vector{person});
    EXPECT_TRUE(people_of_line(town.rows(), "flood_typhoon").empty());
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_full_number, is_shown_for_a_reason_and_the_look_is_kept) {
    TownTrial town;
    const auto person = town.person("测试甲");
    const auto masked = town.when(ShowPerson{person, ""});
    ASSERT_TRUE(masked);
    EXPECT_TRUE(town.written().empty());
    EXPECT_TRUE(masked.value().answer.at("phone").is_null());
    const auto full = town.when(ShowPerson{person, "台风叫应"}, "p-looker");
    ASSERT_TRUE(full);
    EXPECT_EQ(full.value().answer.at("phone").as_string(), "13900001234");
    ASSERT_EQ(town.kinds(), std::vector<std::string>{"person.phone_shown"});
    EXPECT_EQ(town.written().front().actor, "p-looker");
    EXPECT_EQ(town.written().front().body.find("13900001234"), std::string::npos);
}

TEST(erasing_a_person, wants_a_reason_that_does_not_name_them) {
    TownTrial town;
    const auto person = town.person("测试甲");
    EXPECT_EQ(town.when(ErasePerson{PersonId{"nobody"}, "x"}).error().code, "person_unknown");
    EXPECT_EQ(town.when(ErasePerson{person, ""}).error().code, "reason_empty");
    EXPECT_EQ(town.when(ErasePerson{person, "测试甲已离职"}).error().code, "reason_names_person");
    EXPECT_EQ(person_name(town.rows(), person), "测试甲");
}

TEST(an_erased_person, is_gone_from_pages_and_posts_while_the_journal_verifies) {
    TownTrial town;
    const auto person = town.person("测试甲");
    const auto other = town.person("测试乙");
    const auto head = town.post("station_head", person, other);
    const auto second = town.post("duty_officer", other, person);
    ASSERT_TRUE(town.when(TakeDuty{person}));
    ASSERT_TRUE(town.when(ErasePerson{person, "本人要求"}));
    EXPECT_EQ(town.kinds(), (std::vector<std::string>{"post.vacated", "person.erased"}));
    EXPECT_EQ(person_name(town.rows(), person), "（已删除）");
    EXPECT_EQ(phone_masked(town.rows(), person), "");
    EXPECT_FALSE(person_exists(town.rows(), person));
    EXPECT_TRUE(post(town.rows(), head)->holder.empty());
    EXPECT_TRUE(post(town.rows(), second)->deputy.empty());
    EXPECT_TRUE(leader_on_duty(town.rows(), kTown).empty());
    EXPECT_EQ(people_rows(town.rows(), kTown, "").size(), 1U);
    EXPECT_EQ(town.when(ChangePerson{person, "测试丙", {}, {}, {}, {}, {}}).error().code, "already_erased");
    ASSERT_TRUE(town.when(ErasePerson{person, "再次"}));
    EXPECT_TRUE(town.written().empty());
    const auto proof = town.prove();
    EXPECT_TRUE(proof.ok) << proof.fault_en;
}

TEST(people_are_found, by_name_post_and_whole_number_but_not_by_a_few_digits) {
    TownTrial town;
    const auto person = town.person("测试甲", kVillage);
    town.post("village_head", person, {}, kVillage);
    EXPECT_EQ(people_rows(town.rows(), kTown, "甲").size(), 1U);
    EXPECT_EQ(people_rows(town.rows(), kTown, "village_head").size(), 1U);
    EXPECT_EQ(people_rows(town.rows(), kTown, "13900001234").size(), 1U);
    EXPECT_EQ(people_rows(town.rows(), kTown, "1390").size(), 0U);
    EXPECT_EQ(people_rows(town.rows(), kEmptyVillage, "").size(), 0U);
}

}  // namespace
}  // namespace anlan::organisation
