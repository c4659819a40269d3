#include "duty/log_answers.hpp"

#include <algorithm>

#include "organisation/queries.hpp"

namespace anlan::duty {

namespace {

struct CallRow {
    std::string id;
    Instant at{};
    std::vector<AreaCode> areas;
    std::int64_t limit_seconds = 0;
};
BOOST_DESCRIBE_STRUCT(CallRow, (), (id, at, areas, limit_seconds))

struct PartRow {
    AreaCode area;
    std::string outcome;
    std::int64_t seconds = 0;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(PartRow, (), (area, outcome, seconds, title))

}  // namespace

DeskAnswer desk_answer(store::Rows& rows, const World& world, const PersonId& reader) {
    DeskAnswer answer;
    answer.open = open_items(rows, world);
    for (const auto& note : open_notes(rows, world))
        answer.notes.push_back(
            {note.id.text,
             anlan::to_text(note.line),
             note.source,
             note.text,
             note.to_do,
             organisation::person_name(rows, note.actor),
             note.at}
        );
    for (auto& each : find_handovers(rows, world, 20))
        answer.handovers.push_back(
            {each.id.text,
             organisation::person_name(rows, each.giver),
             organisation::person_name(rows, each.taker),
             std::move(each.words),
             std::move(each.taker_words),
             each.offered_at,
             each.take_by,
             each.taken_at,
             std::move(each.open),
             std::move(each.checks),
             each.giver == reader}
        );
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<CheckKey>>([&](auto each) {
        answer.checklist.emplace_back(each.name);
    });
    return answer;
}

std::vector<RollCallAnswer> rollcalls_answer(store::Rows& rows, const World& world, std::int64_t limit) {
    std::vector<RollCallAnswer> answers;
    for (const auto& row : rows.select<CallRow>(
             "SELECT id, at, areas, limit_seconds FROM rollcall WHERE drill = :d ORDER BY at DESC, id DESC LIMIT :l",
             world.text(),
             limit
         )) {
        auto& answer = answers.emplace_back(RollCallAnswer{row.id, row.at, row.limit_seconds, {}});
        const auto parts =
            rows.select<PartRow>("SELECT area, outcome, seconds, title FROM rollcall_answer WHERE id = :i", row.id);
        for (const auto& area : row.areas) {
            RollCallPart part{area, organisation::area_name(rows, area), "", "", {}};
            for (const auto& told : parts) {
                if (told.area != area) continue;
                part.outcome = told.outcome;
                part.title = told.title;
                part.seconds = told.seconds;
            }
            answer.parts.push_back(std::move(part));
        }
    }
    return answers;
}

}  // namespace anlan::duty
