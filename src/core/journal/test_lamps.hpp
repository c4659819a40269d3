#pragma once

#include "journal/deadline.hpp"
#include "trial/trial.hpp"

/// For the tests of this folder: a room of lamps that are lit by hand and go out by the clock.
namespace anlan::journal {

struct LampLit {
    static constexpr EventKind kKind{"lamp.lit", 1, Share::up};
    std::string colour;
};
BOOST_DESCRIBE_STRUCT(LampLit, (), (colour))

struct LampOut {
    static constexpr EventKind kKind{"lamp.out", 1};
    bool by_clock = false;
};
BOOST_DESCRIBE_STRUCT(LampOut, (), (by_clock))

struct LightLamp {
    std::string lamp, colour;
};
BOOST_DESCRIBE_STRUCT(LightLamp, (), (lamp, colour))

inline Result<Decision> decide(const LightLamp& wish, const Desk&) {
    if (wish.colour.empty()) return refuse("colour_empty", "colour", "请选颜色", "choose a colour");
    return decided(event(wish.lamp, LampLit{wish.colour}, {{.ref = "p1", .field = "name", .value = "测试甲"}}));
}

struct QuenchLamp {
    std::string lamp;
};
BOOST_DESCRIBE_STRUCT(QuenchLamp, (), (lamp))

inline Result<Decision> decide(const QuenchLamp& wish, const Desk& desk) {
    const auto lit = desk.views.value<std::int64_t>("SELECT lit FROM lamp WHERE id = :i", wish.lamp);
    if (lit != 1) return refuse("lamp_dark", "lamp", "灯没亮", "the lamp is dark");
    return decided(event(wish.lamp, LampOut{true}));
}

inline void project(store::Rows& rows, const Entry& entry, const LampLit& lit) {
    rows.run(
        "INSERT INTO lamp(id, colour, lit) VALUES(:i, :c, 1) ON CONFLICT(id) DO UPDATE SET lit = 1, colour = "
        "excluded.colour",
        entry.subject,
        lit.colour
    );
    set_deadline(
        rows,
        entry,
        "lamp/" + entry.subject,
        after(entry, std::chrono::minutes{5}),
        "lamp.quench",
        QuenchLamp{entry.subject}
    );
}

inline void mirror(store::Rows& rows, const Entry& entry, const LampLit& lit, const AreaCode&) {
    rows.run("INSERT INTO lamp_below(id, colour) VALUES(:i, :c)", entry.subject, lit.colour);
}

inline void project(store::Rows& rows, const Entry& entry, const LampOut&) {
    rows.run("UPDATE lamp SET lit = 0 WHERE id = :i", entry.subject);
    clear_deadline(rows, "lamp/" + entry.subject);
}

inline Room lamps() {
    Room room(
        "lamps",
        "CREATE TABLE IF NOT EXISTS lamp (\n id TEXT PRIMARY KEY,\n colour TEXT NOT NULL,\n lit BIGINT NOT NULL\n);\n"
        "CREATE TABLE IF NOT EXISTS lamp_below (\n id TEXT NOT NULL,\n colour TEXT NOT NULL\n);\n"
    );
    room.projects<LampLit, LampOut>().mirrors<LampLit>().recalls<QuenchLamp>("lamp.quench");
    return room;
}

}  // namespace anlan::journal
