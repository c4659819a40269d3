#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include <map>

/// Draws glyphs by their outlines as a font made on the spot, embedded with the text it stands for. Cairo 1.16 (Debian
/// 12) drops parts of some CFF glyphs when it cuts a font down to those used (a late hintmask makes it overlook
/// subroutines: "如" of Noto Sans CJK prints as a blank), and the CJK fonts of Debian are CFF.
namespace anlan::print {

class OutlineFonts {
  public:
    OutlineFonts() = default;
    ~OutlineFonts();
    OutlineFonts(const OutlineFonts&) = delete;
    OutlineFonts& operator=(const OutlineFonts&) = delete;

    /// Shows a run at the current point and moves behind it. `text` is the whole text of the layout.
    void show(cairo_t* cairo, const char* text, PangoGlyphItem* run);

  private:
    cairo_font_face_t* face_for(PangoFont* font);
    std::map<PangoFont*, cairo_font_face_t*> faces_;  ///< holds a reference to each font
};

}  // namespace anlan::print
