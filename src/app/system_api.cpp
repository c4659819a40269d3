#include "app/system_api.hpp"

#include <fmt/format.h>

#include <fstream>

#include "app/version.hpp"
#include "http/openapi.hpp"
#include "journal/ledger.hpp"
#include "journal/look.hpp"
#include "organisation/queries.hpp"

namespace anlan::app {

namespace {

struct JournalLine {
    std::int64_t seq = 0;
    Instant at{};
    std::string actor, actor_name, drill, kind, subject;
    json::value body;
    std::string prev, hash;
};
BOOST_DESCRIBE_STRUCT(JournalLine, (), (seq, at, actor, actor_name, drill, kind, subject, body, prev, hash))

/// Whether it is alive, and what it is. `now` is the station's clock: a drill's runs faster.
struct Health {
    std::string status = "ok";
    AreaCode area;
    std::string name;
    Level level = Level::town;
    std::string version;
    Instant now{}, started{};
    std::int64_t entries = 0;  ///< of the journal
};
BOOST_DESCRIBE_STRUCT(Health, (), (status, area, name, level, version, now, started, entries))

struct Compliance {
    std::string owner, filing_number, complaints_url;
    bool demo = false;
    std::vector<std::string> demo_logins;
};
BOOST_DESCRIBE_STRUCT(Compliance, (), (owner, filing_number, complaints_url, demo, demo_logins))

Result<http::Page<JournalLine>> journal_page(const http::Call& call, store::Rows& rows) {
    const auto limit = call.limit();
    const auto after = std::atoll(call.query("after", call.query("cursor", "0")).c_str());
    const auto entries = journal::look(rows, {after, limit, call.query("kind"), call.query("subject")});
    http::Page<JournalLine> page;
    for (const auto& entry : entries)
        page.items.push_back(
            {entry.seq,
             entry.at,
             entry.actor,
             entry.actor.starts_with("system:") ? entry.actor : organisation::person_name(rows, PersonId{entry.actor}),
             entry.drill,
             entry.kind,
             entry.subject,
             json::parse(entry.body),
             entry.prev,
             entry.hash}
        );
    if (static_cast<std::int64_t>(page.items.size()) == limit) page.cursor = std::to_string(page.items.back().seq);
    return page;
}

Result<http::Answer> metrics(const SystemView& view, store::Rows& rows) {
    std::int64_t resident_pages = 0, size_pages = 0;
    std::ifstream("/proc/self/statm") >> size_pages >> resident_pages;
    const auto head = journal::head_of(rows);
    const auto deadlines = rows.value<std::int64_t>("SELECT COUNT(*) FROM deadline").value_or(0);
    http::Answer answer;
    answer.content_type = "text/plain; version=0.0.4; charset=utf-8";
    answer.body = fmt::format(
        "# TYPE anlan_journal_entries counter\nanlan_journal_entries{{area=\"{0}\"}} {1}\n"
        "# TYPE anlan_deadlines gauge\nanlan_deadlines{{area=\"{0}\"}} {2}\n"
        "# TYPE anlan_live_listeners gauge\nanlan_live_listeners{{area=\"{0}\"}} {3}\n"
        "# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes {4}\n",
        view.facts.area.text,
        head.seq,
        deadlines,
        view.hub->listeners(),
        resident_pages * 4096
    );
    return answer;
}

void add_public(http::Endpoints& table, const SystemView& view) {
    using http::Method;
    table.get<Health>(
        "/healthz",
        "public",
        "是否在线",
        "whether it is alive",
        [view](const http::Call& call, store::Rows& rows) -> Result<Health> {
            return Health{
                "ok",
                view.facts.area,
                view.facts.name,
                view.facts.level(),
                kVersion,
                call.now,
                view.started,
                journal::head_of(rows).seq};
        }
    );
    auto& figures = table.add(Method::get, "/metrics", "public", "运行指标", "figures for Prometheus");
    figures.gives = {{"type", "string"}, {"contentMediaType", "text/plain"}};
    figures.read = [view](const http::Call&, store::Rows& rows) { return metrics(view, rows); };
    auto& description = table.add(Method::get, "/api/openapi.json", "public", "接口说明", "this description");
    description.gives = schema_of<json::object>();
    description.read = [view](const http::Call&, store::Rows&) -> Result<http::Answer> {
        return http::json_answer(200, http::openapi_of(*view.endpoints(), kVersion));
    };
    table.get<Compliance>(
        "/api/v1/compliance",
        "public",
        "主办单位与备案号",
        "owner and filing number of the phone pages",
        [view](const http::Call&, store::Rows&) -> Result<Compliance> {
            Compliance compliance{"石狮市应急管理局（示例）", "示例备案号 0000000000", "/m/me", view.demo, {}};
            if (view.demo)
                compliance.demo_logins = {"zhiban", "zhanzhang", "zhenzhang", "cunzhang", "shiju", "shenji", "admin"};
            return compliance;
        }
    );
}

}  // namespace

void add_system_endpoints(http::Endpoints& table, const SystemView& view) {
    add_public(table, view);
    table.list<JournalLine>("/api/v1/journal", "journal.read", "日志条目", "journal entries", &journal_page)
        .asks({http::asked_whole("after"), http::asked_whole("cursor"), http::asked_limit(), "kind", "subject"});
    table.get<journal::Proof>(
        "/api/v1/journal/verify",
        "journal.read",
        "校验日志链",
        "walk the hash chain",
        [](const http::Call&, store::Rows& rows) -> Result<journal::Proof> { return journal::prove_chain(rows); }
    );
}

}  // namespace anlan::app
