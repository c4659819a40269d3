#pragma once

#include "narrow/queries.hpp"

namespace anlan::narrow {

/// What a neighbour told by short message.
struct HeardAnswer {
    AreaCode node;
    std::string name;
    std::int64_t seq = 0;
    std::string drill;
    ToldKind told = ToldKind::help;
    json::object body;
    Instant at{}, received_at{};
    std::string bearer;            ///< "sms", "satellite"
    std::string mark_zh, mark_en;  ///< 经短信收到
    bool in_full = false;          ///< the full entry has come by the link since
    std::string about;             ///< id of the own response that a receipt or an answer is about, if known
};
BOOST_DESCRIBE_STRUCT(
    HeardAnswer, (), (node, name, seq, drill, told, body, at, received_at, bearer, mark_zh, mark_en, in_full, about)
)

/// A report once, whichever way it came first.
struct ReportAnswer {
    AreaCode node;
    std::string name;
    std::int64_t seq = 0;
    std::string drill;
    ToldKind told = ToldKind::help;
    json::object body;
    Instant at{};
    std::string via;  ///< "own", "link", "sms", "satellite"
    std::string mark_zh, mark_en;
};
BOOST_DESCRIBE_STRUCT(ReportAnswer, (), (node, name, seq, drill, told, body, at, via, mark_zh, mark_en))

/// The device for short messages, as people see it.
struct DeviceAnswer {
    bool configured = false;
    std::string kind;    ///< "gsm", "binary", "satellite"
    std::string number;  ///< own
    bool ready = false;  ///< it answers
    std::string note;    ///< what is wrong
    std::optional<std::int64_t> signal_percent;
    std::int64_t queued = 0, sent = 0, failed = 0, received = 0;  ///< messages since the start
};
BOOST_DESCRIBE_STRUCT(
    DeviceAnswer, (), (configured, kind, number, ready, note, signal_percent, queued, sent, failed, received)
)

/// Newest first. `below`: only of this area, and of the level above it.
std::vector<HeardAnswer> heard(store::Rows& rows, const std::string& drill, const AreaCode& below, std::int64_t limit);
std::vector<ReportAnswer> reports(
    store::Rows& rows, const AreaCode& here, const std::string& drill, const AreaCode& below, std::int64_t limit
);
std::vector<SentRow> told(store::Rows& rows, const std::string& drill, std::int64_t limit);

}  // namespace anlan::narrow
