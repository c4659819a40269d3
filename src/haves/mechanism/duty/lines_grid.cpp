#include "duty/lines_grid.hpp"

#include <fmt/format.h>

#include "duty/heed.hpp"
#include "grid/queries.hpp"

namespace anlan::duty {

namespace {

void say(store::Rows& rows, const Entry& entry, const grid::GridReported& told, const AreaCode&) {
    const auto place = told.place.empty() ? "" : "（" + told.place + "）";
    say_line(
        rows,
        entry,
        {},
        {fmt::format("网格上报：{}{} {}", grid::kind_name(told.kind), place, told.words),
         fmt::format("The grid reports: {}{} {}", told.kind, place, told.words)}
    );
}

void say(store::Rows& rows, const Entry& entry, const grid::MadeIncident&, const AreaCode&) {
    say_line(rows, entry, {}, {"网格上报转为突发事件", "A report of the grid becomes an incident"});
}

void say(store::Rows& rows, const Entry& entry, const grid::HazardGiven& given, const AreaCode&) {
    say_line(
        rows,
        entry,
        {},
        {fmt::format("交办网格隐患：{}（{}）", given.title, given.owner_title),
         fmt::format("Hazard given to {}: {}", given.owner_title, given.title)}
    );
}

void say(store::Rows& rows, const Entry& entry, const grid::HazardChecked& checked, const AreaCode&) {
    if (checked.passed) return;
    say_line(
        rows, entry, {}, {"网格隐患复查未通过：" + checked.words, "A hazard is not put right: " + checked.words, true}
    );
}

void say(store::Rows& rows, const Entry& entry, const grid::ReportAnswered& answered, const AreaCode&) {
    say_line(
        rows,
        entry,
        {},
        {"网格上报办结答复：" + answered.words, "A report of the grid is answered: " + answered.words, answered.late}
    );
}

void say(store::Rows& rows, const Entry& entry, const grid::ReportPassed& passed, const AreaCode&) {
    say_line(rows, entry, {}, {"网格上报转上级：" + passed.why, "A report of the grid is passed up: " + passed.why});
}

void say(store::Rows& rows, const Entry& entry, const grid::ReportReceived& received, const AreaCode&) {
    response::Line line;
    line.area = received.from;
    line.zh = fmt::format("下级转来网格上报：{} {}", grid::kind_name(received.passed.kind), received.passed.words);
    line.en = fmt::format("A report of the grid comes from below: {} {}", received.passed.kind, received.passed.words);
    response::write_line(rows, entry, {}, line);
}

void say(store::Rows& rows, const Entry& entry, const grid::RoundDone& done, const AreaCode&) {
    const auto zh = done.wrong == 0 ? std::string("未发现问题") : fmt::format("发现问题 {} 处", done.wrong);
    say_line(
        rows,
        entry,
        {},
        {fmt::format("{{actor}}完成巡查：{}，{}", done.title, zh),
         fmt::format("{{actor}} walked {}: {} wrong", done.title, done.wrong)}
    );
}

}  // namespace

void heed_grid(journal::Room& room) {
    heed<grid::GridReported>(room, &say);
    heed<grid::MadeIncident>(room, &say);
    heed<grid::HazardGiven>(room, &say);
    heed<grid::HazardChecked>(room, &say);
    heed<grid::ReportAnswered>(room, &say);
    heed<grid::ReportPassed>(room, &say);
    heed<grid::ReportReceived>(room, &say);
    heed<grid::RoundDone>(room, &say);
}

}  // namespace anlan::duty
