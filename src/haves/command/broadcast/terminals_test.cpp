#include <algorithm>

#include "broadcast/town_for_tests.hpp"

namespace anlan::broadcast {
namespace {

using std::chrono::days;
using std::chrono::minutes;

TerminalSheet column() {
    return {"码头音柱", kVillage, TerminalKind::rtp, "10.1.2.3:5004", 80, false, {}, {}};
}

TEST(a_loudspeaker, is_refused_without_name_village_address_and_volume_that_can_be) {
    Town town;
    const auto with = [&](auto change) {
        auto sheet = column();
        change(sheet);
        return town.refused(RegisterTerminal{sheet});
    };
    EXPECT_EQ(with([](auto& s) { s.name = ""; }), "name_empty");
    EXPECT_EQ(with([](auto& s) { s.area = AreaCode{"350582000000"}; }), "area_outside");
    EXPECT_EQ(with([](auto& s) { s.address = "10.1.2.3"; }), "address_invalid");
    EXPECT_EQ(with([](auto& s) { s.address = "10.1.2.3:0"; }), "address_invalid");
    EXPECT_EQ(with([](auto& s) { s.address = "10.1.2.3:70000"; }), "address_invalid");
    EXPECT_EQ(with([](auto& s) { s.address = "a b:5004"; }), "address_invalid");
    EXPECT_EQ(with([](auto& s) { s.kind = TerminalKind::horn, s.address = "a/b"; }), "address_invalid");
    for (const auto* wrong :
         {"", "@10.1.2.3", "801@", "801@10.1.2.3:0", "801@a@b", "sip:801", "801;x=1", "801@10.1.2.3:"})
        EXPECT_EQ(with([&](auto& s) { s.kind = TerminalKind::sip, s.address = wrong; }), "address_invalid") << wrong;
    for (const auto* wrong :
         {"",
          "10.1.2.3:8000",
          "10.1.2.3:8000/",
          "10.1.2.3/radio",
          "10.1.2.3:0/radio",
          "h:8000/a/b",
          "h:8000/../x",
          "source:key@h:8000/radio",
          "http://h:8000/radio",
          "h:8000/a b"})
        EXPECT_EQ(with([&](auto& s) { s.kind = TerminalKind::icecast, s.address = wrong; }), "address_invalid")
            << wrong;
    EXPECT_EQ(
        with([](auto& s) { s.kind = TerminalKind::horn, s.address = "H-9", s.codec = TerminalCodec::opus; }),
        "codec_invalid"
    );
    EXPECT_EQ(with([](auto& s) { s.volume = 101; }), "volume_invalid");
    EXPECT_EQ(with([](auto& s) { s.lon = 118.0; }), "place_invalid");
    EXPECT_EQ(with([](auto&) {}), "");
    EXPECT_EQ(with([](auto&) {}), "address_taken");
}

TEST(a_loudspeaker, is_corrected_turned_down_and_retired) {
    Town town;
    const TerminalId id{town.when(RegisterTerminal{column()}).value().subject};
    auto changed = column();
    changed.name = "新码头音柱";
    ASSERT_TRUE(town.when(CorrectTerminal{id, changed}));
    EXPECT_EQ(terminals(town.rows()).size(), 1U);
    EXPECT_EQ(town.refused(SetVolume{id, 200}), "volume_invalid");
    ASSERT_TRUE(town.when(SetVolume{id, 30}));
    EXPECT_EQ(town.when(SetVolume{id, 30}).value().first_seq, 0);
    EXPECT_EQ(find_terminal(town.rows(), id)->volume, 30);
    EXPECT_EQ(town.refused(RetireTerminal{id, ""}), "reason_missing");
    ASSERT_TRUE(town.when(RetireTerminal{id, "拆除"}));
    EXPECT_EQ(town.when(RetireTerminal{id, ""}).value().first_seq, 0);
    EXPECT_EQ(town.refused(SetVolume{id, 50}), "terminal_retired");
    EXPECT_EQ(town.refused(SetVolume{{"none"}, 50}), "terminal_unknown");
    EXPECT_TRUE(terminals(town.rows()).empty());
    EXPECT_TRUE(town.when(RegisterTerminal{column()}));
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_loudspeaker, is_told_to_take_opus_and_a_stream_is_one_too) {
    Town town;
    auto wide = column();
    wide.codec = TerminalCodec::opus;
    const TerminalId id{town.when(RegisterTerminal{wide}).value().subject};
    EXPECT_EQ(find_terminal(town.rows(), id)->codec, TerminalCodec::opus);
    ASSERT_TRUE(town.when(CorrectTerminal{id, column()}));
    EXPECT_EQ(find_terminal(town.rows(), id)->codec, TerminalCodec::g711);
    auto stream = column();
    stream.kind = TerminalKind::icecast;
    stream.address = "10.1.2.3:8000/haibian.opus";
    EXPECT_EQ(town.refused(RegisterTerminal{stream}), "");
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_heartbeat, is_an_event_only_when_it_changes_what_is_known) {
    LoudTown town;
    const HearTerminal all{{town.square, town.harbour, {"stranger"}}};
    ASSERT_TRUE(town.when(all, kAir));
    EXPECT_EQ(town.kinds(), (std::vector<std::string>{"terminal.heard_again", "terminal.heard_again"}));
    EXPECT_EQ(town.when(all, kAir).value().first_seq, 0);
    ASSERT_TRUE(town.when(MissTerminal{{{town.square, town.now()}, {town.hill, {}}}}, kAir));
    EXPECT_EQ(find_terminal(town.rows(), town.square)->hearing, Hearing::silent);
    EXPECT_EQ(town.when(MissTerminal{{{town.square, {}}}}, kAir).value().first_seq, 0);
    ASSERT_TRUE(town.when(all, kAir));
    EXPECT_EQ(town.kinds(), std::vector<std::string>{"terminal.heard_again"});
    EXPECT_TRUE(town.prove().ok);
}

TEST(the_loudspeakers_of_a_village, are_tested_every_month_or_it_is_said) {
    LoudTown town;
    EXPECT_EQ(zone_tests(town.rows()).size(), 2U);
    town.advance(days{20});
    const auto id = town.playing(sheet({kVillage}, Purpose::daily));
    ASSERT_TRUE(town.report(id, town.square));
    ASSERT_TRUE(town.report(id, town.harbour));
    town.advance(days{15});
    const auto tests = zone_tests(town.rows());
    ASSERT_EQ(tests.size(), 2U);
    EXPECT_EQ(tests[0].zone, kNext);
    EXPECT_LT(tests[0].due, town.now());
    EXPECT_GT(tests[1].due, town.now());
    EXPECT_TRUE(tests[1].tested_at);
    EXPECT_EQ(town.rows().value<std::int64_t>("SELECT COUNT(*) FROM journal WHERE kind = 'broadcast.test_due/1'"), 1);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_drill, is_no_test_of_the_loudspeakers) {
    LoudTown town;
    const auto id = town.playing(sheet({kVillage}, Purpose::drill), kDrill);
    ASSERT_TRUE(town.report(id, town.square));
    for (const auto& test : zone_tests(town.rows())) EXPECT_FALSE(test.tested_at);
}

TEST(the_monthly_test, drafts_itself_once_for_all_villages_and_still_takes_two_people) {
    LoudTown town;
    town.advance(std::chrono::hours{24 * 40});
    ASSERT_TRUE(town.when(CheckTest{kVillage}, "system:broadcast"));
    ASSERT_TRUE(town.when(CheckTest{kNext}, "system:broadcast"));
    const auto all = broadcasts(town.rows(), World::real(), 10);
    ASSERT_EQ(all.size(), 1U);
    const auto& draft = all.front();
    EXPECT_EQ(draft.sheet.zones, (std::vector<AreaCode>{kVillage, kNext}));
    EXPECT_NE(draft.sheet.text.find("第一社区、第二社区"), std::string::npos) << draft.sheet.text;
    EXPECT_EQ(town.refused(ReleaseBroadcast{draft.id, 2, {}}, kFirst), "nobody_wrote_it");
    ASSERT_TRUE(town.when(ReviseDraft{draft.id, draft.sheet}, kFirst));
    EXPECT_EQ(town.refused(ReleaseBroadcast{draft.id, 3, {}}, kFirst), "same_person");
    ASSERT_TRUE(town.when(ReleaseBroadcast{draft.id, 3, {}}, kSecond));
    EXPECT_TRUE(town.prove().ok);
}

TEST(the_monthly_test, drafted_by_the_program_is_refused_by_anybody) {
    LoudTown town;
    town.advance(std::chrono::hours{24 * 40});
    ASSERT_TRUE(town.when(CheckTest{kVillage}, "system:broadcast"));
    const auto draft = broadcasts(town.rows(), World::real(), 10).front();
    EXPECT_EQ(town.refused(RefuseBroadcast{draft.id, "考试周不试播"}, kFirst), "");
    EXPECT_EQ(town.facts(draft.id).state, BroadcastState::refused);
}

TEST(the_proof_of_a_month, counts_loudspeakers_that_have_played) {
    LoudTown town;
    EXPECT_EQ(proved_since(town.rows(), {}).terminals, 3);
    EXPECT_EQ(proved_since(town.rows(), {}).played, 0);
    const auto id = town.playing();
    ASSERT_TRUE(town.report(id, town.square));
    ASSERT_TRUE(town.report(id, town.hill, Outcome::failed, 0));
    EXPECT_EQ(proved_since(town.rows(), {}).played, 1);
    EXPECT_EQ(proved_since(town.rows(), town.now() + std::chrono::hours{1}).played, 0);
}

}  // namespace
}  // namespace anlan::broadcast
