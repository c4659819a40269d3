#include "sheets/workbook_reader.hpp"

#include <gtest/gtest.h>
#include <unistd.h>
#include <xlsxwriter.h>
#include <zip.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "sheets/number_text.hpp"

namespace anlan::sheets {
namespace {

using Cells = std::vector<std::string>;

std::string scratch_file() {
    return (std::filesystem::temp_directory_path() / ("anlan_sheet_" + std::to_string(getpid()) + ".xlsx")).string();
}

std::string content_of(const std::string& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    std::filesystem::remove(file);
    return text.str();
}

std::string zipped(const std::map<std::string, std::string>& parts) {
    const auto file = scratch_file();
    int error = 0;
    auto* zip = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (const auto& [name, content] : parts)
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, content.data(), content.size(), 0), ZIP_FL_OVERWRITE);
    EXPECT_EQ(zip_close(zip), 0);
    return content_of(file);
}

std::string workbook_with(const std::string& sheet_data) {
    return zipped(
        {{"xl/workbook.xml", "<workbook><sheets><sheet name='a' sheetId='1'/></sheets></workbook>"},
         {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + sheet_data + "</sheetData></worksheet>"}}
    );
}

std::string code_of(const std::string& bytes) {
    const auto read = WorkbookReader().read(bytes);
    return read ? "read" : read.error().code;
}

TEST(a_file_that_is_no_workbook, is_refused) {
    EXPECT_EQ(code_of(""), "sheet_unreadable");
    EXPECT_EQ(code_of("PK\x03\x04 not really"), "sheet_unreadable");
    EXPECT_EQ(code_of(zipped({{"other.txt", "x"}})), "sheet_unreadable");
    EXPECT_EQ(code_of(zipped({{"xl/workbook.xml", "<workbook><sheets>"}})), "sheet_unreadable");
    EXPECT_EQ(code_of(zipped({{"xl/workbook.xml", "<workbook/>"}})), "sheet_unreadable") << "no sheet";
    EXPECT_EQ(code_of(workbook_with("")), "table_empty");
}

TEST(a_bomb, is_refused_by_what_it_unpacks_to) {
    const std::string blanks(60 * 1024 * 1024, ' ');
    const auto bomb = workbook_with(blanks);
    EXPECT_LT(bomb.size(), 200'000U);
    EXPECT_EQ(code_of(bomb), "sheet_too_large");
    EXPECT_EQ(
        code_of(workbook_with("<row r='1'><c r='A1'><v>1</v></c><c r='ZZ1'><v>1</v></c></row>")), "sheet_too_large"
    );
    std::string rows;
    for (int i = 0; i < 10'100; ++i) rows += "<row><c><v>1</v></c></row>";
    EXPECT_EQ(code_of(workbook_with(rows)), "sheet_too_large");
}

TEST(a_formula, is_never_run_and_a_text_that_looks_like_one_is_neutralised) {
    const auto table = WorkbookReader().read(workbook_with(
        "<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c><c r='B1' t='str'><f>1+1</f><v>b</v></c></row>"
        "<row r='3'><c r='A3'><f>SUM(1,1)</f><v>2</v></c><c r='B3' t='inlineStr'><is><t>=cmd|' /C "
        "calc'!A0</t></is></c></row>"
    ));
    ASSERT_TRUE(table);
    EXPECT_EQ(table.value().headings, (Cells{"a", "b"}));
    EXPECT_EQ(table.value().rows[0].line, 3);
    EXPECT_EQ(table.value().rows[0].cells, (Cells{"2", "'=cmd|' /C calc'!A0"}));
}

TEST(entities_of_a_dtd, are_not_expanded) {
    const auto bytes = zipped(
        {{"xl/workbook.xml", "<workbook/>"},
         {"xl/worksheets/sheet1.xml",
          "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row><c "
          "t='inlineStr'><is><t>&e;</t></is>"
          "</c></row></sheetData></worksheet>"}}
    );
    const auto table = WorkbookReader().read(bytes);
    ASSERT_TRUE(table) << table.error().en;
    EXPECT_EQ(table.value().headings[0], "&e;");
}

TEST(a_workbook_of_a_real_program, reads_with_texts_numbers_dates_and_gaps) {
    const auto file = scratch_file();
    auto* book = workbook_new(file.c_str());
    auto* sheet = workbook_add_worksheet(book, "人员");
    auto* date = workbook_add_format(book);
    format_set_num_format(date, "yyyy-mm-dd");
    worksheet_write_string(sheet, 0, 0, "姓名", nullptr);
    worksheet_write_string(sheet, 0, 1, "电话", nullptr);
    worksheet_write_string(sheet, 0, 2, "到期", nullptr);
    worksheet_write_string(sheet, 2, 0, " 测试甲 ", nullptr);
    worksheet_write_number(sheet, 2, 1, 13900000000.0, nullptr);
    worksheet_write_number(sheet, 2, 2, 46027, date);
    worksheet_write_boolean(sheet, 3, 3, 1, nullptr);
    workbook_close(book);
    const auto table = WorkbookReader().read(content_of(file));
    ASSERT_TRUE(table) << table.error().en;
    EXPECT_EQ(table.value().headings, (Cells{"姓名", "电话", "到期"}));
    EXPECT_EQ(table.value().rows[0].cells, (Cells{"测试甲", "13900000000", "2026-01-05"}));
    EXPECT_EQ(table.value().rows[1].cells, (Cells{"", "", "", "是"}));
}

TEST(day_numbers, follow_the_spreadsheets_calendars) {
    EXPECT_EQ(date_text(1, false), "1900-01-01");
    EXPECT_EQ(date_text(61, false), "1900-03-01");
    EXPECT_EQ(date_text(46027.75, false), "2026-01-05");
    EXPECT_EQ(date_text(0, true), "1904-01-01");
    EXPECT_EQ(date_text(-1, false), "");
    EXPECT_TRUE(is_date_format(14, ""));
    EXPECT_TRUE(is_date_format(200, "yyyy\"年\"m\"月\"d\"日\""));
    EXPECT_FALSE(is_date_format(200, "0.00\" day\""));
    EXPECT_FALSE(is_date_format(200, "[Red]0.00"));
    EXPECT_EQ(number_text("1.39E+10"), "13900000000");
    EXPECT_EQ(number_text("12.50"), "12.5");
}

}  // namespace
}  // namespace anlan::sheets
