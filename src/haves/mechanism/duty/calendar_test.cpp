#include "duty/calendar.hpp"

#include <gtest/gtest.h>

#include "duty/calendar_text.hpp"

namespace anlan::duty {
namespace {

TEST(a_date_that_never_was, is_refused_in_words) {
    for (const auto* text :
         {"2026-02-30", "2026-13-01", "2026-00-10", "2026-1-01", "1026-01-01", "", "2026-12-0x", "昨天"})
        EXPECT_EQ(parse_day(text, "from").error().code, "day_invalid") << text;
    EXPECT_NE(parse_day("2026-02-30", "from").error().zh.find("没有“2026-02-30”这一天"), std::string::npos);
    for (const auto* text : {"2026-13", "2026", "2026-1", ""})
        EXPECT_EQ(days_of_month(text).error().code, "month_invalid") << text;
}

TEST(a_month, has_its_own_number_of_days) {
    EXPECT_EQ(days_of_month("2028-02").value().size(), 29U);
    EXPECT_EQ(days_of_month("2026-02").value().size(), 28U);
    EXPECT_EQ(month_before(parse_day("2026-01-31", "").value()), "2025-12");
}

TEST(a_day_at_the_station, begins_eight_hours_before_utc) {
    EXPECT_EQ(to_text(day_at(parse_time("2026-11-30T16:00:00Z").value())), "2026-12-01");
    EXPECT_EQ(to_rfc3339(start_of(parse_day("2026-12-01", "").value())), "2026-11-30T16:00:00.000Z");
    EXPECT_EQ(spoken_zh(parse_day("2026-12-01", "").value()), "12月1日（周二）");
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find("\r\n", at);
        EXPECT_NE(end, std::string::npos) << "every line ends in CRLF";
        lines.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

TEST(a_calendar, has_short_lines_that_unfold_to_what_was_written) {
    const auto at = parse_time("2026-12-01T00:00:00Z").value();
    const std::string title = "带班领导；永宁镇,值班\\室\n请提前十分钟到岗，接班时核对未结事项、电话、设备、钥匙与车辆";
    const auto text = to_icalendar("永宁镇值班", {{"a@anlan", title, "", at, at + std::chrono::hours{8}}}, at);
    std::string unfolded;
    for (const auto& line : lines_of(text)) {
        EXPECT_LE(line.size(), 75U);
        if (line.starts_with(' '))
            unfolded += line.substr(1);
        else
            unfolded += "\n" + line;
    }
    EXPECT_NE(unfolded.find("\nDTSTART:20261201T000000Z\nDTEND:20261201T080000Z\n"), std::string::npos);
    EXPECT_NE(
        unfolded.find(
            "SUMMARY:带班领导；永宁镇\\,值班\\\\室\\n请提前十分钟到岗，接班时核对未结事项、电话、设备、钥匙与车辆"
        ),
        std::string::npos
    );
    for (std::size_t i = 0; i + 1 < text.size(); ++i) EXPECT_TRUE(text[i] != '\n' || text[i - 1] == '\r');
}

}  // namespace
}  // namespace anlan::duty
