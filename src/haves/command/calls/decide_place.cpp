#include "calls/channel_plan.hpp"
#include "calls/commands.hpp"
#include "calls/ladder.hpp"
#include "calls/records.hpp"
#include "organisation/queries.hpp"

namespace anlan::calls {

namespace {

std::string title_of(const PlaceCall& wish, const Desk& desk) {
    if (const auto post = organisation::post(desk.views, wish.post)) return post->title;
    const auto held = organisation::posts_held_by(desk.views, wish.person);
    return held.empty() ? "" : held.front().title;
}

}  // namespace

Result<Decision> decide(const PlaceCall& wish, const Desk& desk) {
    if (!organisation::person_exists(desk.views, wish.person))
        return refuse("person_unknown", "person", "名册里没有这个人", "this person is not on the roster");
    if (wish.headline.empty())
        return refuse("headline_empty", "headline", "请写明叫应内容", "say what the call is about");
    if (!wish.origin.empty()) {
        const auto same = desk.views.value<std::string>(
            "SELECT id FROM call WHERE origin = :o AND person = :p AND drill = :d AND level = :l AND state <> 'closed'",
            wish.origin,
            wish.person,
            desk.world.text(),
            wish.level
        );
        if (same) return Decision{{}, *same, {}};
    }
    const auto title = title_of(wish, desk);
    CallPlaced placed{
        .origin = wish.origin,
        .person = wish.person,
        .post = wish.post,
        .post_title = title,
        .area = wish.area,
        .headline = Announcement(desk.world, wish.headline).text(),
        .text = Announcement(desk.world, wish.text).text(),
        .colour = wish.colour,
        .hazard = wish.hazard,
        .level = wish.level,
        .ladder = ladder_of(wish, title, desk),
        .households = wish.households,
        .due = {},
        .voice = rings_by_voice(wish.colour, desk)};
    placed.due = desk.now + std::chrono::seconds{placed.ladder.front().limit_seconds};
    const auto id = desk.new_id();
    journal::Events events{journal::event(id, placed)};
    if (auto plan = plan_channels(id, 0, placed.ladder.front(), placed.colour, placed.voice, desk))
        events.push_back(std::move(*plan));
    return journal::decided(std::move(events), id);
}

Result<Decision> decide(const CloseCalls& wish, const Desk& desk) {
    Decision decision;
    decision.subject = wish.origin;
    for (const auto& call : desk.views.select<CallRow>(
             kCallRows + "WHERE origin = :o AND drill = :d AND state IN ('ringing', 'door_knock') ORDER BY id",
             wish.origin,
             desk.world.text()
         ))
        decision.events.push_back(journal::event(call.id, CallClosed{wish.reason, call.rung()}));
    return decision;
}

}  // namespace anlan::calls
