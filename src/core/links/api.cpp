#include "links/api.hpp"

#include <fmt/format.h>

#include "links/events.hpp"
#include "links/gate.hpp"
#include "links/join_api.hpp"
#include "links/queries.hpp"
#include "links/sharing.hpp"

namespace anlan::links {

namespace {

constexpr int kStatusEach = 60, kStatusAll = 600;  // a minute

struct Sealed {
    std::int64_t seq = 0;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Sealed, (), (seq, at))

struct Told {
    std::string zh, en;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Told, (), (zh, en, at))

/// Why a link is refused, and since when: the journal knows, also after a restart.
void explain_refused(LinkRow& row, store::Rows& rows) {
    const auto told = rows.first<Told>(
        "SELECT zh, en, at FROM link_fault WHERE neighbour = :n AND code = 'same_key_twice' ORDER BY seq DESC LIMIT 1",
        row.area
    );
    row.note = told ? told->zh : "已停止接收该站数据，请核对后重新接入";
    row.note_en = told ? told->en : "nothing is taken from this station; look into it, then let it join anew";
    if (told) row.since = told->at;
}

/// What a cut means here: work goes on, and what waits is sent by itself.
void explain_cut(LinkRow& row, const std::string& why) {
    const auto waiting = row.waiting > 0 ? fmt::format("，{} 条待传", row.waiting) : std::string{};
    const auto waiting_en = row.waiting > 0 ? fmt::format("; {} entries waiting", row.waiting) : std::string{};
    row.note = fmt::format("链路中断{}，本站照常工作，恢复后自动补传", waiting);
    row.note_en = fmt::format("the link is down{}; work goes on here, what waits is sent on its return", waiting_en);
    if (why.empty()) return;
    row.note += "（" + why + "）";
    row.note_en += " (" + why + ")";
}

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
        {},
        {},
        {},
        {},
        child_of(rows, link.area).has_value()};
    if (link.refused)
        explain_refused(row, rows);
    else if (!link.up && link.since != Instant{})
        explain_cut(row, link.note);
    else
        row.note = row.note_en = link.note;
    const auto sealed =
        link.direction == "child"
            ? rows.first<Sealed>("SELECT seq, at FROM checkpoint_below WHERE neighbour = :n", link.area)
            : rows.first<Sealed>("SELECT seq, at FROM journal WHERE subject = 'checkpoint' ORDER BY seq DESC LIMIT 1");
    if (!sealed) return row;
    row.checkpoint_seq = sealed->seq;
    row.checkpoint_at = sealed->at;
    return row;
}

http::Page<LinkRow> all_links(const LinksView& view, store::Rows& rows) {
    http::Page<LinkRow> page;
    if (view.links)
        for (const auto& link : view.links()) page.items.push_back(row_of(link, rows));
    return page;
}

/// The same list for a command on the station's own machine, which has no session but the station's key.
void add_status(http::Endpoints& table, const LinksView& view) {
    auto& status = table.add(
        http::Method::post,
        "/api/v1/links/status",
        "public",
        "本机命令查询链路（凭站点密钥签名）",
        "the links, for a command that signs with the station's key"
    );
    status.takes = schema_of<StatusAsk>();
    status.answers<LinkStatus>();
    const auto gate = std::make_shared<Gate>(kStatusEach, kStatusAll);
    status.read = [view, gate](const http::Call& call, store::Rows& rows) -> Result<http::Answer> {
        BOOST_OUTCOME_TRYV(gate->pass(call.request.peer_address, call.now));
        BOOST_OUTCOME_TRY(const auto asked, http::Endpoints::body_of<StatusAsk>(call));
        const auto apart = asked.at > call.now ? asked.at - call.now : call.now - asked.at;
        if (apart > kProofSeconds || !seal::verify(view.key().public_pem, asked.text(call.node.area), asked.proof))
            return refuse(
                "not_yours",
                "proof",
                "签名与本站密钥不符，请在本站机器上以站点账户运行",
                "the signature is not this station's; run it on its machine as its user"
            );
        return http::json_answer(200, to_json(LinkStatus{call.node.area, call.node.name, all_links(view, rows).items}));
    };
}

}  // namespace

void add_endpoints(http::Endpoints& table, const LinksView& view) {
    using http::Call;
    using http::Page;
    table.list<LinkRow>(
        "/api/v1/links",
        "",
        "与上下级的链路",
        "links to the levels above and below",
        [view](const Call&, store::Rows& rows) -> Result<Page<LinkRow>> { return all_links(view, rows); }
    );
    add_join_endpoints(table, view);
    add_status(table, view);
    table
        .list<LinkFaultRow>(
            "/api/v1/links/faults",
            "",
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
    add_sharing(table, view);
}

}  // namespace anlan::links
