#include "links/sharing.hpp"

#include <limits>

#include "journal/stream.hpp"

namespace anlan::links {

namespace {

/// Below the first entry of a journal there is none, above the last neither.
constexpr std::int64_t kNewest = std::numeric_limits<std::int64_t>::max();

struct Posted {
    std::int64_t seq = 0;
    std::string stream;
};
BOOST_DESCRIBE_STRUCT(Posted, (), (seq, stream))

/// "up/0" → "up"; "to/350581106000/1" → the area.
std::string addressee(const std::string& stream) {
    const auto end = stream.rfind('/');
    return stream.starts_with("to/") ? stream.substr(3, end - 3) : stream.substr(0, end);
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

http::Page<SentEntry> sent_entries(
    const std::vector<journal::Room>& rooms, store::Rows& store, std::int64_t before, std::int64_t limit
) {
    http::Page<SentEntry> page;
    const auto posted = store.select<Posted>(
        "SELECT seq, stream FROM outgoing WHERE seq < :b ORDER BY seq DESC, stream LIMIT :l", before, limit
    );
    for (const auto& [seq, stream] : posted) {
        const auto entry = store.first<journal::Entry>(
            "SELECT seq, at, actor, drill, kind, subject, cause, body, prev, hash FROM journal WHERE seq = :s", seq
        );
        if (!entry) continue;
        const auto shared = journal::shared_form(*entry, journal::kind_of(rooms, entry->kind));
        const auto urgency = static_cast<journal::Urgency>(stream.back() - '0');
        page.items.push_back(
            {seq,
             shared.at,
             addressee(stream),
             to_text(urgency),
             shared.kind,
             shared.subject,
             shared.actor,
             shared.drill,
             json::parse(shared.body).as_object()}
        );
    }
    if (static_cast<std::int64_t>(posted.size()) == limit) page.cursor = std::to_string(posted.back().seq);
    return page;
}

void add_sharing(http::Endpoints& table, const LinksView& view) {
    using http::Call;
    using http::Page;
    table.list<SharedKind>(
        "/api/v1/sharing",
        "desk.view",
        "共享规则：哪些信息离开本站",
        "sharing rules: what leaves the station and what stays",
        [view](const Call&, store::Rows&) -> Result<Page<SharedKind>> {
            return Page<SharedKind>{sharing_rules(*view.rooms()), {}};
        }
    );
    table
        .list<SentEntry>(
            "/api/v1/sharing/sent",
            "desk.view",
            "已离开本站的条目，原样",
            "entries that left the station, as others see them",
            [view](const Call& call, store::Rows& rows) -> Result<Page<SentEntry>> {
                const auto cursor = call.query("cursor");
                const auto before = cursor.empty() ? kNewest : std::atoll(cursor.c_str());
                return sent_entries(*view.rooms(), rows, before, call.limit());
            }
        )
        .asks({http::asked_whole("cursor"), http::asked_limit()});
}

}  // namespace anlan::links
