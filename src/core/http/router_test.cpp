#include "http/router.hpp"

#include <gtest/gtest.h>

namespace anlan::http {
namespace {

TEST(a_router, tells_a_wrong_method_from_a_wrong_address) {
    Router router;
    router.add(Method::get, "/api/v1/calls/{call}", 1);
    EXPECT_EQ(router.find(Method::post, "/api/v1/calls/c1").allow, "GET");
    EXPECT_TRUE(router.find(Method::get, "/api/v1/call").allow.empty());
    EXPECT_EQ(router.find(Method::get, "/api/v1/calls").endpoint, -1);
}

TEST(a_router, prefers_a_plain_segment_and_fills_the_values) {
    Router router;
    router.add(Method::get, "/api/v1/calls/{call}", 1);
    router.add(Method::get, "/api/v1/calls/mine", 2);
    router.add(Method::post, "/api/v1/calls/{call}/answer", 3);
    EXPECT_EQ(router.find(Method::get, "/api/v1/calls/mine").endpoint, 2);
    const auto match = router.find(Method::post, "/api/v1/calls/c7/answer");
    EXPECT_EQ(match.endpoint, 3);
    EXPECT_EQ(match.path_values.at("call"), "c7");
}

}  // namespace
}  // namespace anlan::http
