#include <gtest/gtest.h>

#include "journal/epoch_events.hpp"
#include "links/room.hpp"
#include "trial/trial.hpp"

namespace anlan::links {
namespace {

TEST(what_a_station_sent_and_should_not_have, stands_among_the_faults_in_plain_words) {
    trial::Trial county{{make_room()}, AreaCode{"350581000000"}, "石狮市"};
    const AreaCode town{"350581106000"};
    county.given("link/" + town.text, journal::EntryRefused{town, "up/2", 1, 7, "order.issued/1"});
    county.given(
        "link/" + town.text, journal::EntryOutOfArea{town, "up/2", 1, 9, "shelter.opened/1", AreaCode{"350581103000"}}
    );
    county.given("node", journal::EntrySetAside{town, "up/2", 1, 8, "call.placed/1"});
    const auto words =
        county.rows().list<std::string>("SELECT zh FROM link_fault WHERE neighbour = :n ORDER BY seq", town);
    ASSERT_EQ(words.size(), 3U);
    EXPECT_NE(words[0].find("不该由它发出"), std::string::npos);
    EXPECT_NE(words[1].find("不归它管的区划（350581103000）"), std::string::npos);
    EXPECT_NE(words[2].find("读不懂"), std::string::npos);
    EXPECT_TRUE(county.prove().ok);
}

}  // namespace
}  // namespace anlan::links
