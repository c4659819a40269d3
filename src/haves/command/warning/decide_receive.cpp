#include <algorithm>

#include "warning/commands.hpp"
#include "warning/intake.hpp"

namespace anlan::warning {

namespace {

struct RunningDrill {
    std::string id;
    std::optional<Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(RunningDrill, (), (id, ended_at))

bool is_exercise(const Alert& alert) {
    return alert.status == "Exercise";
}

Result<void> check_worlds(const ReceiveWarnings& wish) {
    const auto exercises = std::count_if(wish.alerts.begin(), wish.alerts.end(), is_exercise);
    if (exercises != 0 && exercises != static_cast<std::ptrdiff_t>(wish.alerts.size()))
        return refuse(
            "world_mixed",
            "",
            "一次提交里既有演练消息又有实战消息，请分开提交",
            "exercise and real messages came in one go; send them apart"
        );
    if (exercises == 0 && !wish.drill.empty())
        return refuse(
            "world_mixed",
            "status",
            "实战消息不能送进演练；演练消息的状态应为 Exercise",
            "a real message cannot enter a drill; a drill's messages have status Exercise"
        );
    return done();
}

Result<void> check_messages(const ReceiveWarnings& wish) {
    if (wish.alerts.empty())
        return refuse("alert_missing", "", "没有读到预警内容，请检查文件", "there is no alert in it; check the file");
    for (const auto& alert : wish.alerts)
        if (alert.identifier.empty())
            return refuse(
                "identifier_missing",
                "identifier",
                "预警没有标识号，请让发送方补上",
                "the alert has no identifier; ask the sender"
            );
    return check_worlds(wish);
}

/// A drill that is named must be running. What another node relays is taken as it is: its end may have overtaken it.
Result<void> check_drill(const ReceiveWarnings& wish, store::Rows& views) {
    if (wish.drill.empty() || wish.source == "relay") return done();
    const auto rows = views.select<RunningDrill>("SELECT id, ended_at FROM drill WHERE id = :i", wish.drill);
    if (rows.empty())
        return refuse("drill_unknown", "drill", "没有这场演练，请先开始演练", "there is no such drill; start it first");
    const auto running = [](const auto& row) { return !row.ended_at; };
    if (std::any_of(rows.begin(), rows.end(), running)) return done();
    return refuse("already_ended", "drill", "这场演练已经结束", "this drill has ended");
}

/// An exercise that found no drill opens one, so that it can be seen and ended like any other.
void open_drill(const Desk& desk, const Alert& alert, journal::Events& events) {
    const auto& id = desk.world.text();
    if (desk.views.value<std::int64_t>("SELECT COUNT(*) FROM drill WHERE id = :i", id) != 0) return;
    const auto name = alert.infos.empty() ? alert.identifier : alert.infos.front().headline;
    events.push_back(journal::event(id, DrillStarted{name.empty() ? alert.identifier : name, "", true}));
}

/// The drill in which this message, or one it refers to, is already known.
std::optional<std::string> drill_of_known(const Alert& alert, store::Rows& rows) {
    std::vector<std::string> identifiers{alert.identifier};
    for (const auto& reference : alert.references) identifiers.push_back(reference.identifier);
    for (const auto& identifier : identifiers)
        if (auto drill = rows.value<std::string>(
                "SELECT drill FROM warning_message WHERE identifier = :i AND drill <> '' ORDER BY id DESC LIMIT 1",
                identifier
            ))
            return drill;
    return std::nullopt;
}

}  // namespace

Result<Decision> decide(const ReceiveWarnings& wish, const Desk& desk, const AreaMatcher& matcher) {
    BOOST_OUTCOME_TRYV(check_messages(wish));
    BOOST_OUTCOME_TRYV(check_drill(wish, desk.views));
    auto alerts = wish.alerts;
    std::stable_sort(alerts.begin(), alerts.end(), [](const auto& one, const auto& other) {
        return one.sent < other.sent;
    });
    Intake intake(desk, matcher);
    std::vector<std::string> ids;
    for (const auto& alert : alerts) ids.push_back(intake.take(alert, wish.source, wish.via).text);
    Decision decision;
    decision.subject = ids.front();
    auto received = intake.take_events();
    if (desk.world.is_drill() && !received.empty()) open_drill(desk, alerts.front(), decision.events);
    std::move(received.begin(), received.end(), std::back_inserter(decision.events));
    decision.answer = {{"ids", to_json(ids)}, {"notes", to_json(intake.notes())}, {"verdict", wish.verdict}};
    return decision;
}

std::optional<World> world_of(const ReceiveWarnings& wish, store::Rows& rows) {
    if (wish.alerts.empty() || !is_exercise(wish.alerts.front())) return World::real();
    if (!wish.drill.empty()) return World::drill({wish.drill});
    const auto running = rows.value<std::string>(
        "SELECT id FROM drill WHERE ended_at IS NULL AND by_warning = 0 ORDER BY started_at DESC, id DESC LIMIT 1"
    );
    if (running) return World::drill({*running});
    const auto& alert = wish.alerts.front();
    return World::drill({drill_of_known(alert, rows).value_or("EX-" + alert.identifier)});
}

journal::Wish receive(const AreaMatcher& matcher, std::string actor, ReceiveWarnings wish) {
    const auto shared = std::make_shared<const ReceiveWarnings>(std::move(wish));
    journal::Wish made{World::real(), std::move(actor), {}, {}};
    made.decide = [shared, &matcher](const Desk& desk) { return decide(*shared, desk, matcher); };
    made.world_of = [shared](store::Rows& rows) { return world_of(*shared, rows); };
    return made;
}

}  // namespace anlan::warning
