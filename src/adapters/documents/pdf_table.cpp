#include "print/pdf_table.hpp"

#include <algorithm>

namespace anlan::print {

namespace {

constexpr double kPadding = 4, kRow = 17;
constexpr double kOuter = 0.75, kInner = 0.5;

Align align_of(documents::Side side) {
    return side == documents::Side::right    ? Align::right
           : side == documents::Side::centre ? Align::centre
                                             : Align::left;
}

class Drawing {
  public:
    Drawing(Pages& pages, const documents::Table& table) : pages_(pages), table_(table) {
        double all = 0;
        for (const auto& column : table.columns) all += std::max(column.share, 0.01);
        double x = 0;
        for (const auto& column : table.columns) {
            edges_.push_back(x);
            x += kCoreWidth * std::max(column.share, 0.01) / all;
        }
        edges_.push_back(kCoreWidth);
    }

    void titles() {
        std::vector<std::string> row;
        for (const auto& column : table_.columns) row.push_back(column.title);
        pages_.canvas().line(kLeft, kTop + pages_.y(), kCoreWidth, kOuter);
        draw(row, true);
    }

    void row(const std::vector<std::string>& cells) {
        if (pages_.room() < height(cells, false) && !pages_.fresh()) {
            pages_.new_page();
            titles();
        }
        draw(cells, false);
    }

    double height(const std::vector<std::string>& cells, bool title) const {
        int lines = 1;
        for (std::size_t i = 0; i + 1 < edges_.size(); ++i) lines = std::max(lines, lines_of(cell(cells, i, title)));
        return lines * kRow + kPadding;
    }

  private:
    Layout cell(const std::vector<std::string>& cells, std::size_t i, bool title) const {
        const Look look{title ? kHei : kFang, kTableText, title ? Align::centre : align_of(table_.columns[i].side)};
        return pages_.canvas().layout(i < cells.size() ? cells[i] : "", look, edges_[i + 1] - edges_[i] - 2 * kPadding);
    }

    /// A row higher than a page is cut at the page's end and goes on overleaf.
    void draw(const std::vector<std::string>& cells, bool title) {
        std::vector<Layout> texts;
        int lines = 1;
        for (std::size_t i = 0; i + 1 < edges_.size(); ++i) {
            texts.push_back(cell(cells, i, title));
            lines = std::max(lines, lines_of(texts.back()));
        }
        for (int from = 0; from < lines;) {
            const int fit = std::max(1, static_cast<int>((pages_.room() - kPadding) / kRow));
            const int to = std::min(lines, from + fit);
            piece(texts, from, to, lines);
            from = to;
            if (from < lines) {
                pages_.new_page();
                pages_.canvas().line(kLeft, kTop + pages_.y(), kCoreWidth, kOuter);
            }
        }
    }

    void piece(const std::vector<Layout>& texts, int from, int to, int lines) {
        auto& canvas = pages_.canvas();
        const double top = kTop + pages_.y(), height = (to - from) * kRow + kPadding;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const int own = lines_of(texts[i]);
            const double shift = lines == to - from ? (lines - own) * kRow / 2 : 0;  // short cells stand in the middle
            for (int line = from; line < std::min(to, own); ++line)
                canvas.show(
                    texts[i].get(),
                    line,
                    kLeft + edges_[i] + kPadding,
                    top + kPadding / 2 + shift + (line - from + 0.5) * kRow
                );
        }
        for (std::size_t i = 0; i < edges_.size(); ++i) {
            const bool outer = i == 0 || i + 1 == edges_.size();
            const double x = kLeft + edges_[i];
            canvas.stroke(x, top, x, top + height, outer ? kOuter : kInner);
        }
        canvas.line(kLeft, top + height, kCoreWidth, kInner);
        pages_.down(height);
    }

    Pages& pages_;
    const documents::Table& table_;
    std::vector<double> edges_;
};

}  // namespace

void draw_table(Pages& pages, const documents::Table& table) {
    if (table.columns.empty()) return;
    Drawing drawing(pages, table);
    const std::vector<std::string> none;
    const double first = table.rows.empty() ? 0 : drawing.height(table.rows.front(), false);
    pages.want(std::min(kCoreHeight, (table.caption.empty() ? 0 : kLine) + kRow + kPadding + first));
    if (!table.caption.empty()) pages.paragraph(table.caption, {kHei, kSmall, Align::centre});
    drawing.titles();
    for (const auto& row : table.rows) drawing.row(row);
    pages.down(kLine / 2);
}

}  // namespace anlan::print
