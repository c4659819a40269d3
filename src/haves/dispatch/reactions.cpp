#include "dispatch/reactions.hpp"

#include <map>

#include "dispatch/commands.hpp"
#include "organisation/queries.hpp"
#include "tasks/commands.hpp"
#include "tasks/queries.hpp"
#include "warehouse/queries.hpp"

namespace anlan::dispatch {

namespace {

constexpr const char* kActor = "system:dispatch";

journal::Wish task_of(
    const journal::Cause& cause, const DispatchDecided& decided, const std::string& store, const std::string& action
) {
    tasks::TaskAssigned task;
    task.origin = cause.entry.subject;
    task.step = store;
    task.title = "出库：" + decided.title;
    task.title_en = "Hand over supplies: " + decided.title;
    task.action = action + "，送 " + decided.site;
    task.area = cause.node.area;
    task.due = decided.out_by;
    for (const auto& post : organisation::posts_of(cause.views, "store_keeper", cause.node.area))
        if (post.area == cause.node.area) {
            task.post = post.id;
            task.post_title = post.title;
            task.owner = post.holder;
        }
    return cause.wish(kActor, tasks::AssignTask{std::move(task)});
}

AreaCode origin_of(const journal::Cause& cause) {
    return cause.mine ? cause.node.area : AreaCode{cause.from_area};
}

}  // namespace

journal::Wishes on_decided(const journal::Cause& cause, const DispatchDecided& decided) {
    std::map<std::string, std::string> of_store;
    for (const auto& each : decided.sendings) {
        if (each.node != cause.node.area) continue;
        auto& words = of_store[each.store];
        words += (words.empty() ? each.store_name + "：" : "、") + each.item + " " +
                 warehouse::in_units(each.quantity, each.grain, each.unit);
    }
    journal::Wishes wishes;
    for (const auto& [store, words] : of_store) wishes.push_back(task_of(cause, decided, store, words));
    return wishes;
}

journal::Wishes on_handed_over(const journal::Cause& cause, const SuppliesHandedOver& over) {
    DispatchRelayed word{Word::handed_over, over.store, over.slip, over.team, {}, "", "", cause.entry.at};
    journal::Wishes wishes{cause.wish(kActor, RelayDispatch{{cause.entry.subject}, std::move(word), origin_of(cause)})};
    if (cause.mine)
        for (const auto& task : tasks::tasks_of(cause.views, cause.entry.subject))
            if (task.step == over.store && !task.done_at) {
                tasks::ConfirmTask done;
                done.task = {task.id};
                done.note = "已出库交接";
                const auto by = task.owner.empty() ? cause.entry.actor : task.owner.text;
                wishes.push_back(cause.wish(by, std::move(done)));
            }
    return wishes;
}

journal::Wishes on_receipted(const journal::Cause& cause, const SuppliesReceipted& receipted) {
    DispatchRelayed word{
        Word::receipted,
        receipted.store,
        "",
        "",
        receipted.arrived,
        receipted.by_title,
        receipted.note,
        cause.entry.at};
    return {cause.wish(kActor, RelayDispatch{{cause.entry.subject}, std::move(word), origin_of(cause)})};
}

}  // namespace anlan::dispatch
