#include <fmt/format.h>

#include "response/part.hpp"
#include "response/project.hpp"
#include "response/timeline.hpp"

namespace anlan::response {

namespace {

Line line_of_task(const Part& part) {
    Line line;
    line.response = part.response;
    line.person = part.person;
    line.area = part.area;
    return line;
}

/// "（1186人）"; nothing where no number was asked for.
std::string with_number(const std::optional<double>& number) {
    return number ? fmt::format("（{:g}）", *number) : std::string();
}

}  // namespace

void note(store::Rows& rows, const Entry& entry, const tasks::TaskAssigned& assigned) {
    const Part part{
        response_of_origin(rows, assigned.origin),
        "task",
        assigned.title,
        assigned.owner,
        assigned.area,
        "",
        assigned.due};
    keep_part(rows, entry, part, true);
    auto line = line_of_task(part);
    const auto vacant = assigned.owner.empty();
    line.late = vacant;
    line.zh = fmt::format(
        "下达任务：{}（{}{}），{}前完成",
        assigned.title,
        assigned.post_title,
        vacant ? "，岗位空缺" : " {person}",
        clock_time(assigned.due)
    );
    line.en = fmt::format(
        "Task: {} ({}{}), by {}",
        assigned.title_en.empty() ? assigned.title : assigned.title_en,
        assigned.post_title,
        vacant ? ", post vacant" : " {person}",
        clock_time(assigned.due)
    );
    write_line(rows, entry, {}, line);
}

void note(store::Rows& rows, const Entry& entry, const tasks::TaskConfirmed& confirmed) {
    const auto part = part_of(rows, entry.subject);
    auto line = line_of_task(part);
    line.person = confirmed.by;
    line.late = confirmed.late;
    line.zh =
        fmt::format("{{person}}{}完成：{}{}", confirmed.late ? "逾时" : "", part.title, with_number(confirmed.number));
    line.en = fmt::format(
        "{{person}} completed{}: {}{}", confirmed.late ? " late" : "", part.title, with_number(confirmed.number)
    );
    write_line(rows, entry, {}, line);
}

void note(store::Rows& rows, const Entry& entry, const tasks::TaskProgressed& progressed) {
    const auto part = part_of(rows, entry.subject);
    auto line = line_of_task(part);
    line.person = progressed.by;
    line.zh = fmt::format("{}进展{}", part.title, with_number(progressed.number));
    line.en = fmt::format("Progress of {}{}", part.title, with_number(progressed.number));
    write_line(rows, entry, {}, line);
}

void note(store::Rows& rows, const Entry& entry, const tasks::TaskOverdue& overdue) {
    auto line = line_of_task(part_of(rows, entry.subject));
    line.person = overdue.owner;
    line.late = true;
    line.zh = "任务逾期未完成：" + overdue.title;
    line.en = "Task overdue: " + overdue.title;
    write_line(rows, entry, {}, line);
}

void note(store::Rows& rows, const Entry& entry, const tasks::TaskReassigned& reassigned) {
    const auto part = part_of(rows, entry.subject);
    auto line = line_of_task(part);
    line.person = reassigned.owner;
    line.zh = fmt::format("任务改派{{person}}：{}（{}）", part.title, reassigned.reason);
    line.en = fmt::format("Task given to {{person}}: {} ({})", part.title, reassigned.reason);
    write_line(rows, entry, {}, line);
}

void note(store::Rows& rows, const Entry& entry, const tasks::TaskCancelled& cancelled) {
    const auto part = part_of(rows, entry.subject);
    auto line = line_of_task(part);
    line.zh = fmt::format("任务取消：{}（{}）", part.title, cancelled.reason);
    line.en = fmt::format("Task cancelled: {} ({})", part.title, cancelled.reason);
    write_line(rows, entry, {}, line);
}

}  // namespace anlan::response
