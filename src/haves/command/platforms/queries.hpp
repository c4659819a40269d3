#pragma once

#include <optional>
#include <vector>

#include "broadcast/queries.hpp"
#include "platforms/events.hpp"

namespace anlan::platforms {

struct PlatformFacts {
    std::string id, name;
    bool up = true;
    Instant since{};
    std::string zh, en;
};
BOOST_DESCRIBE_STRUCT(PlatformFacts, (), (id, name, up, since, zh, en))
std::vector<PlatformFacts> platforms(store::Rows& rows);
std::optional<PlatformFacts> find_platform(store::Rows& rows, const std::string& id);

struct MessageFacts {
    std::string package, platform, platform_name, message, title;
    Taking taking = Taking::drafted;
    BroadcastId broadcast;
    std::string zh, en;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(
    MessageFacts, (), (package, platform, platform_name, message, title, taking, broadcast, zh, en, at)
)
std::optional<MessageFacts> find_package(store::Rows& rows, const std::string& package);
/// The broadcast a platform's message (EBMID) was drafted as.
std::optional<MessageFacts> drafted_from(store::Rows& rows, const std::string& platform, const std::string& message);
/// Newest first.
std::vector<MessageFacts> messages(store::Rows& rows, std::int64_t limit);

struct SentFacts {
    BroadcastId broadcast;
    std::string platform;
    Said said = Said::release;
    std::string package;
    bool taken = true;
    std::string words;
    Instant at{};
    std::string title;  ///< of the broadcast
};
BOOST_DESCRIBE_STRUCT(SentFacts, (), (broadcast, platform, said, package, taken, words, at, title))
std::vector<SentFacts> sent(store::Rows& rows, std::int64_t limit);
std::optional<SentFacts> find_sent(
    store::Rows& rows, const BroadcastId& broadcast, const std::string& platform, Said said
);

struct RefusalFacts {
    std::string platform, code, zh, en;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(RefusalFacts, (), (platform, code, zh, en, at))
std::vector<RefusalFacts> refusals(store::Rows& rows, std::int64_t limit);
std::optional<RefusalFacts> find_refusal(store::Rows& rows, const std::string& platform, const std::string& code);

/// A broadcast of this station's own that a platform has not heard of yet.
struct Due {
    broadcast::BroadcastFacts broadcast;
    Said said = Said::release;
    std::int64_t of_day = 1;  ///< the how-manieth of its day: the serial of its EBMID
};
/// Emergencies alone, oldest first; none that was released more than a day ago, and none that this platform sent
/// itself.
std::vector<Due> due(store::Rows& rows, const std::string& platform, Instant now);

}  // namespace anlan::platforms
