#include "print/outline_font.hpp"

#include <pango/pangocairo.h>

#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/ensure.hpp"

namespace anlan::print {

namespace {

constexpr double kUnits = 1000;  ///< size the outlines are taken at: fine enough for any print
const cairo_user_data_key_t kReal{};

/// A place to take outlines from, at kUnits and with nothing hinted. Lives with the face.
cairo_t* measuring_with(cairo_font_face_t* real) {
    auto* surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nullptr);
    auto* cairo = cairo_create(surface);
    cairo_surface_destroy(surface);
    auto* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cairo, options);
    cairo_font_options_destroy(options);
    cairo_set_font_face(cairo, real);
    cairo_set_font_size(cairo, kUnits);
    return cairo;
}

cairo_status_t draw(cairo_scaled_font_t* font, unsigned long glyph, cairo_t* to, cairo_text_extents_t* extents) {
    auto* face = cairo_scaled_font_get_font_face(font);
    auto* from = static_cast<cairo_t*>(cairo_font_face_get_user_data(face, &kReal));
    const cairo_glyph_t one{glyph, 0, 0};
    cairo_text_extents_t size;
    cairo_glyph_extents(from, &one, 1, &size);
    extents->x_advance = size.x_advance / kUnits;
    cairo_new_path(from);
    cairo_glyph_path(from, &one, 1);
    auto* path = cairo_copy_path(from);
    cairo_scale(to, 1 / kUnits, 1 / kUnits);
    cairo_append_path(to, path);
    cairo_path_destroy(path);
    cairo_fill(to);
    return CAIRO_STATUS_SUCCESS;
}

double points(int units) {
    return static_cast<double>(units) / PANGO_SCALE;
}

}  // namespace

OutlineFonts::~OutlineFonts() {
    for (auto& [font, face] : faces_) {
        cairo_font_face_destroy(face);
        g_object_unref(font);
    }
}

cairo_font_face_t* OutlineFonts::face_for(PangoFont* font) {
    const auto known = faces_.find(font);
    if (known != faces_.end()) return known->second;
    auto* real = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
    ensure(real != nullptr, "a face that a text was laid out in can be drawn");
    auto* face = cairo_user_font_face_create();
    cairo_user_font_face_set_render_glyph_func(face, &draw);
    cairo_font_face_set_user_data(face, &kReal, measuring_with(cairo_scaled_font_get_font_face(real)), [](void* cairo) {
        cairo_destroy(static_cast<cairo_t*>(cairo));
    });
    g_object_ref(font);
    return faces_[font] = face;
}

void OutlineFonts::show(cairo_t* cairo, const char* text, PangoGlyphItem* run) {
    double x = 0, y = 0;
    cairo_get_current_point(cairo, &x, &y);
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    PangoGlyphItemIter each;
    for (auto more = pango_glyph_item_iter_init_start(&each, run, text); more;
         more = pango_glyph_item_iter_next_cluster(&each)) {
        cairo_text_cluster_t cluster{each.end_index - each.start_index, 0};
        for (int i = each.start_glyph; i != each.end_glyph; ++i) {
            const auto& glyph = run->glyphs->glyphs[i];
            if (glyph.glyph != PANGO_GLYPH_EMPTY && (glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0) {
                glyphs.push_back({glyph.glyph, x + points(glyph.geometry.x_offset), y + points(glyph.geometry.y_offset)}
                );
                ++cluster.num_glyphs;
            }
            x += points(glyph.geometry.width);
        }
        clusters.push_back(cluster);
    }
    const std::string_view part(text + run->item->offset, static_cast<std::size_t>(run->item->length));
    cairo_set_font_face(cairo, face_for(run->item->analysis.font));
    auto* description = pango_font_describe_with_absolute_size(run->item->analysis.font);
    cairo_set_font_size(cairo, points(pango_font_description_get_size(description)));
    pango_font_description_free(description);
    cairo_show_text_glyphs(
        cairo,
        part.data(),
        static_cast<int>(part.size()),
        glyphs.data(),
        static_cast<int>(glyphs.size()),
        clusters.data(),
        static_cast<int>(clusters.size()),
        static_cast<cairo_text_cluster_flags_t>(0)
    );
    cairo_move_to(cairo, x, y);
}

}  // namespace anlan::print
