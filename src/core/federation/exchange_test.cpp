#include "federation/exchange.hpp"

#include <gtest/gtest.h>

#include "federation/in_process.hpp"
#include "trial/trial.hpp"

namespace anlan::federation {

struct WordSent {
    static constexpr journal::EventKind kKind{"word.sent", 1, journal::Share::both};
    std::string word;
};
BOOST_DESCRIBE_STRUCT(WordSent, (), (word))

struct CrySent {
    static constexpr journal::EventKind kKind{
        "cry.sent", 1, journal::Share::up, journal::Urgency::life_safety, "whose"};
    std::string word, whose;
};
BOOST_DESCRIBE_STRUCT(CrySent, (), (word, whose))

void mirror(store::Rows& rows, const journal::Entry& entry, const WordSent& sent, const AreaCode& from) {
    rows.run("INSERT INTO heard(origin, seq, word) VALUES(:o, :s, :w)", from, entry.seq, sent.word);
}
void mirror(store::Rows& rows, const journal::Entry& entry, const CrySent& sent, const AreaCode& from) {
    rows.run("INSERT INTO heard(origin, seq, word) VALUES(:o, :s, :w)", from, entry.seq, sent.word + sent.whose);
}

namespace {

journal::Room words() {
    journal::Room room(
        "words",
        "CREATE TABLE IF NOT EXISTS heard (\n origin TEXT NOT NULL,\n seq BIGINT NOT NULL,\n word TEXT NOT NULL\n);\n"
    );
    room.mirrors<WordSent, CrySent>();
    return room;
}


/// A node driven by hand, with its exchange.
struct Station {
    trial::Trial trial;
    seal::KeyPair key = seal::new_key_pair();
    seal::SeededDice dice;
    Squeezer squeezer;
    std::vector<std::string> faults;
    std::unique_ptr<Exchange> exchange;

    Station(const char* area, const char* name, std::uint64_t seed)
        : trial({words()}, AreaCode{area}, name), dice(seed) {}

    const AreaCode& area() { return trial.writer().node().area; }
    void open(Line& line) {
        exchange = std::make_unique<Exchange>(
            ExchangeSettings{
                &trial.writer(),
                [this](const std::function<void(store::Rows&)>& ask) { ask(trial.rows()); },
                key,
                &dice,
                &squeezer,
                [this](const Neighbour&, const Fault& fault) { faults.push_back(fault.code); }},
            line
        );
    }
    void meet(Station& other) { exchange->meet({other.area(), other.trial.writer().node().name, other.key.public_pem}); }
    std::vector<std::string> heard() { return trial.rows().list<std::string>("SELECT word FROM heard ORDER BY rowid"); }
    std::size_t step() {
        const auto done = exchange->step();
        return done + trial.writer().run_pending();
    }
};

struct County : ::testing::Test {
    Switchboard board;
    Station county{"350581000000", "石狮市", 1}, town{"350581106000", "永宁镇", 2}, other{"350581103000", "祥芝镇", 3};

    void SetUp() override {
        for (auto* station : {&county, &town, &other}) station->open(board.line_of(station->area()));
        for (auto* station : {&town, &other}) {
            county.meet(*station);
            station->meet(county);
        }
    }
    void settle() {
        while (county.step() + town.step() + other.step() > 0) {
        }
    }
    void pass(std::chrono::milliseconds time) {
        for (auto* station : {&county, &town, &other}) station->trial.set_clock(station->trial.now() + time);
        settle();
    }
};

using a_link = County;

TEST_F(a_link, carries_both_ways_and_only_between_parent_and_child) {
    town.trial.given("w1", WordSent{"水位 3 米"});
    county.trial.given("w2", WordSent{"请回报"});
    settle();
    EXPECT_EQ(county.heard(), std::vector<std::string>{"水位 3 米"});
    EXPECT_EQ(town.heard(), std::vector<std::string>{"请回报"});
    EXPECT_EQ(other.heard(), std::vector<std::string>{"请回报"});
    const auto link = town.exchange->links().front();
    EXPECT_TRUE(link.up);
    EXPECT_EQ(link.direction, "parent");
    EXPECT_EQ(link.waiting, 0);
    EXPECT_GT(link.bytes_out_today, 0);
    EXPECT_TRUE(county.faults.empty());
}

TEST_F(a_link, keeps_everything_while_cut_and_brings_the_most_urgent_first) {
    settle();
    board.set_up(town.area(), false);
    for (int i = 0; i < 700; ++i) town.trial.given("w" + std::to_string(i), WordSent{"例行"});
    town.trial.given("c", CrySent{"呼救", "测试甲"});
    pass(std::chrono::minutes{5});
    EXPECT_TRUE(county.heard().empty());
    const auto cut = town.exchange->links().front();
    EXPECT_FALSE(cut.up);
    EXPECT_EQ(cut.waiting, 701);
    EXPECT_EQ(cut.waiting_seconds, 300);
    board.set_up(town.area(), true);
    settle();
    ASSERT_EQ(county.heard().size(), 701U);
    EXPECT_EQ(county.heard().front(), "呼救") << "first, and without the field that stays home";
    EXPECT_TRUE(county.trial.prove().ok);
}

TEST_F(a_link, tells_one_neighbour_alone_when_asked) {
    auto event = journal::event("w1", WordSent{"仅永宁"});
    event.to = {town.area()};
    county.trial.write(std::move(event), World::real());
    settle();
    EXPECT_EQ(town.heard().size(), 1U);
    EXPECT_TRUE(other.heard().empty());
}

}  // namespace
}  // namespace anlan::federation
