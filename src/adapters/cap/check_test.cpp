#include "cap/check.hpp"

#include <gtest/gtest.h>

#include "base/reflect.hpp"
#include "cap/files_for_tests.hpp"
#include "cap/reader.hpp"

namespace anlan::cap {

namespace {

json::object line_for(const std::string& file) {
    const auto reading = CapReader().read(trial::contents(trial::kCorpus / file));
    return json::parse(check_line(file, reading)).as_object();
}

}  // namespace

TEST(checking_files, tells_what_is_wrong_and_where) {
    const auto line = line_for("zulu.xml");
    EXPECT_EQ(line.at("file"), "zulu.xml");
    EXPECT_EQ(line.at("valid"), false);
    EXPECT_EQ(line.at("verdict"), "usable");
    EXPECT_EQ(line.at("version"), "1.2");
    EXPECT_EQ(line.at("alerts"), 1);
    const auto& error = line.at("errors").as_array().at(0).as_object();
    EXPECT_EQ(error.at("line"), 5);
    EXPECT_EQ(error.at("code"), "xsd");
    EXPECT_NE(error.at("message").as_string().find(" / "), std::string::npos);
}

TEST(checking_files, keeps_rules_of_prose_apart_from_errors) {
    const auto line = line_for("v11_no_zone.xml");
    EXPECT_EQ(line.at("valid"), true);
    EXPECT_TRUE(line.at("errors").as_array().empty());
    EXPECT_FALSE(line.at("notes").as_array().empty());
}

TEST(checking_files, fails_only_when_one_is_refused) {
    EXPECT_EQ(exit_code(true), 1);
    EXPECT_EQ(exit_code(false), 0);
}

}  // namespace anlan::cap
