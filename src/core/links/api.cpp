#include "links/api.hpp"

#include "links/events.hpp"

namespace anlan::links {

namespace {

struct Sealed {
    std::int64_t seq = 0;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Sealed, (), (seq, at))

LinkRow row_of(const federation::LinkState& link, store::Rows& rows) {
    LinkRow row{
        link.area,
        link.name,
        link.direction,
        link.up,
        link.since,
        link.waiting,
        link.waiting_seconds,
        link.last_at,
        link.bytes_in_today,
        link.bytes_out_today,
        link.clock_difference_ms,
        link.round_trip_ms,
        link.refused,
        link.note,
        {},
        {}};
    const auto sealed =
        link.direction == "child"
            ? rows.first<Sealed>("SELECT seq, at FROM checkpoint_below WHERE neighbour = :n", link.area)
            : rows.first<Sealed>("SELECT seq, at FROM journal WHERE subject = 'checkpoint' ORDER BY seq DESC LIMIT 1");
    if (!sealed) return row;
    row.checkpoint_seq = sealed->seq;
    row.checkpoint_at = sealed->at;
    return row;
}

}  // namespace

std::vector<SharedKind> sharing_rules(const std::vector<journal::Room>& rooms) {
    std::vector<SharedKind> rules;
    for (const auto& room : rooms)
        for (const auto& [text, facts] : room.kinds) {
            SharedKind rule{room.name, text, to_text(facts.kind.share), to_text(facts.kind.urgency), {}, {}};
            const std::string home = "," + std::string(facts.kind.home) + ",";
            for (const auto& field : facts.fields) {
                const bool stays = rule.share == "local" || home.find("," + field + ",") != std::string::npos;
                (stays ? rule.stays_home : rule.leaves).push_back(field);
            }
            rules.push_back(std::move(rule));
        }
    return rules;
}

void add_endpoints(http::Endpoints& table, const LinksView& view) {
    using http::Call;
    using http::Page;
    table.list<LinkRow>(
        "/api/v1/links",
        "",
        "与上下级的链路",
        "links to the levels above and below",
        [view](const Call&, store::Rows& rows) -> Result<Page<LinkRow>> {
            Page<LinkRow> page;
            if (view.links)
                for (const auto& link : view.links()) page.items.push_back(row_of(link, rows));
            return page;
        }
    );
    table
        .list<LinkFaultRow>(
            "/api/v1/links/faults",
            "desk.view",
            "链路异常记录",
            "what was refused or healed on the links",
            [](const Call& call, store::Rows& rows) -> Result<Page<LinkFaultRow>> {
                return Page<LinkFaultRow>{
                    rows.select<LinkFaultRow>(
                        "SELECT seq, neighbour, name, code, zh, en, at FROM link_fault ORDER BY seq DESC LIMIT :l",
                        call.limit()
                    ),
                    {}};
            }
        )
        .asks({http::asked_limit()});
    table
        .list<LinkChangeRow>(
            "/api/v1/links/changes",
            "desk.view",
            "链路通断记录",
            "when links went down and came back",
            [](const Call& call, store::Rows& rows) -> Result<Page<LinkChangeRow>> {
                return Page<LinkChangeRow>{
                    rows.select<LinkChangeRow>(
                        "SELECT seq, neighbour, name, up, at FROM link_change ORDER BY seq DESC LIMIT :l", call.limit()
                    ),
                    {}};
            }
        )
        .asks({http::asked_limit()});
    table.list<SharedKind>(
        "/api/v1/sharing",
        "desk.view",
        "共享规则：哪些信息离开本站",
        "sharing rules: what leaves the station and what stays",
        [view](const Call&, store::Rows&) -> Result<Page<SharedKind>> {
            return Page<SharedKind>{sharing_rules(*view.rooms()), {}};
        }
    );
}

}  // namespace anlan::links
