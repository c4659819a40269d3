#include "links/gate.hpp"

#include <gtest/gtest.h>

namespace anlan::links {

TEST(a_gate, stops_one_address_and_lets_others_pass) {
    Gate gate(2, 100);
    const Instant now{std::chrono::hours{1000}};
    EXPECT_TRUE(gate.pass("192.0.2.1", now));
    EXPECT_TRUE(gate.pass("192.0.2.1", now));
    EXPECT_EQ(gate.pass("192.0.2.1", now).error().code, "too_many_tries");
    EXPECT_TRUE(gate.pass("192.0.2.2", now));
}

TEST(a_gate, stops_all_when_many_addresses_try) {
    Gate gate(2, 3);
    const Instant now{std::chrono::hours{1000}};
    for (const auto* address : {"192.0.2.1", "192.0.2.2", "192.0.2.3"}) EXPECT_TRUE(gate.pass(address, now));
    EXPECT_FALSE(gate.pass("192.0.2.4", now));
}

TEST(a_gate, opens_again_in_the_next_minute) {
    Gate gate(1, 1);
    const Instant now{std::chrono::hours{1000}};
    EXPECT_TRUE(gate.pass("192.0.2.1", now));
    EXPECT_FALSE(gate.pass("192.0.2.1", now + std::chrono::seconds{59}));
    EXPECT_TRUE(gate.pass("192.0.2.1", now + std::chrono::seconds{60}));
}

}  // namespace anlan::links
