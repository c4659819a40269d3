#include "geo/distance.hpp"

#include <gtest/gtest.h>

namespace anlan::geo {
namespace {

TEST(a_distance, is_that_of_a_sphere) {
    EXPECT_NEAR(metres_between({118.0, 24.0}, {118.0, 25.0}), 111'195, 10);
    EXPECT_NEAR(metres_between({118.0, 25.0}, {118.0, 24.0}), 111'195, 10);
    EXPECT_NEAR(metres_between({118.0, 60.0}, {119.0, 60.0}), 55'597, 10) << "half as far at 60 degrees";
    EXPECT_NEAR(metres_between({118.59, 24.87}, {118.59, 24.87}), 0, 1e-6);
}

}  // namespace
}  // namespace anlan::geo
