#include "duty/log_queries.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calls/waiting.hpp"
#include "consultation/queries.hpp"
#include "enforcement/outside_queries.hpp"
#include "grid/queries.hpp"
#include "incident/queries.hpp"
#include "orders/queries.hpp"
#include "response/queries.hpp"

namespace anlan::duty {

using std::chrono::days;

namespace {

constexpr std::int64_t kMostItems = 50;

std::string notes(std::string_view rest) {
    return "SELECT id, drill, line, source, words, to_do, at, actor, settled_at, result FROM duty_note " +
           std::string(rest);
}

std::string handovers(std::string_view rest) {
    return "SELECT id, drill, giver, offered_at, take_by, open_items, checks, words, taker, taken_at, taker_words "
           "FROM handover " +
           std::string(rest);
}

}  // namespace

std::optional<NoteFacts> find_note(store::Rows& rows, const NoteId& id) {
    return rows.first<NoteFacts>(notes("WHERE id = :i"), id);
}

std::vector<NoteFacts> open_notes(store::Rows& rows, const World& world) {
    return rows.select<NoteFacts>(
        notes("WHERE drill = :d AND settled_at IS NULL AND to_do <> '' ORDER BY at LIMIT :l"), world.text(), kMostItems
    );
}

std::optional<HandoverFacts> find_handover(store::Rows& rows, const HandoverId& id) {
    return rows.first<HandoverFacts>(handovers("WHERE id = :i"), id);
}

std::vector<HandoverFacts> find_handovers(store::Rows& rows, const World& world, std::int64_t limit) {
    return rows.select<HandoverFacts>(
        handovers("WHERE drill = :d ORDER BY offered_at DESC, id DESC LIMIT :l"), world.text(), limit
    );
}

std::vector<OpenItem> open_items(store::Rows& rows, const World& world) {
    std::vector<OpenItem> items;
    for (const auto& each : response::open_responses(rows, world))
        items.push_back({"response", each.id.text, each.plan_title});
    for (const auto& each : incident::find_incidents(rows, world, true, kMostItems))
        items.push_back({"incident", each.id.text, each.account.title});
    for (const auto& each : calls::waiting_calls(rows, world, kMostItems))
        items.push_back({"call", each.first.text, fmt::format("{}（{} 人未应答）", each.headline, each.people)});
    for (const auto& each : orders::find_orders(rows, world, kMostItems)) {
        if (each.withdrawn_at) continue;
        const auto stage = each.answer_by ? orders::Stage::answer : orders::Stage::receipt;
        if (!orders::missing_of(rows, each.id, stage).empty()) items.push_back({"order", each.id.text, each.title});
    }
    for (const auto& each : consultation::open_resolutions(rows, world, kMostItems))
        items.push_back({"resolution", each.id.text, each.text});
    for (const auto& each : grid::find_reports(rows, world, true, kMostItems))
        if (each.state == grid::ReportState::fresh || each.state == grid::ReportState::handled)
            items.push_back({"grid", each.id.text, each.title()});
    if (!world.is_drill())
        for (const auto& each : enforcement::public_reports(rows, kMostItems))
            if (!each.sorted_at) items.push_back({"public", each.id.text, each.place_text + " " + each.what});
    for (const auto& each : open_notes(rows, world)) items.push_back({"note", each.id.text, each.to_do});
    return items;
}

std::optional<ShiftBegin> next_shift(const Pattern& pattern, Instant after) {
    std::optional<ShiftBegin> next;
    for (int away = -1; away <= 2; ++away) {
        const auto day = day_at(after) + days{away};
        for (const auto& shift : pattern.shifts) {
            const auto at = start_of(day) + std::chrono::minutes{shift.start_minute};
            if (at > after && (!next || at < next->at)) next = ShiftBegin{to_text(day), shift.key, at};
        }
    }
    return next;
}

std::optional<RungFacts> find_rung(store::Rows& rows, const RollCallId& id) {
    return rows.first<RungFacts>(
        "SELECT id, drill, at, person, limit_seconds, answered_at FROM rollcall_rung WHERE id = :i", id
    );
}

std::vector<RungFacts> open_rollcalls(store::Rows& rows) {
    return rows.select<RungFacts>(
        "SELECT id, drill, at, person, limit_seconds, answered_at FROM rollcall_rung WHERE answered_at IS NULL "
        "ORDER BY at, id"
    );
}

}  // namespace anlan::duty
