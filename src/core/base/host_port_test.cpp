#include "base/host_port.hpp"

#include <gtest/gtest.h>

namespace anlan {
namespace {

TEST(host_and_port, are_read) {
    EXPECT_EQ(read_host_port("10.1.2.3:5004"), (HostPort{"10.1.2.3", 5'004}));
    EXPECT_EQ(read_host_port("media.county-3.example:65535"), (HostPort{"media.county-3.example", 65'535}));
}

TEST(host_and_port, that_are_something_else_are_not) {
    for (const auto* wrong :
         {"",
          ":5004",
          "10.1.2.3",
          "10.1.2.3:",
          "10.1.2.3:0",
          "10.1.2.3:-1",
          "10.1.2.3:65536",
          "10.1.2.3:50x",
          "10.1.2.3: 5004",
          "a b:1",
          "user@host:1",
          "host/mount:1",
          "host?:1",
          "主机:1"})
        EXPECT_FALSE(read_host_port(wrong)) << wrong;
    EXPECT_FALSE(read_host_port(std::string(254, 'a') + ":1"));
    EXPECT_TRUE(read_host_port(std::string(253, 'a') + ":1"));
}

}  // namespace
}  // namespace anlan
