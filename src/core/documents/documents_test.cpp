#include <gtest/gtest.h>

#include "documents/download.hpp"

using namespace anlan;
using namespace anlan::documents;

TEST(a_date_on_paper, is_local_and_without_leading_zeroes) {
    const auto at = parse_time("2026-07-27T18:05:00Z").value();
    EXPECT_EQ(chinese_date(at), "2026年7月28日");
    EXPECT_EQ(chinese_time(at), "2026年7月28日2时05分");
    EXPECT_EQ(short_time(at), "2026-07-28 02:05");
}

TEST(a_heading, counts_in_chinese) {
    EXPECT_EQ(chinese_number(3), "三");
    EXPECT_EQ(chinese_number(10), "十");
    EXPECT_EQ(chinese_number(21), "二十一");
    EXPECT_EQ(chinese_number(100), "100");
}

TEST(the_name_of_a_file, keeps_chinese_and_loses_what_breaks_a_header) {
    const auto answer = file_answer("x", "text/plain", "通知\r\n\"1/2\".docx");
    ASSERT_EQ(answer.headers.size(), 1U);
    EXPECT_EQ(
        answer.headers[0].second,
        "attachment; filename=\"document.docx\"; filename*=UTF-8''%E9%80%9A%E7%9F%A5%5F%5F%5F1%5F2%5F.docx"
    );
}

TEST(a_station_without_a_writer, refuses_and_says_so) {
    http::Endpoints table;
    add_official(
        table,
        nullptr,
        "/api/v1/x/document",
        "desk.view",
        "甲",
        "A",
        [](const auto&, auto&) -> Result<Official> { return Official{}; }
    );
    ASSERT_EQ(table.all().size(), 2U);
    EXPECT_EQ(table.all()[0].path, "/api/v1/x/document.docx");
    EXPECT_EQ(table.all()[1].path, "/api/v1/x/document.pdf");
}
