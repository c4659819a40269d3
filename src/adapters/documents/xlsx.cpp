#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/ensure.hpp"
#include "print/layout.hpp"
#include "print/print_writer.hpp"

namespace anlan::print {

using documents::Sheet;

namespace {

constexpr std::size_t kNameCharacters = 31;  ///< of a tab; Excel's limit
constexpr std::size_t kCellBytes = 32'000;   ///< Excel takes 32,767 characters
constexpr double kWidthAll = 92;             ///< characters of Latin width over an A4 page lying

struct Formats {
    lxw_format *title, *note, *head, *text, *centre, *number, *whole;
};

lxw_format* framed(lxw_workbook* book) {
    auto* format = workbook_add_format(book);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(format);
    format_set_font_name(format, "宋体");
    return format;
}

Formats formats_of(lxw_workbook* book) {
    Formats made{};
    made.title = workbook_add_format(book);
    format_set_bold(made.title);
    format_set_font_size(made.title, 16);
    format_set_align(made.title, LXW_ALIGN_CENTER);
    made.note = workbook_add_format(book);
    format_set_font_color(made.note, 0x555555);
    made.head = framed(book);
    format_set_bold(made.head);
    format_set_bg_color(made.head, 0xE8EEF4);
    format_set_align(made.head, LXW_ALIGN_CENTER);
    made.text = framed(book);
    format_set_num_format(made.text, "@");  // stays a text even when somebody edits the cell
    made.centre = framed(book);
    format_set_num_format(made.centre, "@");
    format_set_align(made.centre, LXW_ALIGN_CENTER);
    made.number = framed(book);
    format_set_num_format(made.number, "#,##0.##");
    made.whole = framed(book);
    format_set_num_format(made.whole, "#,##0");
    return made;
}

std::string cut(const std::string& text, std::size_t characters) {
    std::size_t seen = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U && seen++ == characters) return text.substr(0, i);
    return text;
}

/// A tab's name: none of []:*?/\, not empty, not begun or ended by an apostrophe, each once in a workbook.
std::string tab_name(const std::string& wanted, std::set<std::string>& taken) {
    std::string name = printable(wanted);
    for (char& c : name)
        if (std::string_view("[]:*?/\\'\n\t").find(c) != std::string_view::npos) c = '_';
    if (name.empty()) name = "表";
    std::string tried = cut(name, kNameCharacters);
    for (int i = 2; !taken.insert(tried).second; ++i) tried = cut(name, kNameCharacters - 4) + "_" + std::to_string(i);
    return tried;
}

void put(
    lxw_worksheet* sheet,
    lxw_row_t row,
    lxw_col_t column,
    const documents::Cell& cell,
    const Formats& formats,
    documents::Side side
) {
    if (cell.number && std::isfinite(*cell.number)) {
        const bool whole = *cell.number == std::floor(*cell.number);
        worksheet_write_number(sheet, row, column, *cell.number, whole ? formats.whole : formats.number);
        return;
    }
    auto* format = side == documents::Side::centre ? formats.centre : formats.text;
    auto text = printable(cell.text);
    if (text.size() > kCellBytes) text = cut(text, kCellBytes / 4) + "…";
    worksheet_write_string(sheet, row, column, text.c_str(), format);
}

void layout(lxw_worksheet* sheet, const Sheet& from, lxw_row_t head) {
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, head, head);
    worksheet_freeze_panes(sheet, head + 1, 0);
    worksheet_set_footer(sheet, "&C— &P —");
    double all = 0;
    for (const auto& column : from.columns) all += column.share;
    for (std::size_t i = 0; i < from.columns.size(); ++i) {
        const auto at = static_cast<lxw_col_t>(i);
        const double width = std::max(6.0, kWidthAll * from.columns[i].share / std::max(all, 0.01));
        worksheet_set_column(sheet, at, at, width, nullptr);
    }
}

void write(lxw_workbook* book, const Sheet& from, const Formats& formats, std::set<std::string>& taken) {
    auto* sheet = workbook_add_worksheet(book, tab_name(from.name, taken).c_str());
    ensure(sheet != nullptr, "a tab's name is taken by the spreadsheet");
    const auto last = static_cast<lxw_col_t>(std::max<std::size_t>(from.columns.size(), 1) - 1);
    lxw_row_t row = 0;
    if (!from.title.empty()) {
        const auto title = printable(from.title);
        if (last > 0)
            worksheet_merge_range(sheet, row, 0, row, last, title.c_str(), formats.title);
        else
            worksheet_write_string(sheet, row, 0, title.c_str(), formats.title);
        ++row;
    }
    if (!from.note.empty()) worksheet_write_string(sheet, row++, 0, printable(from.note).c_str(), formats.note);
    const auto head = row++;
    for (std::size_t i = 0; i < from.columns.size(); ++i)
        worksheet_write_string(
            sheet, head, static_cast<lxw_col_t>(i), printable(from.columns[i].title).c_str(), formats.head
        );
    for (const auto& line : from.rows) {
        for (std::size_t i = 0; i < from.columns.size(); ++i)
            put(sheet,
                row,
                static_cast<lxw_col_t>(i),
                i < line.size() ? line[i] : documents::Cell(),
                formats,
                from.columns[i].side);
        ++row;
    }
    if (!from.rows.empty()) worksheet_autofilter(sheet, head, 0, row - 1, last);
    layout(sheet, from, head);
}

/// A file that only this process sees: the library of Debian 12 writes to names alone.
class HiddenFile {
  public:
    HiddenFile() : descriptor_(memfd_create("anlan-sheet", MFD_CLOEXEC)) {
        ensure(descriptor_ >= 0, "memory for a file");
    }
    ~HiddenFile() { close(descriptor_); }
    HiddenFile(const HiddenFile&) = delete;
    HiddenFile& operator=(const HiddenFile&) = delete;
    std::string name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
    std::string bytes() const {
        const auto size = lseek(descriptor_, 0, SEEK_END);
        std::string all(static_cast<std::size_t>(std::max<off_t>(size, 0)), '\0');
        const auto got = pread(descriptor_, all.data(), all.size(), 0);
        ensure(got == size, "a file in memory can be read");
        return all;
    }

  private:
    int descriptor_;
};

}  // namespace

Result<std::string> PrintWriter::xlsx(const documents::Workbook& workbook) const {
    ensure(!workbook.sheets.empty(), "a workbook has a sheet");
    const HiddenFile file;
    auto* book = workbook_new(file.name().c_str());
    ensure(book != nullptr, "a workbook can be begun");
    lxw_doc_properties properties{};
    properties.created = 946'684'800;  // equal input, equal bytes
    workbook_set_properties(book, &properties);
    const auto formats = formats_of(book);
    std::set<std::string> taken;
    for (const auto& sheet : workbook.sheets) write(book, sheet, formats, taken);
    ensure(workbook_close(book) == LXW_NO_ERROR, "a workbook can be finished");
    return file.bytes();
}

}  // namespace anlan::print
