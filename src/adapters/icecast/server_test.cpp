#include "icecast/server.hpp"

#include <gtest/gtest.h>

namespace anlan::icecast {
namespace {

TEST(a_status, tells_of_one_mount_of_several_and_of_none) {
    const auto one =
        read_status(R"({"icestats":{"source":{"listenurl":"http://h:8000/a.opus","listeners":3}}})", "a.opus");
    EXPECT_EQ(one.listeners, 3);
    EXPECT_EQ(one.mounted, true);
    const std::string two = R"({"icestats":{"source":[{"listenurl":"http://h:8000/xa.opus","listeners":9},)"
                            R"({"listenurl":"http://h:8000/a.opus","listeners":1}]}})";
    EXPECT_EQ(read_status(two, "a.opus").listeners, 1);
    EXPECT_EQ(read_status(two, "b.opus").mounted, false);
    EXPECT_EQ(read_status(R"({"icestats":{}})", "a.opus").mounted, false);
}

TEST(a_status, that_is_none_says_nothing_but_that_the_server_is_there) {
    for (const auto* text : {"", "{", "[]", "{\"icestats\":7}", "<html>", "{\"other\":{}}"}) {
        const auto seen = read_status(text, "a.opus");
        EXPECT_TRUE(seen.answered) << text;
        EXPECT_FALSE(seen.mounted) << text;
        EXPECT_FALSE(seen.listeners) << text;
    }
    const auto strange = read_status(R"({"icestats":{"source":[7,{"listenurl":5,"listeners":"many"}]}})", "a.opus");
    EXPECT_EQ(strange.mounted, false);
}

}  // namespace
}  // namespace anlan::icecast
