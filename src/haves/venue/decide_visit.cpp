#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "policy/queries.hpp"
#include "venue/commands.hpp"
#include "venue/hours.hpp"
#include "venue/rules.hpp"

namespace anlan::venue {

namespace {

/// Six digits nobody else has on that day.
std::string code_for(const Desk& desk, const std::string& day) {
    for (;;) {
        auto code = fmt::format("{:06}", desk.dice.roll() % 1'000'000);
        if (!booking_by_code(desk.views, day, code)) return code;
    }
}

Result<void> check_contact(const BookVisit& wish) {
    if (wish.name.empty()) return refuse("name_missing", "name", "请写联系人姓名", "give a name");
    const auto digits = std::count_if(wish.phone.begin(), wish.phone.end(), [](unsigned char c) { return std::isdigit(c); });
    const bool plain = std::all_of(wish.phone.begin(), wish.phone.end(), [](unsigned char c) {
        return std::isdigit(c) != 0 || c == '-' || c == '+' || c == ' ';
    });
    if (!plain || digits < 7 || digits > 15)
        return refuse("phone_invalid", "phone", "请写能联系到的电话号码", "give a telephone number that can be rung");
    return done();
}

Result<void> check_slot(const BookVisit& wish, const VenueSheet& venue, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto day, parse_day(wish.day, "day"));
    const auto slots = slots_on(venue, day);
    const bool known = std::any_of(slots.begin(), slots.end(), [&](const Stretch& s) { return s.from == wish.from; });
    if (!known)
        return refuse("closed_then", "from", "这个时间不开放，请从可预约的场次里选", "it is not open then; choose a slot");
    if (start_of(day) + std::chrono::minutes{wish.from} <= desk.now)
        return refuse("day_past", "day", "这一场已经开始，请另选", "this slot has begun; choose another");
    const auto ahead = policy::seconds(desk.views, "venue.booking_ahead");
    if (start_of(day) > desk.now + ahead)
        return refuse(
            "day_too_far",
            "day",
            fmt::format("最多提前 {} 天预约", ahead / std::chrono::days{1}),
            fmt::format("book at most {} days ahead", ahead / std::chrono::days{1})
        );
    const auto left = venue.slot_people - people_booked(desk.views, wish.day, wish.from);
    if (wish.people > left)
        return refuse(
            "slot_full",
            "people",
            left > 0 ? fmt::format("这一场还剩 {} 个名额，请减少人数或另选一场", left) : "这一场已约满，请另选一场",
            left > 0 ? fmt::format("{} places are left; bring fewer or choose another slot", left)
                     : "this slot is full; choose another"
        );
    return done();
}

Refusal booking_unknown(std::string field) {
    return refuse(
        "booking_unknown",
        std::move(field),
        "没有查到这个预约，请核对六位预约码和日期",
        "no such booking; check the six digits and the day"
    );
}

bool works_here(const Desk& desk) {
    return desk.actor != "public";
}

}  // namespace

Result<void> only_in_reality(const Desk& desk) {
    if (!desk.world.is_drill()) return done();
    return refuse("only_real", "", "宣教场所的记录不进演练，请先退出演练", "a drill has no visitors; leave the drill first");
}

Result<VenueSheet> the_venue(const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    auto found = sheet(desk.views);
    if (!found)
        return refuse("venue_unknown", "", "本站还没有登记宣教场所", "this station has not entered its venue yet");
    return std::move(*found);
}

Result<void> check_people(std::int64_t people) {
    if (people >= 1 && people <= kMostPeople) return done();
    return refuse("people_invalid", "people", "人数请填 1 至 5000", "between 1 and 5,000 people");
}

Result<Decision> decide(const SetVenue& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    if (wish.sheet.name.empty()) return refuse("name_missing", "sheet.name", "请写场所名称", "give it a name");
    if (wish.sheet.address.empty())
        return refuse("address_missing", "sheet.address", "请写场所地址", "say where it is");
    BOOST_OUTCOME_TRYV(check_hours(wish.sheet));
    const auto before = sheet(desk.views);
    if (before && to_json_text(*before) == to_json_text(wish.sheet)) return Decision{{}, desk.node.area.text, {}};
    return journal::decided(journal::event("venue/" + desk.node.area.text, VenueDescribed{wish.sheet}));
}

Result<Decision> decide(const BookVisit& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto venue, the_venue(desk));
    BOOST_OUTCOME_TRYV(check_people(wish.people));
    BOOST_OUTCOME_TRYV(check_slot(wish, venue, desk));
    if (wish.guide && !venue.guide)
        return refuse("guide_none", "guide", "本场所没有讲解员", "this venue has no guide");
    BOOST_OUTCOME_TRYV(check_contact(wish));
    const auto id = desk.new_id();
    const BookingMade made{wish.day, wish.from, wish.people, wish.group, wish.guide, code_for(desk, wish.day)};
    auto decision = journal::decided(journal::event(
        id,
        made,
        {{id, "name", wish.name, journal::Retention::event_closed},
         {id, "phone", wish.phone, journal::Retention::event_closed}}
    ));
    decision.answer = {{"code", made.code}};
    return decision;
}

Result<Decision> decide(const CancelBooking& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    const auto found = booking(desk.views, wish.booking);
    if (!found || (!works_here(desk) && found->code != wish.code)) return booking_unknown("booking");
    if (found->state == BookingState::cancelled) return Decision{{}, found->id.text, {}};
    if (found->state == BookingState::used)
        return refuse("already_used", "booking", "已经来参观过，不用取消", "the visit has taken place");
    auto event = journal::event(found->id.text, BookingCancelled{wish.reason});
    event.forgets = {found->id.text};
    return journal::decided(std::move(event));
}

Result<Decision> decide(const SignVisit& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(the_venue(desk));
    VenueVisited visited{{}, wish.people, wish.group.value_or(Group::residents)};
    if (!wish.code.empty()) {
        const auto found = booking_by_code(desk.views, to_text(day_at(desk.now)), wish.code);
        if (!found) return booking_unknown("code");
        visited.booking = found->id;
        if (visited.people == 0) visited.people = found->people;
        visited.group = wish.group.value_or(found->group);
    }
    BOOST_OUTCOME_TRYV(check_people(visited.people));
    auto event = journal::event(desk.new_id(), visited);
    if (!visited.booking.empty()) event.forgets = {visited.booking.text};  // who booked need not be known any longer
    return journal::decided(std::move(event));
}

Result<Decision> decide(const RateVisit& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    const auto found = visit(desk.views, wish.visit);
    if (!found) return refuse("visit_unknown", "visit", "没有这次参观", "no such visit");
    if (found->stars != 0) return refuse("already_rated", "visit", "这次参观已经评价过，谢谢", "this visit is rated already");
    if (wish.stars < 1 || wish.stars > 5)
        return refuse("stars_invalid", "stars", "请选 1 至 5 颗星", "choose one to five stars");
    if (wish.words.size() > kLongestWords)
        return refuse("too_long", "words", "请不超过 500 字", "keep it under 500 characters");
    return journal::decided(journal::event(wish.visit.text, VisitRated{wish.stars, wish.words}));
}

}  // namespace anlan::venue
