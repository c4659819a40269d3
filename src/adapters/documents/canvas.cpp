#include "print/canvas.hpp"

#include <cairo-pdf.h>

#include "base/ensure.hpp"
#include "print/layout.hpp"

namespace anlan::print {

namespace {
constexpr double kRounding = 0.3;  ///< 28 characters must fit the line they were measured by
}

Canvas::Canvas()
    : surface_(cairo_pdf_surface_create_for_stream(&Canvas::take, this, kPageWidth, kPageHeight)),
      cairo_(cairo_create(surface_.get())) {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, "");  // equal input, equal bytes
}

cairo_status_t Canvas::take(void* canvas, const unsigned char* bytes, unsigned size) {
    static_cast<Canvas*>(canvas)->bytes_.append(reinterpret_cast<const char*>(bytes), size);  // NOLINT: bytes are bytes
    return CAIRO_STATUS_SUCCESS;
}

Layout Canvas::layout(const std::string& text, const Look& look, double width) const {
    Layout made(pango_cairo_create_layout(cairo_.get()));
    auto* context = pango_layout_get_context(made.get());
    pango_context_set_language(context, pango_language_from_string("zh-cn"));
    pango_cairo_context_set_resolution(context, 72);
    auto* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    auto* font = pango_font_description_new();
    pango_font_description_set_family(font, look.face.families);
    pango_font_description_set_absolute_size(font, look.size * PANGO_SCALE);
    // Between regular and bold: takes a bold cut where there is one, and blackens none by force.
    if (look.heavy) pango_font_description_set_weight(font, PANGO_WEIGHT_SEMIBOLD);
    pango_layout_set_font_description(made.get(), font);
    pango_font_description_free(font);
    pango_layout_set_width(made.get(), static_cast<int>((width + kRounding) * PANGO_SCALE));
    pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_indent(made.get(), static_cast<int>(look.first * PANGO_SCALE));
    pango_layout_set_justify(made.get(), look.align == Align::both);
    pango_layout_set_alignment(
        made.get(),
        look.align == Align::centre  ? PANGO_ALIGN_CENTER
        : look.align == Align::right ? PANGO_ALIGN_RIGHT
                                     : PANGO_ALIGN_LEFT
    );
    if (look.pitch > 0) {
        auto* all = pango_attr_list_new();
        pango_attr_list_insert(
            all, pango_attr_letter_spacing_new(static_cast<int>((look.pitch - look.size) * PANGO_SCALE))
        );
        pango_layout_set_attributes(made.get(), all);
        pango_attr_list_unref(all);
    }
    const auto clean = printable(text);
    pango_layout_set_text(made.get(), clean.data(), static_cast<int>(clean.size()));
    return made;
}

void Canvas::show(PangoLayout* layout, int index, double x, double middle, bool red) {
    auto* iterator = pango_layout_get_iter(layout);
    for (int i = 0; i < index; ++i) pango_layout_iter_next_line(iterator);
    PangoRectangle box;
    pango_layout_iter_get_line_extents(iterator, nullptr, &box);
    const double baseline = pango_layout_iter_get_baseline(iterator);
    const double offset = (baseline - (box.y + box.height / 2.0)) / PANGO_SCALE;
    cairo_set_source_rgb(cairo_.get(), red ? 1 : 0, 0, 0);
    cairo_move_to(cairo_.get(), x + static_cast<double>(box.x) / PANGO_SCALE, middle + offset);
    const auto* runs = pango_layout_iter_get_line_readonly(iterator)->runs;
    for (; runs != nullptr; runs = runs->next)
        fonts_.show(cairo_.get(), pango_layout_get_text(layout), static_cast<PangoGlyphItem*>(runs->data));
    pango_layout_iter_free(iterator);
}

void Canvas::line(double x, double y, double width, double thickness, bool red) {
    cairo_set_source_rgb(cairo_.get(), red ? 1 : 0, 0, 0);
    cairo_rectangle(cairo_.get(), x, y - thickness / 2, width, thickness);
    cairo_fill(cairo_.get());
}

void Canvas::stroke(double x, double y, double to_x, double to_y, double thickness) {
    cairo_set_source_rgb(cairo_.get(), 0, 0, 0);
    cairo_set_line_width(cairo_.get(), thickness);
    cairo_move_to(cairo_.get(), x, y);
    cairo_line_to(cairo_.get(), to_x, to_y);
    cairo_stroke(cairo_.get());
}

void Canvas::end_page() {
    cairo_show_page(cairo_.get());
}

std::string Canvas::finish() {
    cairo_surface_finish(surface_.get());
    ensure(cairo_surface_status(surface_.get()) == CAIRO_STATUS_SUCCESS, "a PDF in memory can be finished");
    return std::move(bytes_);
}

int lines_of(const Layout& layout) {
    return pango_layout_get_line_count(layout.get());
}

bool draws_everything(const Layout& layout) {
    return pango_layout_get_unknown_glyphs_count(layout.get()) == 0;
}

}  // namespace anlan::print
