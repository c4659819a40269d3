#include <qrencode.h>

#include <memory>

#include "print/canvas.hpp"
#include "print/layout.hpp"
#include "print/print_writer.hpp"

/// Labels of 70 × 37 mm, three by eight on A4: the sheet every stationer sells.
namespace anlan::print {

namespace {

constexpr double kWidth = mm(70), kHeight = mm(37), kMargin = mm(3), kCode = mm(27);
constexpr std::size_t kAcross = 3, kDown = 8;
constexpr double kFirst = mm(0.5);  // eight times 37 mm are a millimetre short of A4
constexpr double kTitleText = 11, kSmallText = 7.5;

struct Free {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

/// Level M: a label in a store gets scratched and wet.
void draw_code(Canvas& canvas, const std::string& text, double x, double y) {
    const std::unique_ptr<QRcode, Free> code(QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
    if (!code) return;
    const double module = kCode / code->width;
    for (int row = 0; row < code->width; ++row)
        for (int column = 0; column < code->width;) {
            int run = 0;
            while (column + run < code->width && (code->data[row * code->width + column + run] & 1) != 0) ++run;
            // Dark modules of a row are one bar: no hairlines between them when printed.
            if (run > 0) canvas.line(x + column * module, y + (row + 0.5) * module, run * module, module);
            column += run > 0 ? run : 1;
        }
}

void draw_label(Canvas& canvas, const documents::Label& label, double x, double y) {
    draw_code(canvas, label.code, x + kMargin, y + (kHeight - kCode) / 2);
    const double left = x + kMargin + kCode + mm(2), width = kWidth - kCode - 2 * kMargin - mm(2);
    double at = y + mm(5);
    const auto say = [&](const std::string& text, double size, int most) {
        const auto layout = canvas.layout(text, {kHei, size, Align::left}, width);
        const int lines = std::min(lines_of(layout), most);
        for (int i = 0; i < lines; ++i) {
            canvas.show(layout.get(), i, left, at + size * 0.7);
            at += size * 1.35;
        }
    };
    say(label.title, kTitleText, 2);
    for (const auto& line : label.lines) say(line, kSmallText, 1);
}

}  // namespace

Result<std::string> PrintWriter::labels(const documents::LabelSheet& sheet) const {
    Canvas canvas;
    if (!draws_everything(canvas.layout("应急", {kHei, kTitleText, Align::left}, kWidth))) return fonts_missing();
    for (std::size_t i = 0; i < sheet.labels.size(); ++i) {
        const auto place = i % (kAcross * kDown);
        if (i > 0 && place == 0) canvas.end_page();
        draw_label(
            canvas,
            sheet.labels[i],
            static_cast<double>(place % kAcross) * kWidth,
            kFirst + static_cast<double>(place / kAcross) * kHeight
        );
    }
    canvas.end_page();
    return canvas.finish();
}

}  // namespace anlan::print
