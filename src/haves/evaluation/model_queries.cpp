#include "evaluation/model_queries.hpp"

namespace anlan::evaluation {

namespace {

constexpr const char* kModels =
    "SELECT m.id, m.area, m.name, m.named_by, m.why, m.by_title, m.at, e.at, COALESCE(e.reason, '') FROM model_place m "
    "LEFT JOIN model_end e ON e.model = m.id ";

}  // namespace

std::optional<ModelFacts> find_model(store::Rows& rows, const ModelId& id) {
    return rows.first<ModelFacts>(std::string(kModels) + "WHERE m.id = :i", id);
}

std::vector<ModelFacts> models_known(store::Rows& rows) {
    return rows.select<ModelFacts>(
        std::string(kModels) + "ORDER BY CASE WHEN e.at IS NULL THEN 0 ELSE 1 END, m.at DESC, m.id"
    );
}

std::vector<LessonFacts> lessons_of(store::Rows& rows, const ModelId& model) {
    return rows.select<LessonFacts>(
        "SELECT id, model, title, text, by_title, at FROM model_lesson WHERE model = :m ORDER BY at, id", model
    );
}

}  // namespace anlan::evaluation
