#include "response/timeline.hpp"

#include <fmt/format.h>

#include <charconv>
#include <limits>
#include <map>

#include "organisation/queries.hpp"
#include "response/answers.hpp"

namespace anlan::response {

namespace {

struct Kept {
    std::string node;
    std::int64_t seq = 0;
    Instant at{};
    std::string kind, subject, actor;
    PersonId person;
    AreaCode area;
    std::string colour;
    bool late = false;
    std::string zh, en;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (node, seq, at, kind, subject, actor, person, area, colour, late, zh, en))

std::string line_columns_and(std::string_view rest) {
    return fmt::format(
        "SELECT node, seq, at, kind, subject, actor, person, area, colour, late, zh, en FROM timeline {}", rest
    );
}

/// Where a page of the log begins: "1690504620000/17/350581106000".
struct Place {
    Instant at{};
    std::int64_t seq = 0;
    std::string node;
};

Place place_of(const std::string& before) {
    Place place{Instant{Milliseconds{std::numeric_limits<std::int64_t>::max()}}, 0, {}};
    const auto first = before.find('/');
    const auto second = first == std::string::npos ? first : before.find('/', first + 1);
    if (second == std::string::npos) return place;
    std::int64_t at = 0;
    std::from_chars(before.data(), before.data() + first, at);
    std::from_chars(before.data() + first + 1, before.data() + second, place.seq);
    place.at = Instant{Milliseconds{at}};
    place.node = before.substr(second + 1);
    return place;
}

void fill(std::string& text, std::string_view hole, const std::string& with) {
    for (auto at = text.find(hole); at != std::string::npos; at = text.find(hole, at + with.size()))
        text.replace(at, hole.size(), with);
}

/// Names and places of many lines, each asked for once.
class Names {
  public:
    explicit Names(store::Rows& rows) : rows_(rows) {}

    const std::string& person(const std::string& id) {
        const auto [at, fresh] = people_.try_emplace(id);
        if (fresh) at->second = name_of(id);
        return at->second;
    }
    const organisation::AreaFacts& area(const AreaCode& code) {
        const auto [at, fresh] = areas_.try_emplace(code.text);
        if (fresh)
            at->second = organisation::area_facts(rows_, code)
                             .value_or(organisation::AreaFacts{code, organisation::area_name(rows_, code), {}, {}, {}});
        return at->second;
    }

  private:
    std::string name_of(const std::string& id) {
        if (id.empty()) return {};
        if (id.starts_with("system:")) return "系统";
        if (id.starts_with("drill:")) return "演练人员";
        return organisation::person_name(rows_, PersonId{id});
    }

    store::Rows& rows_;
    std::map<std::string, std::string> people_;
    std::map<std::string, organisation::AreaFacts> areas_;
};

TimelineLine read(const Kept& kept, Names& names) {
    const bool ours = kept.node.empty();
    // People of another node are not known here; the node itself has acted.
    const auto actor = ours ? names.person(kept.actor) : std::string();
    TimelineLine line{
        kept.seq,
        kept.at,
        kept.kind,
        kept.subject,
        actor,
        kept.zh,
        kept.en,
        {},
        {},
        {},
        {},
        filled(kept.colour),
        kept.late};
    std::string area_name;
    if (!kept.area.text.empty()) {
        const auto& area = names.area(kept.area);
        line.area = kept.area;
        line.lon = area.lon;
        line.lat = area.lat;
        area_name = area.name;
    }
    const auto person = ours ? names.person(kept.person.text) : std::string();
    if (!person.empty()) line.person_name = person;
    for (auto* text : {&line.text_zh, &line.text_en}) {
        fill(*text, "{person}", person);
        fill(*text, "{actor}", line.actor_name);
        fill(*text, "{area}", area_name);
    }
    if (ours) return line;
    const auto& told_by = names.area(AreaCode{kept.node}).name;
    line.actor_name = told_by;
    line.text_zh = fmt::format("{}：{}", told_by, line.text_zh);
    line.text_en = fmt::format("{}: {}", told_by, line.text_en);
    return line;
}

std::vector<TimelineLine> read_all(store::Rows& rows, const std::vector<Kept>& kept) {
    Names names(rows);
    std::vector<TimelineLine> lines;
    lines.reserve(kept.size());
    for (const auto& each : kept) lines.push_back(read(each, names));
    return lines;
}

}  // namespace

/// The hash is part of the key: a node put back to an old copy counts its entries anew, and what it has lost is still
/// true.
void write_line(store::Rows& rows, const journal::Entry& entry, const std::string& node, const Line& line) {
    rows.run(
        "INSERT INTO timeline(node, seq, drill, at, kind, subject, response, actor, person, area, colour, late, zh, "
        "en, hash) "
        "VALUES(:n, :q, :d, :a, :k, :s, :r, :w, :p, :c, :l, :t, :z, :e, :h)",
        node,
        entry.seq,
        entry.drill,
        entry.at,
        entry.kind.substr(0, entry.kind.find('/')),
        entry.subject,
        line.response,
        entry.actor,
        line.person,
        line.area,
        line.colour,
        line.late,
        line.zh,
        line.en,
        entry.hash
    );
}

void write_words(
    store::Rows& rows, const journal::Entry& entry, const std::string& node, std::string zh, std::string en, bool late
) {
    Line line;
    line.late = late;
    line.zh = std::move(zh);
    line.en = std::move(en);
    write_line(rows, entry, node, line);
}

std::vector<TimelineLine> timeline_of(
    store::Rows& rows, const ResponseId& response, std::int64_t after, std::int64_t limit
) {
    const auto kept = rows.select<Kept>(
        line_columns_and("WHERE node = '' AND seq > :a AND (response = :r1 OR subject IN "
                         "(SELECT warning FROM response_warning WHERE response = :r2)) ORDER BY seq LIMIT :l"),
        after,
        response,
        response,
        limit
    );
    return read_all(rows, kept);
}

LogPage duty_log(store::Rows& rows, const World& world, std::int64_t limit, const std::string& before) {
    const auto place = place_of(before);
    const auto kept = rows.select<Kept>(
        line_columns_and("WHERE drill = :d AND at <= :a1 AND (at < :a2 OR node > :n1 OR (node = :n2 AND seq < :s)) "
                         "ORDER BY at DESC, node, seq DESC LIMIT :l"),
        world.text(),
        place.at,
        place.at,
        place.node,
        place.node,
        place.seq,
        limit
    );
    LogPage page{read_all(rows, kept), {}};
    if (static_cast<std::int64_t>(kept.size()) == limit)
        page.before =
            fmt::format("{}/{}/{}", kept.back().at.time_since_epoch().count(), kept.back().seq, kept.back().node);
    return page;
}

std::string clock_time(Instant at) {
    return to_local(at).substr(11, 5);
}

std::vector<PlainLine> plain_lines(store::Rows& rows, const journal::Entry& entry) {
    auto lines = rows.select<PlainLine>(
        "SELECT area, zh FROM timeline WHERE node = '' AND seq = :s AND hash = :h", entry.seq, entry.hash
    );
    for (auto& line : lines) {
        fill(line.zh, "{person}", "");
        fill(line.zh, "{actor}", "");
        if (line.zh.find("{area}") != std::string::npos)
            fill(line.zh, "{area}", organisation::area_name(rows, line.area));
    }
    return lines;
}

}  // namespace anlan::response
