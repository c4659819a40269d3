#include "app/demo_consultation.hpp"

#include "app/grant.hpp"
#include "consultation/commands.hpp"
#include "organisation/queries.hpp"
#include "tasks/commands.hpp"
#include "tasks/queries.hpp"

namespace anlan::app {

namespace {

std::optional<organisation::PostFacts> post_of(Node& node, const char* code) {
    std::optional<organisation::PostFacts> found;
    const auto& area = node.settings().facts.area;
    node.read([&](store::Rows& rows) {
        for (const auto& post : organisation::posts_of(rows, code, area))
            if (post.area == area && !post.holder.empty() && !found) found = post;
    });
    return found;
}

void confirm_task(Node& node, const std::string& resolution, const PersonId& owner, std::string words) {
    std::string task;
    node.read([&](store::Rows& rows) {
        for (const auto& each : tasks::tasks_of(rows, resolution)) task = each.id;
    });
    tasks::ConfirmTask confirm;
    confirm.task = {task};
    confirm.note = std::move(words);
    grant(node, std::move(confirm), owner.text);
}

}  // namespace

void seed_consultation(Node& node) {
    const auto chair = post_of(node, "deputy_head"), watcher = post_of(node, "monitoring"),
               keeper = post_of(node, "store_keeper"), sea = post_of(node, "marine");
    if (!chair || !watcher || !keeper || !sea) return;
    const auto now = node.writer().clock().now();
    consultation::CallConsultation calling;
    calling.title = "本周风险形势会商";
    calling.place = "应急指挥室";
    calling.starts_at = now - std::chrono::hours(3);
    calling.chair = chair->holder;
    calling.agenda = {
        {consultation::Topic::other, "", "未来三天风雨和海况"},
        {consultation::Topic::stock, "", "汛期编织袋、救生衣储备"},
        {consultation::Topic::other, "", "渔船回港和渔排人员上岸预案"}};
    calling.invited = {chair->holder, watcher->holder, keeper->holder, sea->holder};
    const consultation::ConsultationId id{grant(node, std::move(calling), chair->holder.text)};
    using consultation::Presence;
    for (const auto* post : {&*chair, &*watcher, &*keeper})
        grant(node, consultation::RecordAttendance{id, post->holder, Presence::present, "", {}}, chair->holder.text);
    grant(
        node, consultation::RecordAttendance{id, sea->holder, Presence::absent, "在渔港值守", {}}, chair->holder.text
    );
    grant(
        node,
        consultation::NoteWord{id, watcher->holder, "", "周三夜间有一次短时强降雨过程，低洼路段易积水。"},
        chair->holder.text
    );
    grant(
        node,
        consultation::NoteWord{id, {}, "市气象台值班员（电话）", "海上阵风可达 8 级，周四减弱。"},
        chair->holder.text
    );
    const auto resolve = [&](const char* text, const organisation::PostFacts& post, std::chrono::hours due) {
        return grant(node, consultation::MakeResolution{id, text, post.id, {}, {}, now + due}, chair->holder.text);
    };
    const auto done = resolve("清点并补充编织袋至 2000 条，报库存", *keeper, std::chrono::hours(30));
    resolve("周三 18 时前核实渔船回港数，逐船登记", *sea, std::chrono::hours(40));
    grant(
        node,
        consultation::ConcludeConsultation{id, "本周总体平稳，周三夜间为重点时段；值班力量按平时配置，渔港加强一组。"},
        chair->holder.text
    );
    confirm_task(node, done, keeper->holder, "已补充 600 条，现有 2050 条");
}

}  // namespace anlan::app
