#pragma once

#include "evaluation/events.hpp"
#include "evaluation/model_events.hpp"
#include "journal/desk.hpp"

namespace anlan::evaluation {

/// At a county: each of its stations gets its own line of the result.
journal::Wishes pass_on_result(const journal::Cause& cause, const EvaluationConcluded& concluded);

/// At a county: what the prefecture said of a model goes on to the towns.
journal::Wishes pass_on_named(const journal::Cause& cause, const ModelNamed& named);
journal::Wishes pass_on_lesson(const journal::Cause& cause, const LessonTold& lesson);
journal::Wishes pass_on_end(const journal::Cause& cause, const ModelEnded& ended);

}  // namespace anlan::evaluation
