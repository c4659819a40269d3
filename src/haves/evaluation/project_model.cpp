#include "evaluation/project.hpp"

/// A model is believed only of whoever named it, or of the county that hands down what came from above it.
namespace anlan::evaluation {

using store::Rows;

namespace {

void keep(Rows& rows, const std::string& model, const ModelNamed& named, Instant at) {
    rows.run(
        "INSERT INTO model_place(id, area, name, named_by, why, by_title, at) VALUES(:i, :a, :n, :b, :w, :t, :d) "
        "ON CONFLICT(id) DO NOTHING",
        model,
        named.area,
        named.name,
        named.named_by,
        named.why,
        named.by_title,
        at
    );
}

void keep(Rows& rows, const std::string& model, const PassedLesson& lesson) {
    rows.run(
        "INSERT INTO model_lesson(id, model, title, text, by_title, at) VALUES(:i, :m, :t, :x, :b, :a) "
        "ON CONFLICT(id) DO NOTHING",
        lesson.lesson,
        model,
        lesson.title,
        lesson.text,
        lesson.by_title,
        lesson.at
    );
}

void end(Rows& rows, const std::string& model, const std::string& reason, Instant at) {
    rows.run(
        "INSERT INTO model_end(model, reason, at) VALUES(:m, :r, :a) ON CONFLICT(model) DO NOTHING", model, reason, at
    );
}

bool named_by(Rows& rows, const Entry& entry, const AreaCode& node) {
    return rows.value<AreaCode>("SELECT named_by FROM model_place WHERE id = :i", entry.subject) == node;
}

}  // namespace

void project(Rows& rows, const Entry& entry, const ModelNamed& named) {
    keep(rows, entry.subject, named, entry.at);
}

void project(Rows& rows, const Entry& entry, const LessonTold& told) {
    keep(rows, entry.subject, {told.lesson, told.title, told.text, told.by_title, entry.at});
}

void project(Rows& rows, const Entry& entry, const ModelEnded& ended) {
    end(rows, entry.subject, ended.reason, entry.at);
}

void project(Rows&, const Entry&, const ModelPassedOn&) {
    // The county has it from the one who named it.
}

void mirror(Rows& rows, const Entry& entry, const ModelNamed& named, const AreaCode& from) {
    if (named.named_by == from && from.contains(named.area)) project(rows, entry, named);
}

void mirror(Rows& rows, const Entry& entry, const LessonTold& told, const AreaCode& from) {
    if (named_by(rows, entry, from)) project(rows, entry, told);
}

void mirror(Rows& rows, const Entry& entry, const ModelEnded& ended, const AreaCode& from) {
    if (named_by(rows, entry, from)) project(rows, entry, ended);
}

void mirror(Rows& rows, const Entry& entry, const ModelPassedOn& passed, const AreaCode& from) {
    const auto& by = passed.named.named_by;
    if (by == from || !by.contains(from)) return;
    keep(rows, entry.subject, passed.named, passed.named_at);
    for (const auto& lesson : passed.lessons) keep(rows, entry.subject, lesson);
    if (passed.ended_at) end(rows, entry.subject, passed.ended, *passed.ended_at);
}

}  // namespace anlan::evaluation
