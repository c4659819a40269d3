#pragma once

#include <optional>
#include <vector>

#include "evaluation/model_events.hpp"
#include "store/rows.hpp"

namespace anlan::evaluation {

struct ModelFacts {
    ModelId id;
    AreaCode area;
    std::string name;
    AreaCode named_by;
    std::string why, by_title;
    Instant at{};
    std::optional<Instant> ended_at;
    std::string ended;
};
BOOST_DESCRIBE_STRUCT(ModelFacts, (), (id, area, name, named_by, why, by_title, at, ended_at, ended))
std::optional<ModelFacts> find_model(store::Rows& rows, const ModelId& id);
std::vector<ModelFacts> models_known(store::Rows& rows);  ///< those in force first, the newest first

struct LessonFacts {
    std::string id;
    ModelId model;
    std::string title, text, by_title;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(LessonFacts, (), (id, model, title, text, by_title, at))
std::vector<LessonFacts> lessons_of(store::Rows& rows, const ModelId& model);  ///< the oldest first

}  // namespace anlan::evaluation
