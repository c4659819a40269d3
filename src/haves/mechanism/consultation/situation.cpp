#include "consultation/situation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "documents/official.hpp"
#include "incident/queries.hpp"
#include "orders/queries.hpp"
#include "organisation/queries.hpp"
#include "plan/queries.hpp"
#include "response/queries.hpp"
#include "tasks/queries.hpp"
#include "warehouse/queries.hpp"
#include "warning/queries.hpp"

namespace anlan::consultation {

namespace {

constexpr std::int64_t kMost = 100;
constexpr std::size_t kNamed = 3;  ///< of a list only the first are named, the rest are counted
constexpr const char* kLevels[] = {"", "Ⅰ级", "Ⅱ级", "Ⅲ级", "Ⅳ级"};

using Items = std::vector<AgendaItem>;

std::string named(const std::vector<std::string>& names) {
    const std::vector<std::string> first(names.begin(), names.begin() + std::min(kNamed, names.size()));
    auto text = fmt::format("{}", fmt::join(first, "、"));
    if (names.size() > kNamed) text += fmt::format("等 {} 项", names.size());
    return text;
}

std::string response_in_words(const response::ResponseFacts& each) {
    const auto level = each.level >= 1 && each.level <= 4 ? each.level : 0;
    const auto title = warning::hazard_name(each.hazard) + kLevels[level] + "响应";
    if (!each.activated_at) return title + "待确认";
    return fmt::format("{}，{}启动", title, documents::chinese_time(*each.activated_at));
}

void add_responses(store::Rows& rows, const World& world, Items& items) {
    for (const auto& each : response::open_responses(rows, world))
        items.push_back({Topic::response, each.id.text, response_in_words(each)});
}

void add_warnings(store::Rows& rows, const World& world, Items& items) {
    for (const auto& each : warning::find_warnings(rows, {world, false, "", 0, kMost}))
        if (each.covers_us)
            items.push_back({Topic::warning, each.id.text, each.headline.empty() ? each.event : each.headline});
}

std::string incident_in_words(const incident::IncidentFacts& each) {
    const auto figures = incident::figures_in_words(each.account.figures);
    return figures.empty() ? each.account.title : each.account.title + "：" + figures;
}

void add_incidents(store::Rows& rows, const World& world, Items& items) {
    for (const auto& each : incident::find_incidents(rows, world, true, kMost))
        if (!each.closed_at) items.push_back({Topic::incident, each.id.text, incident_in_words(each)});
}

void add_late_tasks(store::Rows& rows, const World& world, Instant now, Items& items) {
    std::vector<std::string> names;
    for (const auto& each : tasks::late_tasks(rows, world, now, kMost)) names.push_back(each.title);
    if (!names.empty())
        items.push_back({Topic::task, "", fmt::format("逾期任务 {} 项：{}", names.size(), named(names))});
}

void add_silent_units(store::Rows& rows, const World& world, Items& items) {
    for (const auto& each : orders::find_orders(rows, world, kMost)) {
        if (!each.ours() || each.withdrawn_at) continue;
        const auto stage = each.answer_by ? orders::Stage::answer : orders::Stage::receipt;
        std::vector<std::string> names;
        for (const auto& area : orders::missing_of(rows, each.id, stage))
            names.push_back(organisation::area_name(rows, area));
        if (!names.empty())
            items.push_back({Topic::unit, each.id.text, fmt::format("{}：{}尚未回复", each.title, named(names))});
    }
}

/// What the plans in force want of stock, against what lies in the stores.
void add_short_stock(store::Rows& rows, const World& world, Instant now, Items& items) {
    std::map<std::string, plan::Need> wanted;
    for (const auto& each : response::open_responses(rows, world)) {
        const auto approved = plan::approved_plan(rows, each.plan);
        const auto* level = approved ? plan::level_of(approved->plan, each.level) : nullptr;
        if (level == nullptr) continue;
        for (const auto& step : level->steps)
            for (const auto& need : step.needs)
                if (need.kind == "stock") {
                    auto& sum =
                        wanted.try_emplace(need.what, plan::Need{need.kind, need.what, 0, need.unit}).first->second;
                    sum.quantity += need.quantity;
                }
    }
    const auto today = to_local(now).substr(0, 10);
    for (const auto& [what, need] : wanted) {
        const auto held = warehouse::stock_total(rows, what, today);
        if (held < need.quantity)
            items.push_back(
                {Topic::stock,
                 "",
                 fmt::format("{}库存 {:g}{}，预案需要 {:g}{}", what, held, need.unit, need.quantity, need.unit)}
            );
    }
}

void add_open_resolutions(store::Rows& rows, const World& world, Instant now, Items& items) {
    for (const auto& each : open_resolutions(rows, world, kMost))
        items.push_back(
            {Topic::resolution,
             each.id.text,
             fmt::format(
                 "上次议决未办结：{}（{}，{}前办结{}）",
                 each.text,
                 each.owner_title,
                 documents::chinese_date(each.due),
                 each.late(now) ? "，已逾期" : ""
             )}
        );
}

std::string title_of(store::Rows& rows, ConsultationOccasion occasion, const std::string& origin, Instant now) {
    if (occasion == ConsultationOccasion::incident)
        if (const auto found = incident::find_incident(rows, {origin})) return found->account.title + "处置会商";
    if (occasion == ConsultationOccasion::response)
        if (const auto found = response::find_response(rows, {origin}))
            return warning::hazard_name(found->hazard) + "应急响应会商";
    return documents::chinese_date(now) + "例行会商";
}

/// What is about the occasion itself stands first, the rest as it was found.
void put_first(Items& items, const std::string& origin) {
    if (origin.empty()) return;
    std::stable_partition(items.begin(), items.end(), [&](const AgendaItem& each) { return each.subject == origin; });
}

std::vector<PersonId> usual_people(store::Rows& rows, const AreaCode& area) {
    std::vector<PersonId> people;
    std::set<PersonId> seen;
    for (const auto& post : organisation::posts_at(rows, area))
        if (!post.holder.empty() && seen.insert(post.holder).second) people.push_back(post.holder);
    return people;
}

}  // namespace

Situation situation_of(
    store::Rows& rows,
    const journal::NodeFacts& node,
    const World& world,
    ConsultationOccasion occasion,
    const std::string& origin,
    Instant now
) {
    Situation made{title_of(rows, occasion, origin, now), {}, usual_people(rows, node.area)};
    add_responses(rows, world, made.items);
    add_warnings(rows, world, made.items);
    add_incidents(rows, world, made.items);
    add_late_tasks(rows, world, now, made.items);
    add_silent_units(rows, world, made.items);
    add_short_stock(rows, world, now, made.items);
    add_open_resolutions(rows, world, now, made.items);
    put_first(made.items, origin);
    return made;
}

}  // namespace anlan::consultation
