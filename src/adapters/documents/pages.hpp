#pragma once

#include "print/canvas.hpp"
#include "print/layout.hpp"

namespace anlan::print {

/// Text flowing over pages of 22 lines. `y` runs down the core and starts at its top.
class Pages {
  public:
    double y() const { return y_; }
    bool fresh() const { return y_ == 0; }
    double room() const { return kCoreHeight - y_; }
    void down(double by) { y_ += by; }
    /// A new page, unless so much is left on this one.
    void want(double height);
    void new_page();
    /// A paragraph, line for line; `left` and `right` are indents.
    void paragraph(const std::string& text, const Look& look, double left = 0, double right = 0, double pitch = kLine);
    /// At the foot of the last page, the last line's bottom on the core's.
    Canvas& canvas() { return canvas_; }
    std::string finish();

  private:
    void page_number();
    Canvas canvas_;
    double y_ = 0;
    int page_ = 1;
};

}  // namespace anlan::print
