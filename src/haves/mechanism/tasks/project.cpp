#include "tasks/project.hpp"

#include "journal/deadline.hpp"
#include "tasks/commands.hpp"

namespace anlan::tasks {

namespace {

std::string deadline_of(const Entry& entry) {
    return "task/" + entry.subject;
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const TaskAssigned& task) {
    rows.run(
        "INSERT INTO task(id, drill, origin, step, title, title_en, action, post, post_title, line, owner, area, "
        "started_at, "
        "due_at, confirmation, unit, number_wanted, photo, note, needs, chapter, text, state, overdue, done_by) "
        "VALUES(:id, :drill, :origin, :step, :title, :title_en, :action, :post, :post_title, :line, :owner, :area, "
        ":started, "
        ":due, :confirmation, :unit, :wanted, '', '', :needs, :chapter, :words, 'open', 0, '')",
        entry.subject,
        entry.drill,
        task.origin,
        task.step,
        task.title,
        task.title_en,
        task.action,
        task.post,
        task.post_title,
        task.line,
        task.owner,
        task.area,
        entry.at,
        task.due,
        task.confirmation,
        task.unit,
        task.number_wanted,
        task.needs,
        task.chapter,
        task.text
    );
    journal::set_deadline(
        rows,
        entry,
        deadline_of(entry),
        journal::after(entry, task.due - entry.at),
        "tasks.overdue",
        NoteOverdue{{entry.subject}}
    );
}

void project(store::Rows& rows, const Entry& entry, const TaskProgressed& progressed) {
    rows.run("UPDATE task SET number = :n, note = :t WHERE id = :i", progressed.number, progressed.note, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const TaskConfirmed& confirmed) {
    rows.run(
        "UPDATE task SET state = 'done', done_at = :a, done_by = :b, number = :n, photo = :p, lon = :x, lat = :y, note "
        "= :t "
        "WHERE id = :i",
        entry.at,
        confirmed.by,
        confirmed.number,
        confirmed.photo,
        confirmed.lon,
        confirmed.lat,
        confirmed.note,
        entry.subject
    );
    journal::clear_deadline(rows, deadline_of(entry));
}

void project(store::Rows& rows, const Entry& entry, const TaskOverdue&) {
    rows.run("UPDATE task SET overdue = 1 WHERE id = :i", entry.subject);
    journal::clear_deadline(rows, deadline_of(entry));
}

void project(store::Rows& rows, const Entry& entry, const TaskReassigned& reassigned) {
    rows.run("UPDATE task SET owner = :o WHERE id = :i", reassigned.owner, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const TaskCancelled&) {
    rows.run("UPDATE task SET state = 'cancelled' WHERE id = :i", entry.subject);
    journal::clear_deadline(rows, deadline_of(entry));
}

void mirror(store::Rows& rows, const Entry& entry, const TaskAssigned& task, const AreaCode& from) {
    rows.run(
        "INSERT INTO town_task(node, id, drill, origin, title, area, due_at, state) VALUES(:n, :i, :d, :o, :t, :a, "
        ":due, 'open') "
        "ON CONFLICT(node, id) DO NOTHING",
        from,
        entry.subject,
        entry.drill,
        task.origin,
        task.title,
        task.area,
        task.due
    );
}

void mirror(store::Rows& rows, const Entry& entry, const TaskConfirmed&, const AreaCode& from) {
    rows.run(
        "UPDATE town_task SET state = 'done', done_at = :a WHERE node = :n AND id = :i", entry.at, from, entry.subject
    );
}

void mirror(store::Rows& rows, const Entry& entry, const TaskCancelled&, const AreaCode& from) {
    rows.run("UPDATE town_task SET state = 'cancelled' WHERE node = :n AND id = :i", from, entry.subject);
}

}  // namespace anlan::tasks
