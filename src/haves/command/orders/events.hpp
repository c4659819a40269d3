#pragma once

#include "journal/event.hpp"

/// Orders of a node to its children (指令下达), and what the children make of them: receipt (签收) and answer (报送).
namespace anlan::orders {

using OrderId = Id<struct OrderTag>;

/// 指令, 请报送, 文件, 启动预案.
BOOST_DEFINE_ENUM_CLASS(OrderKind, order, question, document, activation)

/// One number asked for: {"moved", "已转移", "人"}.
struct Asked {
    std::string key, label, unit;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (key, label, unit))

/// The number given for one that was asked. Unknown is absent; zero is a number.
struct Given {
    std::string key;
    double value = 0;
};
BOOST_DESCRIBE_STRUCT(Given, (), (key, value))

/// What is ordered; the same in the wish and in the fact.
struct Sheet {
    OrderKind kind = OrderKind::order;
    std::string title, text;
    std::string number;        ///< 文号; may be empty
    std::vector<Asked> asks;   ///< only of a question
    std::string response;      ///< of an activation: id of the issuer's response
    std::string hazard;        ///< of an activation
    std::int64_t level = 0;    ///< of an activation: 1 (Ⅰ) … 4 (Ⅳ)
    std::vector<AreaCode> to;  ///< children of the issuer
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (kind, title, text, number, asks, response, hazard, level, to))

struct OrderIssued {
    static constexpr journal::EventKind kKind{"order.issued", 1, journal::Share::down, journal::Urgency::urgent};
    Sheet sheet;
    Instant receipt_by{};
    std::optional<Instant> answer_by;  ///< none: nothing is to be answered
    std::string by_title;              ///< post of who issued it
};
BOOST_DESCRIBE_STRUCT(OrderIssued, (), (sheet, receipt_by, answer_by, by_title))

/// 催办.
struct OrderReminded {
    static constexpr journal::EventKind kKind{"order.reminded", 1, journal::Share::down, journal::Urgency::urgent};
    std::vector<AreaCode> to;
    std::string by_title;
};
BOOST_DESCRIBE_STRUCT(OrderReminded, (), (to, by_title))

struct OrderWithdrawn {
    static constexpr journal::EventKind kKind{"order.withdrawn", 1, journal::Share::down, journal::Urgency::urgent};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(OrderWithdrawn, (), (reason))

struct OrderReceipted {
    static constexpr journal::EventKind kKind{"order.receipted", 1, journal::Share::up, journal::Urgency::urgent};
    AreaCode area;
    std::string title;  ///< of the order, for logs that know no more
    std::string by_title;
    bool on_behalf = false;  ///< noted at the issuer, who was told by telephone
};
BOOST_DESCRIBE_STRUCT(OrderReceipted, (), (area, title, by_title, on_behalf))

/// The last answer counts; the first says whether it was in time.
struct OrderAnswered {
    static constexpr journal::EventKind kKind{"order.answered", 1, journal::Share::up, journal::Urgency::urgent};
    AreaCode area;
    std::string title;  ///< of the order
    std::string text;
    std::vector<Given> values;
    std::string by_title;
    bool on_behalf = false;
};
BOOST_DESCRIBE_STRUCT(OrderAnswered, (), (area, title, text, values, by_title, on_behalf))

/// What of the issuer's has arrived.
BOOST_DEFINE_ENUM_CLASS(News, issued, reminded, withdrawn)

/// The addressee's station has it (送达); its desk hears of it at once, and the issuer that it is there.
struct OrderArrived {
    static constexpr journal::EventKind kKind{"order.arrived", 1, journal::Share::up};
    AreaCode area;
    News news = News::issued;
};
BOOST_DESCRIBE_STRUCT(OrderArrived, (), (area, news))

/// What an order waits for.
BOOST_DEFINE_ENUM_CLASS(Stage, receipt, answer)

/// The time is over and these have not receipted or answered.
struct OrderOverdue {
    static constexpr journal::EventKind kKind{"order.overdue", 1, journal::Share::local, journal::Urgency::urgent};
    Stage stage = Stage::receipt;
    std::string title;
    std::vector<AreaCode> missing;
    std::vector<std::string> names;  ///< of the missing, as they are called at that time
};
BOOST_DESCRIBE_STRUCT(OrderOverdue, (), (stage, title, missing, names))

/// A receipt or an answer has come up: from now on it is known here, and the desk hears of it at once.
struct OrderHeard {
    static constexpr journal::EventKind kKind{"order.heard", 1};
    AreaCode area;
    Stage stage = Stage::receipt;
};
BOOST_DESCRIBE_STRUCT(OrderHeard, (), (area, stage))

}  // namespace anlan::orders
