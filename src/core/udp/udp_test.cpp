#include "udp/udp.hpp"

#include <gtest/gtest.h>

namespace anlan::udp {
namespace {

TEST(an_address, is_host_and_port_or_is_refused) {
    EXPECT_EQ(place_of("127.0.0.1:5004").value(), (Place{INADDR_LOOPBACK, 5004}));
    EXPECT_TRUE(place_of("239.1.2.3:5004").value().group());
    for (const auto* wrong :
         {"", ":5004", "127.0.0.1", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:65535", "127.0.0.1:70000", "127.0.0.1:50x"})
        EXPECT_EQ(place_of(wrong).error().code, "address_invalid") << wrong;
}

TEST(two_pairs, cannot_have_one_port) {
    const auto pair = open_pair("127.0.0.1", 0, 1);
    ASSERT_TRUE(pair);
    EXPECT_EQ(open_pair("127.0.0.1", pair.value().sound.port(), 1).error().code, "port_taken");
    EXPECT_EQ(open_pair("127.0.0.1", 5'005, 1).error().code, "port_taken");
    EXPECT_EQ(open_pair("somewhere", 0, 1).error().code, "address_invalid");
}

}  // namespace
}  // namespace anlan::udp
