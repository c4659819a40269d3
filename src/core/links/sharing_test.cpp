#include "links/sharing.hpp"

#include <gtest/gtest.h>

#include "trial/trial.hpp"

namespace anlan::links {
namespace {

struct KnockNoted {
    static constexpr journal::EventKind kKind{
        "knock.noted", 1, journal::Share::up, journal::Urgency::urgent, "household"};
    std::string household, note;
    int people = 0;
};
BOOST_DESCRIBE_STRUCT(KnockNoted, (), (household, note, people))

struct DiaryKept {
    static constexpr journal::EventKind kKind{"diary.kept", 1};
    std::string words;
};
BOOST_DESCRIBE_STRUCT(DiaryKept, (), (words))

void project(store::Rows&, const journal::Entry&, const KnockNoted&) {}
void project(store::Rows&, const journal::Entry&, const DiaryKept&) {}

journal::Room knocking() {
    journal::Room room("knocking", "");
    room.projects<KnockNoted, DiaryKept>();
    return room;
}

struct Town {
    trial::Trial trial{{knocking()}, AreaCode{"350581106000"}, "永宁镇"};
    std::vector<SentEntry> sent() { return sent_entries(trial.writer().rooms(), trial.rows(), 1'000, 50).items; }
};

TEST(what_stays_in_the_station, is_not_among_what_left) {
    Town town;
    town.trial.given("diary", DiaryKept{"测试"});
    EXPECT_TRUE(town.sent().empty());
}

TEST(what_left_the_station, is_shown_as_others_see_it) {
    Town town;
    town.trial.given("knock", KnockNoted{"h-1", "测试户已转移", 3});
    const auto sent = town.sent();
    ASSERT_EQ(sent.size(), 1U);
    EXPECT_EQ(sent.front().to, "up");
    EXPECT_EQ(sent.front().urgency, "urgent");
    EXPECT_EQ(json::serialize(sent.front().body), R"({"household":"","note":"测试户已转移","people":3})");
}

TEST(an_identity_number_typed_into_a_note, neither_leaves_nor_stays_in_the_journal) {
    Town town;
    town.trial.given("knock", KnockNoted{"h-1", "户主11010519491231002X已转移", 1});
    EXPECT_EQ(town.sent().front().body.at("note").as_string(), "户主******************已转移");
    const auto written = town.trial.rows().list<std::string>("SELECT body FROM journal");
    EXPECT_EQ(written.back().find("1949"), std::string::npos);
    EXPECT_TRUE(town.trial.prove().ok);
}

}  // namespace
}  // namespace anlan::links
