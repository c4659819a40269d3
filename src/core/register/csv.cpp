#include <fmt/format.h>

#include <algorithm>

#include "registers/table.hpp"

namespace anlan::registers {

namespace {

Refusal unreadable(int line, const char* zh, const char* en) {
    return refuse("table_unreadable", "", fmt::format("第 {} 行：{}", line, zh), fmt::format("line {}: {}", line, en));
}

/// Outside quotes, what stands most often in the first line parts the cells.
char separator_of(std::string_view text) {
    const auto first = text.substr(0, text.find_first_of("\r\n"));
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char candidate : {',', '\t', ';'}) {
        const auto count = std::count(first.begin(), first.end(), candidate);
        if (count > most) best = candidate, most = count;
    }
    return best;
}

class CsvReader {
  public:
    explicit CsvReader(std::string_view text) : text_(text), separator_(separator_of(text)) {}

    Result<std::vector<TableRow>> read() {
        while (at_ < text_.size()) {
            BOOST_OUTCOME_TRYV(read_cell());
            if (rows_.size() > kTableRowsMax + 1 || row_.cells.size() > kTableColumnsMax)
                return refuse(
                    "table_too_large",
                    "",
                    "表格太大：最多 10000 行、200 列，请分几次导入",
                    "the table is too large: at most 10,000 rows and 200 columns"
                );
        }
        if (!row_.cells.empty()) end_row();
        return std::move(rows_);
    }

  private:
    Result<void> read_cell() {
        if (row_.cells.empty()) row_.line = line_;
        std::string cell;
        if (text_[at_] == '"') {
            BOOST_OUTCOME_TRYV(read_quoted(cell));
        }
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\r' && text_[at_] != '\n')
            cell.push_back(text_[at_++]);
        if (cell.size() > kCellBytesMax) return unreadable(line_, "单元格内容过长", "a cell is too long");
        row_.cells.push_back(neutralised(trimmed(cell)));
        end_cell();
        return done();
    }

    Result<void> read_quoted(std::string& cell) {
        const int opened = line_;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') {
                if (at_ + 1 < text_.size() && text_[at_ + 1] == '"')
                    ++at_;
                else {
                    ++at_;
                    return done();
                }
            }
            if (text_[at_] == '\n' || (text_[at_] == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] != '\n')))
                ++line_;
            cell.push_back(text_[at_]);
        }
        return unreadable(opened, "引号没有结束", "a quotation mark is never closed");
    }

    void end_cell() {
        if (at_ == text_.size()) return end_row();
        if (text_[at_] == separator_) {
            ++at_;
            if (at_ == text_.size()) row_.cells.emplace_back();
            return;
        }
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
        ++at_;
        ++line_;
        end_row();
    }

    void end_row() {
        const bool blank =
            std::all_of(row_.cells.begin(), row_.cells.end(), [](const auto& cell) { return cell.empty(); });
        if (!blank) rows_.push_back(std::move(row_));
        row_ = {};
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    int line_ = 1;
    TableRow row_;
    std::vector<TableRow> rows_;
};

}  // namespace

std::string trimmed(std::string_view text) {
    constexpr std::string_view kWide = "\u3000";
    for (bool again = true; again;) {
        again = false;
        if (!text.empty() && std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos)
            text.remove_prefix(1), again = true;
        else if (!text.empty() && std::string_view(" \t\r\n").find(text.back()) != std::string_view::npos)
            text.remove_suffix(1), again = true;
        else if (text.starts_with(kWide))
            text.remove_prefix(kWide.size()), again = true;
        else if (text.ends_with(kWide))
            text.remove_suffix(kWide.size()), again = true;
    }
    return std::string(text);
}

std::string neutralised(std::string cell) {
    if (cell.empty()) return cell;
    const bool signed_number = (cell[0] == '+' || cell[0] == '-') && cell.size() > 1 &&
                               cell.find_first_not_of("0123456789.,- ()", 1) == std::string::npos;
    if (std::string_view("=@+-").find(cell[0]) == std::string_view::npos || signed_number || cell == "-") return cell;
    return "'" + cell;
}

Result<Table> parse_csv(std::string_view bytes) {
    BOOST_OUTCOME_TRY(const auto text, to_utf8(bytes));
    BOOST_OUTCOME_TRY(auto rows, CsvReader(text).read());
    if (rows.empty()) return refuse("table_empty", "", "表格是空的", "the table is empty");
    Table table;
    table.headings = std::move(rows.front().cells);
    table.rows.assign(std::make_move_iterator(rows.begin() + 1), std::make_move_iterator(rows.end()));
    return table;
}

Result<Table> read_table(std::string_view bytes, const SheetReader* sheets) {
    if (!bytes.starts_with("PK\x03\x04")) {
        BOOST_OUTCOME_TRY(const auto text, to_utf8(bytes));
        const auto first = text.find_first_not_of(" \t\r\n");
        const bool is_json = first != std::string::npos && (text[first] == '[' || text[first] == '{');
        return is_json ? parse_json_table(text) : parse_csv(bytes);
    }
    if (sheets == nullptr) return refuse("sheet_unreadable", "", "这里只能导入 CSV", "only CSV can be imported here");
    return sheets->read(bytes);
}

}  // namespace anlan::registers
