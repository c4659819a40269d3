#include "base/identity_number.hpp"

#include <gtest/gtest.h>

namespace anlan {
namespace {

// The standard's own example, and invented ones.
constexpr const char* kExample = "11010519491231002X";

TEST(an_identity_number, needs_a_birth_date_and_the_right_check_digit) {
    EXPECT_TRUE(is_identity_number(kExample));
    EXPECT_TRUE(is_identity_number("11010519491231002x"));
    EXPECT_FALSE(is_identity_number("110105194912310021"));
    EXPECT_FALSE(is_identity_number("110105194913310020")) << "there is no thirteenth month";
    EXPECT_FALSE(is_identity_number("11010519491231002"));
    EXPECT_FALSE(is_identity_number("1101051949123100XX"));
}

TEST(an_identity_number_in_a_text, becomes_stars) {
    EXPECT_EQ(without_identity_numbers("户主11010519491231002X，两人"), "户主******************，两人");
    EXPECT_EQ(
        without_identity_numbers(std::string(kExample) + " " + kExample),
        std::string(18, '*') + " " + std::string(18, '*')
    );
    EXPECT_EQ(without_identity_numbers(""), "");
}

TEST(other_numbers_in_a_text, stay) {
    for (const auto* text :
         {"文号350581202307280601",
          "A11010519491231002X",
          "11010519491231002X7",
          "13900001234",
          "35058141600000_20230728060000"})
        EXPECT_EQ(without_identity_numbers(text), text);
}

TEST(identity_numbers_in_a_body, are_found_at_any_depth) {
    auto body = json::parse(R"({"note":"11010519491231002X","list":[{"words":"是11010519491231002X"}],"count":3})");
    EXPECT_TRUE(hide_identity_numbers(body));
    EXPECT_EQ(json::serialize(body).find("1949"), std::string::npos);
    EXPECT_FALSE(hide_identity_numbers(body));
}

}  // namespace
}  // namespace anlan
