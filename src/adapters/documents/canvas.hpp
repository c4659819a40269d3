#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>

#include "print/fonts.hpp"
#include "print/outline_font.hpp"

/// A PDF being drawn. Lengths in points, from the top left corner of the page.
namespace anlan::print {

struct Unref {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;

enum class Align { left, centre, right, both };

struct Look {
    const Face& face;
    double size;
    Align align = Align::both;
    double first = 0;  ///< indent of the first line; negative: of the others
    double pitch = 0;  ///< from character to character for Chinese; 0: the size
    bool red = false;
    bool heavy = false;  ///< 小标宋 is heavier than a text face; what stands in for it must be made so
};

class Canvas {
  public:
    Canvas();
    Layout layout(const std::string& text, const Look& look, double width) const;
    /// Draws line `index` with its middle at `middle`.
    void show(PangoLayout* layout, int index, double x, double middle, bool red = false);
    void line(double x, double y, double width, double thickness, bool red = false);
    void stroke(double x, double y, double to_x, double to_y, double thickness);
    void end_page();
    std::string finish();

  private:
    static cairo_status_t take(void* canvas, const unsigned char* bytes, unsigned size);
    std::string bytes_;
    OutlineFonts fonts_;
    std::unique_ptr<cairo_surface_t, Unref> surface_;
    std::unique_ptr<cairo_t, Unref> cairo_;
};

int lines_of(const Layout& layout);
/// Signs that no installed face can draw.
bool draws_everything(const Layout& layout);

}  // namespace anlan::print
