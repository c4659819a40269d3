#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "base/world.hpp"
#include "response/events.hpp"
#include "store/rows.hpp"

/// What happened, in plain lines: of one response, and of the whole node (值班日志). The lines are written by
/// projections with ids in them; names are put in when they are read, so that a forgotten person is forgotten here too.
namespace anlan::response {

/// One line as it is kept. The texts may hold {person}, {actor} and {area}.
struct Line {
    std::string response;  ///< empty: belongs to none
    PersonId person;
    AreaCode area;
    std::string colour;
    bool late = false;
    std::string zh, en;
};

/// `node` is empty for our own entries.
void write_line(store::Rows& rows, const journal::Entry& entry, const std::string& node, const Line& line);
/// A line of words alone.
void write_words(
    store::Rows& rows,
    const journal::Entry& entry,
    const std::string& node,
    std::string zh,
    std::string en,
    bool late = false
);

void tell(store::Rows& rows, const journal::Entry& entry, const std::string& node, const ResponseProposed& proposed);
void tell(store::Rows& rows, const journal::Entry& entry, const std::string& node, const ConfirmEscalated& escalated);
void tell(store::Rows& rows, const journal::Entry& entry, const std::string& node, const ResponseActivated& activated);
void tell(store::Rows& rows, const journal::Entry& entry, const std::string& node, const ResponseDeclined& declined);
void tell(store::Rows& rows, const journal::Entry& entry, const std::string& node, const LevelSuggested& suggested);
void tell(store::Rows& rows, const journal::Entry& entry, const std::string& node, const LevelChanged& changed);
void tell(store::Rows& rows, const journal::Entry& entry, const std::string& node, const ResponseClosed& closed);

/// One line as it is read.
struct TimelineLine {
    std::int64_t seq = 0;
    Instant at{};
    std::string kind;  ///< "call.placed"
    std::string subject, actor_name, text_zh, text_en;
    std::optional<std::string> person_name;
    std::optional<AreaCode> area;
    std::optional<double> lon, lat;
    std::optional<std::string> colour;
    bool late = false;
};
BOOST_DESCRIBE_STRUCT(
    TimelineLine, (), (seq, at, kind, subject, actor_name, text_zh, text_en, person_name, area, lon, lat, colour, late)
)

/// Lines of a response and of the warnings that bear on it, oldest first, those after `after`.
std::vector<TimelineLine> timeline_of(
    store::Rows& rows, const ResponseId& response, std::int64_t after = 0, std::int64_t limit = 100'000
);

/// The last lines of the node in one world, newest first; what nodes below told of their responses among them. With
/// `before` (LogPage::before of the page that came first) those that stand before it.
struct LogPage {
    std::vector<TimelineLine> lines;
    std::string before;  ///< empty: there are no earlier ones
};
LogPage duty_log(store::Rows& rows, const World& world, std::int64_t limit, const std::string& before = {});

/// What one own entry is to be found by: its line as it is kept, places filled in, people left out.
struct PlainLine {
    AreaCode area;
    std::string zh;
};
BOOST_DESCRIBE_STRUCT(PlainLine, (), (area, zh))
std::vector<PlainLine> plain_lines(store::Rows& rows, const journal::Entry& entry);

/// "08:37" at the station.
std::string clock_time(Instant at);

}  // namespace anlan::response
