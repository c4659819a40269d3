#include "platforms/queries.hpp"

#include <algorithm>

namespace anlan::platforms {

namespace {

constexpr std::chrono::hours kUseful{24};
constexpr std::int64_t kLooked = 200;  ///< broadcasts of a day; a station has a handful

constexpr const char* kMessage =
    "SELECT package, platform, platform_name, message, title, taking, broadcast, zh, en, at FROM platform_message ";
constexpr const char* kSent = "SELECT broadcast, platform, said, package, taken, words, at, '' FROM platform_sent ";
constexpr const char* kPlatform = "SELECT id, name, up, since, zh, en FROM platform ";
constexpr const char* kRefusal = "SELECT platform, code, zh, en, at FROM platform_refusal ";

std::string day_of(Instant at) {
    return to_local(at).substr(0, 10);
}

bool sent_by(store::Rows& rows, const std::string& platform, const BroadcastId& broadcast) {
    return rows.value<std::int64_t>(
                   "SELECT COUNT(*) FROM platform_message WHERE platform = :p AND broadcast = :b", platform, broadcast
           )
               .value_or(0) > 0;
}

}  // namespace

std::vector<PlatformFacts> platforms(store::Rows& rows) {
    return rows.select<PlatformFacts>(std::string(kPlatform) + "ORDER BY name, id");
}

std::optional<PlatformFacts> find_platform(store::Rows& rows, const std::string& id) {
    return rows.first<PlatformFacts>(std::string(kPlatform) + "WHERE id = :i", id);
}

std::optional<MessageFacts> find_package(store::Rows& rows, const std::string& package) {
    return rows.first<MessageFacts>(std::string(kMessage) + "WHERE package = :p", package);
}

std::optional<MessageFacts> drafted_from(store::Rows& rows, const std::string& platform, const std::string& message) {
    return rows.first<MessageFacts>(
        std::string(kMessage) + "WHERE message = :m AND platform = :p AND taking = 'drafted'", message, platform
    );
}

std::vector<MessageFacts> messages(store::Rows& rows, std::int64_t limit) {
    return rows.select<MessageFacts>(
        std::string(kMessage) + "ORDER BY at DESC, package LIMIT CAST(:l AS BIGINT)", limit
    );
}

std::vector<SentFacts> sent(store::Rows& rows, std::int64_t limit) {
    auto all = rows.select<SentFacts>(
        std::string(kSent) + "ORDER BY at DESC, broadcast, platform, said LIMIT CAST(:l AS BIGINT)", limit
    );
    for (auto& one : all)
        if (const auto told = broadcast::find_broadcast(rows, one.broadcast)) one.title = told->sheet.title;
    return all;
}

std::optional<SentFacts> find_sent(
    store::Rows& rows, const BroadcastId& broadcast, const std::string& platform, Said said
) {
    return rows.first<SentFacts>(
        std::string(kSent) + "WHERE broadcast = :b AND platform = :p AND said = :s", broadcast, platform, said
    );
}

std::vector<RefusalFacts> refusals(store::Rows& rows, std::int64_t limit) {
    return rows.select<RefusalFacts>(
        std::string(kRefusal) + "ORDER BY at DESC, platform LIMIT CAST(:l AS BIGINT)", limit
    );
}

std::optional<RefusalFacts> find_refusal(store::Rows& rows, const std::string& platform, const std::string& code) {
    return rows.first<RefusalFacts>(std::string(kRefusal) + "WHERE platform = :p AND code = :c", platform, code);
}

std::vector<Due> due(store::Rows& rows, const std::string& platform, Instant now) {
    auto all = broadcast::broadcasts(rows, World::real(), kLooked);
    std::erase_if(all, [&](const broadcast::BroadcastFacts& one) {
        return one.sheet.purpose != broadcast::Purpose::emergency || !one.node.text.empty() || !one.from.text.empty() ||
               !one.released_at || now - *one.released_at > kUseful;
    });
    std::sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
        return std::tie(*one.released_at, one.id.text) < std::tie(*other.released_at, other.id.text);
    });
    std::vector<Due> due;
    std::map<std::string, std::int64_t> of_day;
    for (auto& one : all) {
        const auto serial = ++of_day[day_of(*one.released_at)];
        if (sent_by(rows, platform, one.id)) continue;
        const auto told = find_sent(rows, one.id, platform, Said::release);
        const bool stopped = one.state == broadcast::BroadcastState::stopped;
        if (!told && !stopped)
            due.push_back({std::move(one), Said::release, serial});
        else if (told && told->taken && stopped && !find_sent(rows, one.id, platform, Said::stop))
            due.push_back({std::move(one), Said::stop, serial});
    }
    return due;
}

}  // namespace anlan::platforms
