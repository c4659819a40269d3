#include "grid/commands.hpp"
#include "grid/incident_of.hpp"
#include "grid/rules.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::grid {

namespace {

Instant limit_of(const Desk& desk, Severity severity) {
    return desk.now + policy::seconds(desk.views, "grid.limit." + std::string(to_text(severity)));
}

/// One that nothing else was made of yet.
Result<ReportFacts> free_report(const Desk& desk, const ReportId& id) {
    BOOST_OUTCOME_TRY(auto found, open_report(desk, id));
    if (found.state == ReportState::incident)
        return refuse("already_incident", "report", "已转为突发事件，在事件中处置", "it is an incident; go on there");
    if (found.state == ReportState::passed)
        return refuse(
            "already_passed", "report", "已转上级，等上级答复", "it was passed up; the answer comes from there"
        );
    return found;
}

Result<HazardGiven> owner_of(const GiveHazard& wish, const Desk& desk) {
    if (wish.post.empty() == wish.owner.empty())
        return refuse("owner_missing", "owner", "请选择责任岗位或责任人（选一种）", "choose one post or one person");
    HazardGiven given;
    given.owner = wish.owner;
    if (!wish.post.empty()) {
        const auto post = organisation::post(desk.views, wish.post);
        if (!post) return refuse("post_unknown", "post", "没有这个岗位", "there is no such post");
        given.owner = post->holder.empty() ? post->deputy : post->holder;
        if (given.owner.empty())
            return refuse("post_vacant", "post", "这个岗位没有人，请另选", "the post is vacant; choose another");
        given.post = post->id;
        given.owner_title = post->title;
        return given;
    }
    if (!organisation::person_exists(desk.views, wish.owner))
        return refuse("person_unknown", "owner", "名册里没有这个人", "this person is not on the roster");
    const auto held = organisation::posts_held_by(desk.views, wish.owner);
    given.owner_title = held.empty() ? "" : held.front().title;
    return given;
}

journal::Events ended(const ReportFacts& report, Ending ending, const std::string& words, Instant now) {
    const bool late = report.due && now > *report.due;
    journal::Events events{journal::event(report.id.text, ReportAnswered{ending, words, report.reporter, late})};
    if (!report.node.empty()) {
        auto reply = journal::event(report.id.text, ReportReplied{words});
        reply.to = {AreaCode{report.node}};
        events.push_back(std::move(reply));
    }
    return events;
}

}  // namespace

Result<Decision> decide(const MakeIncident& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, free_report(desk, wish.report));
    const auto* kind = find_kind(found.kind);
    const auto incident_kind = wish.kind.empty() && kind != nullptr ? kind->incident : wish.kind;
    // The reaction takes the incident; what it would be refused for is said here, to the person who presses.
    BOOST_OUTCOME_TRYV(incident::decide(incident_of(found, incident_kind, desk.now), desk));
    return journal::decided(journal::event(found.id.text, MadeIncident{incident_kind, found.reporter}));
}

Result<Decision> decide(const GiveHazard& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, free_report(desk, wish.report));
    BOOST_OUTCOME_TRY(auto given, owner_of(wish, desk));
    given.due = wish.due.value_or(limit_of(desk, found.severity));
    if (given.due <= desk.now)
        return refuse("due_past", "due", "办结时限应晚于现在", "the time to finish must lie ahead");
    given.words = wish.words;
    given.title = found.title();
    given.area = found.area;
    given.reporter = found.reporter;
    return journal::decided(journal::event(found.id.text, std::move(given)));
}

Result<Decision> decide(const HandleHazard& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_report(desk, wish.report));
    if (found.state != ReportState::given)
        return refuse("not_given", "report", "这条还没有交办", "it was not given to anybody");
    BOOST_OUTCOME_TRYV(
        check_text(wish.words, "words_missing", "words", "请写处置结果", "say what was done", kLongestText)
    );
    return journal::decided(journal::event(found.id.text, HazardHandled{wish.words, wish.photo, found.owner}));
}

Result<Decision> decide(const CheckHazard& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_report(desk, wish.report));
    if (found.state != ReportState::handled)
        return refuse("not_handled", "report", "责任人还没有反馈处置结果", "its owner has not said what was done");
    if (found.handled_by == desk.person())
        return refuse("same_person", "report", "复查应由处置人以外的人进行", "somebody else than who did it checks it");
    if (wish.passed) {
        const auto words = wish.words.empty() ? found.handled_words : wish.words;
        journal::Events events{journal::event(found.id.text, HazardChecked{true, wish.words, {}})};
        for (auto& each : ended(found, Ending::put_right, words, desk.now)) events.push_back(std::move(each));
        return journal::decided(std::move(events), found.id.text);
    }
    BOOST_OUTCOME_TRYV(
        check_text(wish.words, "words_missing", "words", "请写还差什么", "say what is still wrong", kLongestText)
    );
    return journal::decided(
        journal::event(found.id.text, HazardChecked{false, wish.words, limit_of(desk, found.severity)})
    );
}

Result<Decision> decide(const AnswerReport& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, free_report(desk, wish.report));
    if (found.state != ReportState::fresh)
        return refuse("already_given", "report", "已交办，请复查后办结", "it was given to somebody; check it first");
    BOOST_OUTCOME_TRYV(check_text(wish.words, "words_missing", "words", "请写答复", "write the answer", kLongestText));
    return journal::decided(ended(found, Ending::answered, wish.words, desk.now), found.id.text);
}

Result<Decision> decide(const PassReport& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, free_report(desk, wish.report));
    if (found.state != ReportState::fresh)
        return refuse("already_given", "report", "已交办，请复查后办结", "it was given to somebody; check it first");
    if (!found.node.empty())
        return refuse(
            "already_passed", "report", "这是下级转来的，请直接处理", "it was passed up to you; deal with it"
        );
    if (desk.node.level() == Level::province)
        return refuse("nobody_above", "report", "没有上级可转", "there is no level above");
    BOOST_OUTCOME_TRYV(check_text(
        wish.why, "why_missing", "why", "请写为什么要上级处理", "say why it is for the level above", kLongestText
    ));
    return journal::decided(journal::event(
        found.id.text,
        ReportPassed{
            found.area,
            found.kind,
            found.severity,
            found.words,
            found.place,
            wish.why,
            found.lon,
            found.lat,
            found.found_at,
            desk.now + policy::seconds(desk.views, "grid.limit.passed")}
    ));
}

Result<Decision> decide(const ReceiveReport& wish, const Desk& desk) {
    if (find_report(desk.views, wish.report)) return Decision{{}, wish.report.text, {}};
    return journal::decided(journal::event(wish.report.text, ReportReceived{wish.from, wish.passed}));
}

Result<Decision> decide(const EndReport& wish, const Desk& desk) {
    const auto found = find_report(desk.views, wish.report);
    if (!found || found->state == ReportState::closed) return Decision{{}, wish.report.text, {}};
    return journal::decided(ended(*found, wish.ending, wish.words, desk.now), found->id.text);
}

std::optional<World> world_of(const MakeIncident& wish, store::Rows& rows) {
    return world_of_report(rows, wish.report);
}
std::optional<World> world_of(const GiveHazard& wish, store::Rows& rows) {
    return world_of_report(rows, wish.report);
}
std::optional<World> world_of(const HandleHazard& wish, store::Rows& rows) {
    return world_of_report(rows, wish.report);
}
std::optional<World> world_of(const CheckHazard& wish, store::Rows& rows) {
    return world_of_report(rows, wish.report);
}
std::optional<World> world_of(const AnswerReport& wish, store::Rows& rows) {
    return world_of_report(rows, wish.report);
}
std::optional<World> world_of(const PassReport& wish, store::Rows& rows) {
    return world_of_report(rows, wish.report);
}
std::optional<World> world_of(const EndReport& wish, store::Rows& rows) {
    return world_of_report(rows, wish.report);
}

}  // namespace anlan::grid
