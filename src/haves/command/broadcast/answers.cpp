#include "broadcast/answers.hpp"

#include "broadcast/release.hpp"
#include "broadcast/targets.hpp"
#include "broadcast/words.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::broadcast {

namespace {

std::string name_of(store::Rows& rows, const AreaCode& area) {
    return area.text.empty() ? std::string() : organisation::area_name(rows, area);
}

std::string person_name(store::Rows& rows, const PersonId& person) {
    return person.empty() ? std::string() : organisation::person_name(rows, person);
}

BroadcastPart part_answer(const PartFacts& part, store::Rows& rows) {
    BroadcastPart made;
    made.terminal = part.terminal.text;
    made.outcome = part.outcome;
    made.seconds = part.seconds;
    made.note = part.note;
    made.at = part.at;
    const auto terminal = find_terminal(rows, part.terminal);
    if (!terminal) return made;
    made.name = terminal->name;
    made.area_name = name_of(rows, terminal->area);
    made.kind = terminal->kind;
    made.hearing = terminal->hearing;
    return made;
}

std::int64_t reach_of(const BroadcastFacts& broadcast, store::Rows& rows) {
    const auto nature = Nature::of(broadcast.world(), broadcast.sheet);
    if (!nature) return 0;
    return std::visit(
        [&](const auto& message) { return static_cast<std::int64_t>(targets_of(message, rows).ids().size()); },
        nature.value()
    );
}

}  // namespace

std::string spoken(const BroadcastFacts& broadcast) {
    if (!broadcast.words.empty()) return broadcast.words;
    const auto nature = Nature::of(broadcast.world(), broadcast.sheet);
    if (!nature) return broadcast.sheet.text;
    return std::visit([](const auto& message) { return message.words(); }, nature.value());
}

TerminalAnswer answer_of(const TerminalFacts& terminal, store::Rows& rows, const Heartbeats* heartbeats) {
    TerminalAnswer made;
    made.id = terminal.id.text;
    made.name = terminal.name;
    made.area = terminal.area;
    made.node = terminal.node;
    made.area_name = name_of(rows, terminal.area);
    made.node_name = name_of(rows, terminal.node);
    made.kind = terminal.kind;
    made.codec = terminal.codec;
    made.address = terminal.address;
    made.volume = terminal.volume;
    made.drill_ok = terminal.drill_ok;
    made.lon = terminal.lon;
    made.lat = terminal.lat;
    made.hearing = terminal.hearing;
    made.last_heard_at = terminal.last_heard_at;
    if (heartbeats != nullptr && terminal.node.text.empty())
        if (const auto last = heartbeats->last_heard(terminal.id)) made.last_heard_at = last;
    if (made.lon) return made;
    if (const auto area = organisation::area_facts(rows, terminal.area)) made.lon = area->lon, made.lat = area->lat;
    return made;
}

BroadcastAnswer answer_of(const BroadcastFacts& broadcast, store::Rows& rows, const PersonId& caller) {
    BroadcastAnswer made;
    made.id = broadcast.id.text;
    made.drill = broadcast.drill;
    made.node = broadcast.node;
    made.from = broadcast.from;
    made.node_name = name_of(rows, broadcast.node);
    made.from_name = name_of(rows, broadcast.from);
    made.sheet = broadcast.sheet;
    for (const auto& zone : broadcast.sheet.zones) made.zone_names.push_back(name_of(rows, zone));
    made.words = spoken(broadcast);
    made.rare = rare_characters(broadcast.sheet.text);
    made.revision = broadcast.revision;
    made.seconds = seconds_of(rows, broadcast.sheet);
    made.state = broadcast.state;
    made.interrupted = broadcast.interrupted_at.has_value();
    if (const auto by = find_broadcast(rows, broadcast.interrupted_by)) made.interrupted_by = by->sheet.title;
    made.drafted_by = broadcast.drafted_by.text;
    made.by_program = by_program(broadcast);
    if (!made.by_program) made.drafted_name = person_name(rows, broadcast.drafted_by);
    made.released_name = person_name(rows, broadcast.released_by);
    made.warning = broadcast.warning;
    made.reason = broadcast.reason;
    made.mine = broadcast.drafted_by == caller;
    made.drafted_at = broadcast.drafted_at;
    made.released_at = broadcast.released_at;
    made.begun_at = broadcast.begun_at;
    made.ended_at = broadcast.ended_at;
    made.played = broadcast.played;
    made.failed = broadcast.failed;
    made.silent = broadcast.silent;
    made.sent = broadcast.sent;
    made.total = broadcast.total;
    return made;
}

BroadcastDetail detail_of(const BroadcastFacts& broadcast, store::Rows& rows, const PersonId& caller) {
    BroadcastDetail detail{answer_of(broadcast, rows, caller), {}, broadcast.total, {}};
    if (!broadcast.node.text.empty()) return detail;
    for (const auto& part : parts_of(rows, broadcast.id)) detail.parts.push_back(part_answer(part, rows));
    if (broadcast.state == BroadcastState::draft) detail.reach = reach_of(broadcast, rows);
    for (const auto& each : taken_below(rows, broadcast.id)) detail.below.push_back(answer_of(each, rows, caller));
    return detail;
}

BroadcastDesk desk_of(store::Rows& rows, const AreaCode& node, const World& world, Instant now, bool speaks) {
    BroadcastDesk desk;
    desk.area = node;
    desk.speaks = speaks;
    desk.speech_rate = policy::number(rows, "broadcast.speech_rate");
    desk.siren_seconds = policy::seconds(rows, "broadcast.siren_seconds").count();
    desk.text_limit = static_cast<std::int64_t>(policy::number(rows, "broadcast.text_limit"));
    desk.ack_rate = static_cast<std::int64_t>(policy::number(rows, "broadcast.ack_rate"));
    desk.preauthorised = policy::number(rows, "broadcast.preauthorised.red") != 0;
    desk.authorities = authorities(rows, world, now);
    for (const auto& test : zone_tests(rows))
        desk.tests.push_back(
            {test.zone, name_of(rows, test.zone), test.terminals, test.tested_at, test.due, test.due <= now}
        );
    return desk;
}

}  // namespace anlan::broadcast
