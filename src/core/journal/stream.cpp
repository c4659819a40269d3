#include "journal/stream.hpp"

#include <algorithm>

namespace anlan::journal {

namespace {

constexpr Urgency kUrgencies[] = {Urgency::life_safety, Urgency::urgent, Urgency::routine};
constexpr const char* kSharedColumns =
    "SELECT j.seq, j.at, j.actor, j.drill, j.kind, j.subject, j.cause, j.body, j.prev, j.hash "
    "FROM outgoing o JOIN journal j ON j.seq = o.seq "
    "WHERE o.stream = :s AND o.epoch = :e AND o.number > :n ORDER BY o.number LIMIT :l";

std::string lane(Urgency urgency) {
    return "/" + std::to_string(static_cast<int>(urgency));
}

json::value neutral(const json::value& value) {
    if (value.is_string()) return "";
    if (value.is_bool()) return false;
    if (value.is_number()) return 0;
    if (value.is_array()) return json::array();
    if (value.is_object()) return json::object();
    return nullptr;
}

/// "name,phone" → each word.
template <class Each>
void for_each_word(std::string_view words, Each each) {
    while (!words.empty()) {
        const auto comma = std::min(words.find(','), words.size());
        each(words.substr(0, comma));
        words.remove_prefix(std::min(comma + 1, words.size()));
    }
}

}  // namespace

std::vector<std::string> streams_between(const AreaCode& origin, const AreaCode& target) {
    std::vector<std::string> streams;
    const bool up = target.contains(origin);
    for (const auto urgency : kUrgencies) {
        streams.push_back((up ? "up" : "down") + lane(urgency));
        if (!up) streams.push_back("to/" + target.text + lane(urgency));
    }
    return streams;
}

std::vector<std::string> streams_of(const EventKind& kind, const std::vector<AreaCode>& to) {
    std::vector<std::string> streams;
    if (kind.share == Share::up || kind.share == Share::both) streams.push_back("up" + lane(kind.urgency));
    if (kind.share != Share::down && kind.share != Share::both) return streams;
    if (to.empty()) streams.push_back("down" + lane(kind.urgency));
    for (const auto& area : to) streams.push_back("to/" + area.text + lane(kind.urgency));
    return streams;
}

Entry shared_form(Entry entry, const EventKind* kind) {
    const std::string_view home = kind == nullptr ? std::string_view() : kind->home;
    if (home.empty() && entry.body.find("\"sealed\"") == std::string::npos) return entry;
    auto body = json::parse(entry.body).as_object();
    body.erase("sealed");
    for_each_word(home, [&](std::string_view field) {
        if (auto* value = body.if_contains(field)) *value = neutral(*value);
    });
    entry.body = json::serialize(body);
    return entry;
}

const EventKind* kind_of(const std::vector<Room>& rooms, const std::string& text) {
    for (const auto& room : rooms)
        if (const auto found = room.kinds.find(text); found != room.kinds.end()) return &found->second.kind;
    return nullptr;
}

std::int64_t current_epoch(store::Rows& rows) {
    const auto text = rows.value<std::string>("SELECT value FROM meta WHERE name = 'epoch'");
    return text ? std::stoll(*text) : 1;
}

Mark sent_out(store::Rows& rows, const std::string& stream) {
    const auto epoch = current_epoch(rows);
    return rows
        .first<Mark>(
            "SELECT epoch, number, hash FROM outgoing WHERE stream = :s AND epoch = :e ORDER BY number DESC LIMIT 1",
            stream,
            epoch
        )
        .value_or(Mark{epoch, 0, kNoHash});
}

std::string hash_at(store::Rows& rows, const std::string& stream, std::int64_t epoch, std::int64_t number) {
    if (number == 0) return kNoHash;
    return rows
        .value<std::string>(
            "SELECT hash FROM outgoing WHERE stream = :s AND epoch = :e AND number = :n", stream, epoch, number
        )
        .value_or("");
}

std::int64_t settled_epoch(store::Rows& rows, const AreaCode& neighbour) {
    const auto text = rows.value<std::string>("SELECT value FROM meta WHERE name = :n", "settled/" + neighbour.text);
    return text ? std::stoll(*text) : 0;
}

std::string arrived_hash(
    store::Rows& rows, const AreaCode& origin, const std::string& stream, std::int64_t epoch, std::int64_t number
) {
    return rows
        .value<std::string>(
            "SELECT hash FROM arrival WHERE origin = :o AND stream = :s AND epoch = :e AND number = :n",
            origin,
            stream,
            epoch,
            number
        )
        .value_or("");
}

std::int64_t last_of_epoch(store::Rows& rows, const std::string& stream, std::int64_t epoch) {
    return rows
        .value<std::optional<std::int64_t>>(
            "SELECT MAX(number) FROM outgoing WHERE stream = :s AND epoch = :e", stream, epoch
        )
        .value_or(std::nullopt)
        .value_or(0);
}

std::vector<Parcel> outgoing(
    store::Rows& rows,
    const std::vector<Room>& rooms,
    const AreaCode& origin,
    const std::string& stream,
    const Mark& after,
    int limit
) {
    auto epoch = after.epoch;
    auto number = after.number;
    while (epoch < current_epoch(rows) && last_of_epoch(rows, stream, epoch) <= number) {
        ++epoch;
        number = 0;
    }
    std::vector<Parcel> parcels;
    auto prev = hash_at(rows, stream, epoch, number);
    for (auto& entry : rows.select<Entry>(kSharedColumns, stream, epoch, number, limit)) {
        entry = shared_form(std::move(entry), kind_of(rooms, entry.kind));
        entry.prev = prev;
        entry.hash = hash_of(entry);
        prev = entry.hash;
        parcels.push_back({origin, stream, epoch, ++number, std::move(entry)});
    }
    return parcels;
}

Backlog backlog(store::Rows& rows, const std::string& stream, const Mark& after) {
    return rows
        .first<Backlog>(
            "SELECT COUNT(*) AS entries, MIN(j.at) AS oldest FROM outgoing o JOIN journal j ON j.seq = o.seq "
            "WHERE o.stream = :s AND (o.epoch > :e OR (o.epoch = :f AND o.number > :n))",
            stream,
            after.epoch,
            after.epoch,
            after.number
        )
        .value_or(Backlog{});
}

std::vector<Entry> arrived_entries(
    store::Rows& rows,
    const AreaCode& origin,
    const std::string& stream,
    std::int64_t epoch,
    std::int64_t first,
    std::int64_t count
) {
    return rows.select<Entry>(
        "SELECT seq, at, actor, drill, kind, subject, cause, body, prev, hash FROM arrival WHERE origin = :o AND "
        "stream = :s AND epoch = :e AND number >= :f AND number < :l ORDER BY number",
        origin,
        stream,
        epoch,
        first,
        first + count
    );
}

Mark arrived(store::Rows& rows, const AreaCode& origin, const std::string& stream) {
    return rows
        .first<Mark>(
            "SELECT epoch, number, hash FROM arrival WHERE origin = :o AND stream = :s "
            "ORDER BY epoch DESC, number DESC LIMIT 1",
            origin,
            stream
        )
        .value_or(Mark{1, 0, kNoHash});
}

std::vector<Parcel> missing(
    store::Rows& source,
    const std::vector<Room>& rooms,
    const AreaCode& origin,
    store::Rows& target,
    const AreaCode& target_area
) {
    constexpr int kAll = 100'000;
    std::vector<Parcel> all;
    for (const auto& stream : streams_between(origin, target_area)) {
        auto mark = arrived(target, origin, stream);
        for (;;) {
            auto parcels = outgoing(source, rooms, origin, stream, mark, kAll);
            if (parcels.empty()) break;
            mark = {parcels.back().epoch, parcels.back().number, parcels.back().entry.hash};
            for (auto& parcel : parcels) all.push_back(std::move(parcel));
        }
    }
    return all;
}

}  // namespace anlan::journal
