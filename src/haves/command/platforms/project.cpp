#include "platforms/project.hpp"

namespace anlan::platforms {

void project(store::Rows& rows, const journal::Entry& entry, const MessageTaken& taken) {
    rows.run(
        "INSERT INTO platform_message(package, platform, platform_name, message, title, taking, broadcast, zh, en, at) "
        "VALUES(:p, :f, :n, :m, :t, :g, :b, :z, :e, :at)",
        entry.subject,
        taken.platform,
        taken.platform_name,
        taken.message,
        taken.title,
        taken.taking,
        taken.broadcast,
        taken.zh,
        taken.en,
        entry.at
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const MessageSent& sent) {
    rows.run(
        "INSERT INTO platform_sent(broadcast, platform, said, package, taken, words, at) VALUES(:b, :f, :s, :p, :t, "
        ":w, :at)",
        entry.subject,
        sent.platform,
        sent.said,
        sent.package,
        sent.taken,
        sent.words,
        entry.at
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const PlatformReached& reached) {
    rows.run(
        "INSERT INTO platform(id, name, up, since, zh, en) VALUES(:i, :n, :u, :at, :z, :e) ON CONFLICT(id) DO UPDATE "
        "SET "
        "name = excluded.name, up = excluded.up, since = excluded.since, zh = excluded.zh, en = excluded.en",
        entry.subject,
        reached.name,
        reached.up,
        entry.at,
        reached.zh,
        reached.en
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const PackageRefused& refused) {
    rows.run(
        "INSERT INTO platform_refusal(platform, code, zh, en, at) VALUES(:p, :c, :z, :e, :at) ON CONFLICT(platform, "
        "code) "
        "DO UPDATE SET zh = excluded.zh, en = excluded.en, at = excluded.at",
        entry.subject,
        refused.code,
        refused.zh,
        refused.en,
        entry.at
    );
}

}  // namespace anlan::platforms
