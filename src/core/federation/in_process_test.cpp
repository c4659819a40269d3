#include "federation/in_process.hpp"

#include <gtest/gtest.h>

#include "trial/trial.hpp"

namespace anlan::federation {

struct WordSent {
    static constexpr journal::EventKind kKind{"word.sent", 1, journal::Share::both};
    std::string word;
};
BOOST_DESCRIBE_STRUCT(WordSent, (), (word))

void mirror(store::Rows& rows, const journal::Entry& entry, const WordSent& sent, const AreaCode& from) {
    rows.run("INSERT INTO heard(origin, seq, word) VALUES(:o, :s, :w)", from, entry.seq, sent.word);
}

namespace {

journal::Room words() {
    journal::Room room(
        "words",
        "CREATE TABLE IF NOT EXISTS heard (\n origin TEXT NOT NULL,\n seq BIGINT NOT NULL,\n word TEXT NOT NULL\n);\n"
    );
    room.mirrors<WordSent>();
    return room;
}

Station station(trial::Trial& trial) {
    return {&trial.writer(), [&trial](const std::function<void(store::Rows&)>& ask) { ask(trial.rows()); }};
}

std::int64_t heard(trial::Trial& trial) {
    return *trial.rows().value<std::int64_t>("SELECT COUNT(*) FROM heard");
}

struct Fixture : ::testing::Test {
    trial::Trial county{{words()}, AreaCode{"350581000000"}, "石狮市"};
    trial::Trial town{{words()}};
    trial::Trial other{{words()}, AreaCode{"350581103000"}, "祥芝镇"};
    InProcessCarrier carrier;
    void SetUp() override {
        carrier.join(station(town));
        carrier.join(station(county));
        carrier.join(station(other));
    }
    void pump() {
        while (carrier.pump() > 0) {
        }
    }
};

using a_link = Fixture;

TEST_F(a_link, carries_both_ways_and_only_between_parent_and_child) {
    town.given("w1", WordSent{"水位 3 米"});
    county.given("w2", WordSent{"请回报"});
    pump();
    EXPECT_EQ(heard(county), 1);
    EXPECT_EQ(heard(town), 1) << "the county's word, not its own";
    EXPECT_EQ(heard(other), 1) << "never a neighbour's";
}

TEST_F(a_link, keeps_everything_while_cut_and_catches_up_once) {
    carrier.set_up(town.writer().node().area, false);
    for (int i = 0; i < 700; ++i) town.given("w" + std::to_string(i), WordSent{"a"});
    pump();
    EXPECT_EQ(heard(county), 0);
    EXPECT_EQ(carrier.links(town.writer().node().area).front().waiting, 700);
    EXPECT_FALSE(carrier.links(town.writer().node().area).front().up);
    carrier.set_up(town.writer().node().area, true);
    pump();
    pump();
    EXPECT_EQ(heard(county), 700);
    EXPECT_TRUE(county.prove().ok);
}

}  // namespace
}  // namespace anlan::federation
