#include "turn/relay_passwords.hpp"

#include <gtest/gtest.h>

#include "turn/relay_for_tests.hpp"

namespace anlan::turn {
namespace {

using namespace std::chrono_literals;

constexpr const char* kSecret = "between-station-and-relay";
const PersonId kOfficer{"p-officer"};

Instant now() {
    return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
}

TEST(a_password_for_the_relay, lets_in_until_its_time_is_over) {
    const test::Coturn relay(kSecret);
    const RelayPasswords passwords({"127.0.0.1:" + std::to_string(relay.port), "", kSecret, 600});
    const auto good = passwords.servers(kOfficer, now()).servers.at(0);
    EXPECT_FALSE(relay.lets_in(good.username, good.credential + "x")) << "a wrong password";
    const auto old = passwords.servers(kOfficer, now() - 1h).servers.at(0);
    EXPECT_FALSE(relay.lets_in(old.username, old.credential)) << "one that has ended";
    const auto other = RelayPasswords({"127.0.0.1:1", "", "another secret", 600}).servers(kOfficer, now());
    EXPECT_FALSE(relay.lets_in(other.servers.at(0).username, other.servers.at(0).credential)) << "of another station";
    EXPECT_TRUE(relay.lets_in(good.username, good.credential));
}

TEST(a_password_for_the_relay, says_when_it_ends_and_not_who_it_is_for) {
    const RelayPasswords passwords({"relay.example:3478", "relay.example:5349", kSecret, 600});
    const Instant then{std::chrono::seconds{1'800'000'000}};
    const auto made = passwords.servers(kOfficer, then);
    ASSERT_EQ(made.servers.size(), 1U);
    const auto& one = made.servers[0];
    EXPECT_EQ(made.seconds, 600);
    EXPECT_EQ(one.username.substr(0, 11), "1800000600:");
    EXPECT_EQ(one.username.find("officer"), std::string::npos);
    EXPECT_EQ(one.username, passwords.servers(kOfficer, then).servers[0].username) << "one person, one quota";
    EXPECT_NE(one.username, passwords.servers(PersonId{"p-other"}, then).servers[0].username);
    EXPECT_EQ(
        one.urls,
        (std::vector<std::string>{
            "turn:relay.example:3478?transport=udp",
            "turn:relay.example:3478?transport=tcp",
            "turns:relay.example:5349?transport=tcp"})
    );
}

}  // namespace
}  // namespace anlan::turn
