#include <gtest/gtest.h>

#include "broadcast/commands.hpp"
#include "broadcast/room.hpp"
#include "identity/identity.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "platforms/commands.hpp"
#include "platforms/queries.hpp"
#include "platforms/room.hpp"
#include "policy/room.hpp"
#include "trial/trial.hpp"

namespace anlan::platforms {
namespace {

using broadcast::BroadcastState;

const AreaCode kCounty{"350581000000"}, kTown{"350581106000"}, kOtherTown{"350581107000"}, kVillage{"350581106002"};
const char* const kPlatform = "43505810000000301010101";

/// A town with one loudspeaker, on Friday 2023-07-28 at 08:37.
struct a_town : ::testing::Test, trial::Trial {
    a_town()
        : Trial(
              {policy::make_room(),
               identity::make_room(),
               organisation::make_room(),
               broadcast::make_room(),
               make_room()}
          ) {
        when(organisation::AdoptAreas{
                 {{kCounty, "石狮市", AreaCode{"350500000000"}, {}, {}},
                  {kTown, "永宁镇", kCounty, {}, {}},
                  {kVillage, "第一社区", kTown, {}, {}}}}
        ).value();
        when(broadcast::RegisterTerminal{{"YARD", kVillage, broadcast::TerminalKind::horn, "H-1", 80, false, {}, {}}}
        ).value();
    }
    TakeMessage message(std::string package = "P1", MessageKind kind = MessageKind::actual) const {
        TakeMessage made;
        made.package = std::move(package);
        made.platform = kPlatform;
        made.platform_name = "石狮市应急广播平台";
        made.message = "M1";
        made.kind = kind;
        made.severity = 1;
        made.title = "台风红色预警";
        made.text = "请立即转移危房里的人员。";
        made.until = now() + std::chrono::hours{1};
        made.areas = {kCounty};
        return made;
    }
    MessageFacts take(const TakeMessage& wish) {
        when(wish, "system:platforms").value();
        return find_package(rows(), wish.package).value();
    }
    broadcast::BroadcastFacts facts(const BroadcastId& id) { return broadcast::find_broadcast(rows(), id).value(); }
    BroadcastId own(
        const std::string& title = "天黑前回港", broadcast::Purpose purpose = broadcast::Purpose::emergency
    ) {
        broadcast::BroadcastSheet sheet;
        sheet.purpose = purpose;
        sheet.title = title;
        sheet.text = "请渔船天黑前回港。";
        sheet.zones = {kTown};
        const BroadcastId id{when(broadcast::DraftBroadcast{sheet}, "p-first").value().subject};
        when(broadcast::ReleaseBroadcast{id, 1, {}}, "p-second").value();
        return id;
    }
};

TEST_F(a_town, drafts_what_a_platform_wants_sounded_and_one_person_releases_it) {
    const auto taken = take(message());
    ASSERT_EQ(taken.taking, Taking::drafted);
    const auto draft = facts(taken.broadcast);
    EXPECT_EQ(draft.state, BroadcastState::draft);
    EXPECT_EQ(draft.drafted_by.text, "石狮市应急广播平台");
    EXPECT_EQ(draft.sheet.zones, std::vector<AreaCode>{kTown});
    EXPECT_FALSE(when(broadcast::ReleaseBroadcast{draft.id, 1, {}}, "system:platforms"));
    ASSERT_TRUE(when(broadcast::ReleaseBroadcast{draft.id, 1, {}}, "p-first"));
    EXPECT_EQ(facts(draft.id).state, BroadcastState::waiting);
    EXPECT_TRUE(prove().ok);
}

TEST_F(a_town, takes_the_same_package_once) {
    const auto first = take(message());
    when(message(), "system:platforms").value();
    EXPECT_TRUE(written().empty());
    EXPECT_EQ(messages(rows(), 10).size(), 1U);
    EXPECT_EQ(broadcast::broadcasts(rows(), World::real(), 10).size(), 1U);
    EXPECT_EQ(find_package(rows(), "P1")->broadcast, first.broadcast);
}

TEST_F(a_town, stops_what_its_platform_takes_back_and_nothing_of_another) {
    const auto taken = take(message());
    when(broadcast::ReleaseBroadcast{taken.broadcast, 1, {}}, "p-first").value();
    auto cancel = message("P2", MessageKind::cancel);
    cancel.related = "M1";
    auto stranger = cancel;
    stranger.package = "P3";
    stranger.platform = "99999999999999999999999";
    EXPECT_EQ(take(stranger).taking, Taking::turned_down);
    EXPECT_EQ(facts(taken.broadcast).state, BroadcastState::waiting);
    EXPECT_EQ(take(cancel).taking, Taking::taken_back);
    EXPECT_EQ(facts(taken.broadcast).state, BroadcastState::stopped);
}

TEST_F(a_town, turns_down_what_is_not_for_it_with_words) {
    auto elsewhere = message();
    elsewhere.areas = {kOtherTown};
    EXPECT_EQ(take(elsewhere).taking, Taking::turned_down);
    auto late = message("P2");
    late.until = now() - Milliseconds{1};
    EXPECT_EQ(take(late).zh, "已过结束时间，未播发");
    auto long_words = message("P3");
    for (int i = 0; i < 2'000; ++i) long_words.text += "请转移。";
    EXPECT_EQ(take(long_words).taking, Taking::turned_down);
    EXPECT_TRUE(broadcast::broadcasts(rows(), World::real(), 10).empty());
}

TEST_F(a_town, never_sounds_a_rehearsal) {
    EXPECT_EQ(take(message("P1", MessageKind::platform_drill)).taking, Taking::noted);
    EXPECT_EQ(take(message("P2", MessageKind::sounding_drill)).taking, Taking::turned_down);
    EXPECT_TRUE(broadcast::broadcasts(rows(), World::real(), 10).empty());
}

TEST_F(a_town, tells_each_platform_once_what_it_released_and_stopped) {
    const auto id = own();
    ASSERT_EQ(due(rows(), kPlatform, now()).size(), 1U);
    EXPECT_EQ(due(rows(), kPlatform, now())[0].of_day, 1);
    when(NoteSent{id, kPlatform, "E1", Said::release, true, "ok"}, "system:platforms").value();
    EXPECT_TRUE(due(rows(), kPlatform, now()).empty());
    EXPECT_EQ(due(rows(), "another", now()).size(), 1U);
    when(broadcast::StopBroadcast{id, "已回港"}, "p-first").value();
    ASSERT_EQ(due(rows(), kPlatform, now()).size(), 1U);
    EXPECT_EQ(due(rows(), kPlatform, now())[0].said, Said::stop);
    when(NoteSent{id, kPlatform, "E2", Said::stop, true, "ok"}, "system:platforms").value();
    EXPECT_TRUE(due(rows(), kPlatform, now()).empty());
}

TEST_F(a_town, tells_no_platform_its_own_message_nor_one_of_yesterday) {
    const auto taken = take(message());
    when(broadcast::ReleaseBroadcast{taken.broadcast, 1, {}}, "p-first").value();
    EXPECT_TRUE(due(rows(), kPlatform, now()).empty());
    EXPECT_EQ(due(rows(), "another", now()).size(), 1U);
    EXPECT_TRUE(due(rows(), "another", now() + std::chrono::hours{25}).empty());
}

TEST_F(a_town, tells_nobody_of_its_daily_words) {
    own("每月试播", broadcast::Purpose::daily);
    EXPECT_TRUE(due(rows(), kPlatform, now()).empty());
}

TEST_F(a_town, numbers_the_broadcasts_of_a_day) {
    own();
    const auto second = own("第二条");
    const auto all = due(rows(), kPlatform, now());
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].of_day + all[1].of_day, 3);
    EXPECT_TRUE(all[1].broadcast.id == second || all[0].broadcast.id == second);
}

TEST_F(a_town, writes_down_that_a_platform_is_lost_and_refused_packages_only_when_that_is_new) {
    const NoteReached lost{kPlatform, "石狮市应急广播平台", false, "连不上", "cannot be reached"};
    when(lost, "system:platforms").value();
    when(lost, "system:platforms").value();
    EXPECT_TRUE(written().empty());
    EXPECT_FALSE(platforms(rows())[0].up);
    const NoteRefused forged{kPlatform, "signature_fails", "签名不成立", "the signature does not hold"};
    when(forged, "system:platforms").value();
    EXPECT_EQ(kinds(), std::vector<std::string>{"platform.refused"});
    when(forged, "system:platforms").value();
    EXPECT_TRUE(written().empty());
    advance(std::chrono::hours{1});
    when(forged, "system:platforms").value();
    EXPECT_EQ(kinds().size(), 1U);
}

}  // namespace
}  // namespace anlan::platforms
