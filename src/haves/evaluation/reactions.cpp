#include "evaluation/reactions.hpp"

#include "evaluation/commands.hpp"
#include "evaluation/model_commands.hpp"

namespace anlan::evaluation {

namespace {

constexpr const char* kActor = "system:evaluation";

bool from_above(const journal::Cause& cause) {
    return !cause.mine && cause.node.level() == Level::county &&
           AreaCode{cause.from_area} == cause.node.area.parent();
}

journal::Wishes pass_on(const journal::Cause& cause) {
    if (!from_above(cause)) return {};
    return {cause.wish(kActor, PassOnModel{{cause.entry.subject}})};
}

}  // namespace

journal::Wishes pass_on_result(const journal::Cause& cause, const EvaluationConcluded& concluded) {
    journal::Wishes wishes;
    if (!from_above(cause)) return wishes;
    for (const auto& standing : concluded.standings)
        if (standing.station.parent() == cause.node.area)
            wishes.push_back(cause.wish(kActor, PassOnResult{concluded.year, standing.station}));
    return wishes;
}

journal::Wishes pass_on_named(const journal::Cause& cause, const ModelNamed&) {
    return pass_on(cause);
}

journal::Wishes pass_on_lesson(const journal::Cause& cause, const LessonTold&) {
    return pass_on(cause);
}

journal::Wishes pass_on_end(const journal::Cause& cause, const ModelEnded&) {
    return pass_on(cause);
}

}  // namespace anlan::evaluation
