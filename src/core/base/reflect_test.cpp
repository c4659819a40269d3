#include "base/reflect.hpp"

#include <gtest/gtest.h>

#include "base/schema.hpp"

namespace anlan {

BOOST_DEFINE_ENUM_CLASS(Pace, walk, run)

struct Step {
    std::string title;
    std::int64_t minutes = 5;
    std::optional<Pace> pace;
};
BOOST_DESCRIBE_STRUCT(Step, (), (title, minutes, pace))

struct Walk {
    Id<struct WalkTag> id;
    std::vector<Step> steps;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Walk, (), (id, steps, at))

namespace {

TEST(reading_json, names_the_field_of_a_wrong_type) {
    const auto walk = from_json_text<Walk>(R"({"steps":[{"title":"a"},{"title":7}]})");
    ASSERT_FALSE(walk);
    EXPECT_EQ(walk.error().code, "type_invalid");
    EXPECT_EQ(walk.error().field, "steps[1].title");
}

TEST(reading_json, refuses_an_unknown_field_only_when_asked) {
    const auto* text = R"({"id":"w","colour":"red"})";
    EXPECT_TRUE(from_json_text<Walk>(text));
    EXPECT_EQ(from_json_text<Walk>(text, Unknown::refused).error().field, "colour");
}

TEST(reading_json, refuses_a_word_that_is_no_choice) {
    const auto walk = from_json_text<Walk>(R"({"steps":[{"pace":"swim"}]})");
    ASSERT_FALSE(walk);
    EXPECT_EQ(walk.error().code, "choice_invalid");
}

TEST(reading_json, refuses_a_broken_text_and_endless_nesting) {
    EXPECT_EQ(from_json_text<Walk>("{").error().code, "json_invalid");
    EXPECT_EQ(from_json_text<Walk>(std::string(100, '[')).error().code, "json_invalid");
    EXPECT_EQ(from_json_text<Walk>("{} x").error().code, "json_invalid");
}

TEST(reading_json, refuses_a_number_that_does_not_fit) {
    EXPECT_EQ(from_json_text<Step>(R"({"minutes":1e30})").error().code, "type_invalid");
    EXPECT_EQ(from_json_text<Step>(R"({"minutes":1.5})").error().code, "type_invalid");
}

TEST(reading_json, gives_back_what_was_written) {
    Walk walk{
        .id = {"w1"}, .steps = {{.title = "门", .minutes = 3, .pace = Pace::run}}, .at = Instant{Milliseconds{1}}};
    const auto text = to_json_text(walk);
    const auto again = from_json_text<Walk>(text, Unknown::refused);
    ASSERT_TRUE(again);
    EXPECT_EQ(to_json_text(again.value()), text);
}

TEST(a_schema, lists_members_and_choices) {
    const auto text = json::serialize(schema_of<Walk>());
    EXPECT_NE(text.find(R"("enum":["walk","run"])"), std::string::npos);
    EXPECT_NE(text.find(R"("date-time")"), std::string::npos);
}

}  // namespace
}  // namespace anlan
