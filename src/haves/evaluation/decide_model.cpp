#include <algorithm>

#include "evaluation/model_commands.hpp"
#include "evaluation/model_queries.hpp"
#include "evaluation/rules.hpp"
#include "organisation/queries.hpp"

/// Model towns and villages, and what others can learn from them.
namespace anlan::evaluation {

namespace {

constexpr std::size_t kLongestTitle_bytes = 300, kLongestText_bytes = 12'000;

Result<void> names_models(const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    const auto level = desk.node.level();
    if (level == Level::county || level == Level::prefecture) return done();
    return refuse("not_at_this_level", "", "由县级以上树标杆", "the county or the level above names models");
}

/// One this node named itself.
Result<ModelFacts> own_model(const Desk& desk, const ModelId& id) {
    BOOST_OUTCOME_TRYV(names_models(desk));
    auto found = find_model(desk.views, id);
    if (!found) return refuse("model_unknown", "model", "没有这个标杆，请刷新", "there is no such model; reload");
    if (found->named_by != desk.node.area)
        return refuse("not_yours", "model", "由树标杆的单位办理", "whoever named it does this");
    return std::move(*found);
}

Result<std::string> place_below(const Desk& desk, const AreaCode& area) {
    const auto level = area.level();
    if (area == desk.node.area || !desk.node.area.contains(area) || (level != Level::town && level != Level::village))
        return refuse("not_below", "area", "请选择辖区内的镇或村", "choose a town or a village of your own area");
    const auto facts = organisation::area_facts(desk.views, area);
    if (!facts)
        return refuse("area_unknown", "area", "没有这个单位：" + area.text, "no such area: " + area.text);
    return facts->name;
}

Result<void> has_passed(const Desk& desk, const AreaCode& town) {
    const auto acceptance = concluded_acceptance(desk.views, town);
    if (acceptance && acceptance->conclusion->result != programme::AcceptanceResult::rectify) return done();
    return refuse(
        "not_accepted",
        "area",
        "这个站还没有通过验收，通过后再树标杆",
        "this station has not passed acceptance yet; name it when it has"
    );
}

}  // namespace

Result<Decision> decide(const NameModel& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(names_models(desk));
    BOOST_OUTCOME_TRY(auto name, place_below(desk, wish.area));
    if (wish.area.level() == Level::town) {
        BOOST_OUTCOME_TRYV(has_passed(desk, wish.area));
    }
    for (const auto& each : models_known(desk.views))
        if (each.area == wish.area && each.named_by == desk.node.area && !each.ended_at)
            return refuse("already_model", "area", "已经是标杆", "it is a model already");
    if (wish.why.empty()) return refuse("why_empty", "why", "请写为什么是标杆", "say why it is a model");
    return journal::decided(journal::event(
        desk.new_id(), ModelNamed{wish.area, std::move(name), desk.node.area, wish.why, title_of(desk)}
    ));
}

Result<Decision> decide(const TellLesson& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto model, own_model(desk, wish.model));
    if (model.ended_at) return refuse("already_ended", "model", "标杆已撤销", "it is no longer a model");
    if (wish.title.empty()) return refuse("title_empty", "title", "请写标题", "give it a title");
    if (wish.text.empty()) return refuse("text_empty", "text", "请写做法", "write what was done");
    if (wish.title.size() > kLongestTitle_bytes || wish.text.size() > kLongestText_bytes)
        return refuse(
            "too_long",
            wish.title.size() > kLongestTitle_bytes ? "title" : "text",
            "标题不超过 100 字，正文不超过 4000 字",
            "keep the title under 100 and the text under 4000 characters"
        );
    return journal::decided(
        journal::event(wish.model.text, LessonTold{desk.new_id(), wish.title, wish.text, title_of(desk)})
    );
}

Result<Decision> decide(const EndModel& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto model, own_model(desk, wish.model));
    if (wish.reason.empty()) return refuse("reason_empty", "reason", "请写撤销原因", "say why it ends");
    if (model.ended_at) return Decision{{}, wish.model.text, {}};
    return journal::decided(journal::event(wish.model.text, ModelEnded{wish.reason}));
}

Result<Decision> decide(const PassOnModel& wish, const Desk& desk) {
    const auto model = find_model(desk.views, wish.model);
    if (!model || desk.node.level() != Level::county || model->named_by == desk.node.area) return Decision{};
    ModelPassedOn passed{
        {model->area, model->name, model->named_by, model->why, model->by_title},
        model->at,
        {},
        model->ended_at,
        model->ended};
    for (const auto& each : lessons_of(desk.views, wish.model))
        passed.lessons.push_back({each.id, each.title, each.text, each.by_title, each.at});
    return journal::decided(journal::event(wish.model.text, std::move(passed)));
}

}  // namespace anlan::evaluation
