#include "incident/trial_county.inc"

namespace anlan::incident {
namespace {

using std::chrono::minutes;

TEST(taking_an_incident, says_what_is_missing) {
    Station town;
    EXPECT_EQ(town.refused(TakeIncident{}), "words_missing");
    TakeIncident wish;
    wish.words = "说不清的事";
    EXPECT_EQ(town.refused(wish), "kind_unknown");
    wish.kind = "fire";
    EXPECT_EQ(town.refused(wish), "place_missing");
    wish.place = "梅林村";
    wish.happened_at = town.now() + minutes{1};
    EXPECT_EQ(town.refused(wish), "time_ahead");
    wish.happened_at = town.now();
    wish.known_at = town.now() - minutes{5};
    EXPECT_EQ(town.refused(wish), "time_order");
    wish.known_at.reset();
    wish.figures.dead = -1;
    EXPECT_EQ(town.refused(wish), "figure_invalid");
    wish.figures.dead = 0;
    wish.lon = 400;
    EXPECT_EQ(town.refused(wish), "place_invalid");
    wish.lon = 0.0;  // 0°N 0°E: a phone that has not found its place
    wish.lat = 0.0;
    EXPECT_EQ(town.refused(wish), "place_invalid");
    wish.lon.reset();
    wish.lat.reset();
    wish.photos = {"../../etc/passwd"};
    EXPECT_EQ(town.refused(wish), "photo_invalid");
    wish.photos = std::vector<std::string>(10, std::string(64, 'a'));
    EXPECT_EQ(town.refused(wish), "photo_invalid");
    wish.photos.clear();
    wish.voice = "x";
    EXPECT_EQ(town.refused(wish), "voice_invalid");
    wish.voice.clear();
    wish.area = AreaCode{"999999999999"};
    EXPECT_EQ(town.refused(wish), "area_unknown");
}

TEST(taking_an_incident, finds_kind_and_village_in_the_words) {
    Station town;
    const auto facts = town.facts(town.take());
    EXPECT_EQ(facts.kind, "fire");
    EXPECT_EQ(facts.area, kVillage);
    EXPECT_FALSE(facts.outside);
    EXPECT_FALSE(facts.verified);
    EXPECT_EQ(facts.account.title, "梅林村 12 号火灾");
    EXPECT_TRUE(town.prove().ok);
}

TEST(taking_an_incident, keeps_what_was_photographed_and_said) {
    Station town;
    const std::string photo(64, 'a'), voice(64, 'b');
    const auto id = town.take([&](auto& wish) {
        wish.words.clear();
        wish.kind = "other";
        wish.photos = {photo};
        wish.voice = voice;
    });
    const auto detail = town.detail(id);
    ASSERT_EQ(detail.evidence.size(), 1U);
    EXPECT_EQ(detail.evidence.front().photos, std::vector<std::string>{photo});
    EXPECT_EQ(detail.evidence.front().voice, voice);
    EXPECT_NE(detail.account.course.find("录音"), std::string::npos);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_report_written_without_signal, happened_when_it_was_written_whatever_the_phones_clock_says) {
    Station town;
    const auto late = town.facts(town.take([](auto& wish) { wish.seconds_ago = 7'200; }));
    EXPECT_EQ(late.happened_at, town.now() - minutes{120});
    EXPECT_EQ(late.known_at, town.now());
    for (const std::int64_t odd : {-3'600L, 20L * 365 * 24 * 3'600})
        EXPECT_EQ(town.facts(town.take([&](auto& wish) { wish.seconds_ago = odd; })).happened_at, town.now());
}

TEST(a_place_outside, is_taken_all_the_same_and_said) {
    Station town;
    const auto named = town.facts(town.take([](auto& wish) { wish.place = "祥渔村码头"; }));
    EXPECT_TRUE(named.outside);
    EXPECT_EQ(named.area, kElsewhere);
    const auto clicked = town.facts(town.take([](auto& wish) {
        wish.place = "";
        wish.lon = 118.701;
        wish.lat = 24.701;
    }));
    EXPECT_EQ(clicked.area, kVillage);
    EXPECT_EQ(clicked.place, "梅林村");
    const auto far = town.facts(town.take([](auto& wish) {
        wish.place = "海上";
        wish.lon = 121;
        wish.lat = 22;
    }));
    EXPECT_TRUE(far.outside);
}

TEST(a_grade, follows_the_worst_number_and_counts_the_missing) {
    Station town;
    const auto grade = [&](const char* kind, Figures figures, bool sensitive = false) {
        return propose_grade(town.rows(), kind, figures, sensitive).grade;
    };
    EXPECT_EQ(grade("fire", {}), Grade::ordinary);
    EXPECT_EQ(grade("fire", {.dead = 2}), Grade::ordinary);
    EXPECT_EQ(grade("fire", {.dead = 2, .missing = 1}), Grade::larger);
    EXPECT_EQ(grade("fire", {.dead = 10}), Grade::major);
    EXPECT_EQ(grade("fire", {.injured_badly = 100}), Grade::gravest);
    EXPECT_EQ(grade("fire", {.dead = 0, .loss_yuan = 50'000'000}), Grade::major);
    EXPECT_EQ(grade("typhoon", {.dead = 0, .loss_yuan = 50'000'000}), Grade::gravest);
    EXPECT_EQ(grade("fire", {.dead = 1}, true), Grade::larger);
    const auto why = propose_grade(town.rows(), "fire", {.dead = 2, .missing = 1}, false).reason;
    EXPECT_NE(why.find("3 人"), std::string::npos) << why;
    EXPECT_NE(why.find("493"), std::string::npos) << why;
    const auto none = propose_grade(town.rows(), "fire", {}, false).reason;
    EXPECT_NE(none.find("还没有"), std::string::npos) << none;
}

TEST(limits, run_from_when_it_became_known) {
    Station town;
    const auto known = town.now() - minutes{10};
    const auto id = town.take([&](auto& wish) {
        wish.happened_at = known - minutes{20};
        wish.known_at = known;
        wish.figures.dead = 3;
    });
    EXPECT_EQ(town.facts(id).phone_by, known + minutes{15});
    EXPECT_EQ(town.facts(id).written_by, known + minutes{30});
    EXPECT_EQ(town.facts(id).entered_at, town.now());
    const auto ordinary = town.facts(town.take());
    EXPECT_EQ(ordinary.phone_by, town.now() + minutes{30});
    EXPECT_EQ(ordinary.written_by, town.now() + minutes{60});
}

TEST(grading, wants_a_reason_against_the_rules_and_never_gives_time) {
    Station town;
    const auto id = town.take();
    EXPECT_EQ(town.refused(GradeIncident{id, Grade::larger, ""}), "reason_missing");
    const auto late = town.facts(id).written_by;
    ASSERT_TRUE(town.when(GradeIncident{id, Grade::larger, "临近学校"}));
    EXPECT_LT(town.facts(id).written_by, late);
    const auto short_limit = town.facts(id).written_by;
    ASSERT_TRUE(town.when(GradeIncident{id, Grade::ordinary, "改回"}));
    EXPECT_EQ(town.facts(id).written_by, short_limit);
    EXPECT_TRUE(town.prove().ok);
}

TEST(the_same_incident_twice, is_noticed_and_merged_with_a_reason) {
    Station town;
    const auto first = town.take();
    town.advance(minutes{4});
    const auto second = town.take();
    const auto alike = duplicates_of(town.rows(), town.facts(second));
    ASSERT_EQ(alike.size(), 1U);
    EXPECT_EQ(alike.front().id, first);
    EXPECT_NE(alike.front().reason.find("4 分钟"), std::string::npos);
    EXPECT_EQ(town.refused(MergeIncident{second, second, "同一件"}), "merge_self");
    EXPECT_EQ(town.refused(MergeIncident{second, first, ""}), "reason_missing");
    ASSERT_TRUE(town.when(MergeIncident{second, first, "同一起火灾"}));
    EXPECT_EQ(town.facts(second).ended_as, "merged");
    EXPECT_EQ(town.refused(GradeIncident{second, Grade::larger, "x"}), "already_ended");
    town.advance(minutes{500});
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_drill_and_reality, never_mix) {
    Station town;
    const auto real = town.take();
    const auto drill = town.take([](TakeIncident&) {}, World::drill({"d1"}));
    EXPECT_EQ(town.facts(drill).drill, "d1");
    EXPECT_TRUE(duplicates_of(town.rows(), town.facts(drill)).empty());
    EXPECT_EQ(town.refused(MergeIncident{drill, real, "同一件"}), "world_mixed");
    EXPECT_EQ(find_incidents(town.rows(), World::real(), true, 10).size(), 1U);
}

TEST(who_told_it, lies_in_the_vault) {
    Station town;
    const auto id = town.take([](auto& wish) { wish.teller = {"测试甲", "13900001234", "梅林村"}; });
    for (const auto& entry : town.written()) {
        EXPECT_EQ(entry.body.find("13900001234"), std::string::npos);
        EXPECT_EQ(entry.body.find("测试甲"), std::string::npos);
    }
    EXPECT_EQ(town.detail(id).teller.phone, "13900001234");
}

TEST(what_turns_out_untrue, ends_and_its_clocks_with_it) {
    Station town;
    const auto id = town.take();
    EXPECT_EQ(town.refused(VerifyIncident{id, false, ""}), "words_missing");
    ASSERT_TRUE(town.when(VerifyIncident{id, false, "烧秸秆，无险情"}));
    EXPECT_EQ(town.facts(id).ended_as, "untrue");
    EXPECT_EQ(town.rows().value<std::int64_t>("SELECT COUNT(*) FROM deadline").value_or(-1), 0);
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::incident
