#include "print/pages.hpp"

namespace anlan::print {

namespace {
constexpr double kHairline = 0.01;
}

void Pages::page_number() {
    const bool odd = page_ % 2 == 1;
    const Look look{kNumbers, kSmall, odd ? Align::right : Align::left};
    const auto text = canvas_.layout("— " + std::to_string(page_) + " —", look, kCoreWidth - 2 * kCharacter);
    canvas_.show(text.get(), 0, kLeft + kCharacter, kTop + kCoreHeight + kPageNumber);
}

void Pages::new_page() {
    page_number();
    canvas_.end_page();
    ++page_;
    y_ = 0;
}

void Pages::want(double height) {
    if (room() + kHairline < height && !fresh()) new_page();
}

void Pages::paragraph(const std::string& text, const Look& look, double left, double right, double pitch) {
    const auto layout = canvas_.layout(text, look, kCoreWidth - left - right);
    for (int i = 0; i < lines_of(layout); ++i) {
        want(pitch);
        canvas_.show(layout.get(), i, kLeft + left, kTop + y_ + pitch / 2, look.red);
        down(pitch);
    }
}

std::string Pages::finish() {
    page_number();
    canvas_.end_page();
    return canvas_.finish();
}

}  // namespace anlan::print
