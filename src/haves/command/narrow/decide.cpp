#include <algorithm>

#include "narrow/commands.hpp"
#include "narrow/queries.hpp"
#include "warning/queries.hpp"

namespace anlan::narrow {

namespace {

constexpr std::int64_t kMostPeople = 100'000'000;

Refusal nothing_said() {
    return refuse("nothing_said", "", "请至少填写一项内容", "fill in at least one thing");
}

Result<void> check_hazard(const std::string& key) {
    if (key.empty()) return done();
    for (const auto& hazard : warning::hazards())
        if (hazard.key == key) return done();
    return refuse("hazard_unknown", "hazard", "请从列表选择灾种", "choose a hazard from the list");
}

Result<void> check_place(std::optional<double> lon, std::optional<double> lat) {
    if (!lon && !lat) return done();
    if (lon && lat && *lon >= -180 && *lon <= 180 && *lat >= -90 && *lat <= 90) return done();
    return refuse(
        "place_invalid", "lon", "经纬度不完整或超出范围", "longitude and latitude belong together, in degrees"
    );
}

using Number = std::optional<std::int64_t>;

Result<void> check_numbers(std::initializer_list<Number> numbers) {
    for (const auto& number : numbers)
        if (number && (*number < 0 || *number > kMostPeople))
            return refuse("number_invalid", "", "数字应在 0 到 1 亿之间", "numbers go from 0 to 100 million");
    return done();
}

bool any(std::initializer_list<Number> numbers) {
    return std::any_of(numbers.begin(), numbers.end(), [](const Number& each) { return each.has_value(); });
}

}  // namespace

Result<Decision> decide(const ReportSituation& wish, const Desk& desk) {
    const auto& said = wish.situation;
    const auto numbers = {
        said.people_moved,
        said.people_to_move,
        said.people_sheltered,
        said.households_without_power,
        said.roads_cut,
        said.houses_damaged};
    if (!any(numbers) && said.note.empty()) return nothing_said();
    BOOST_OUTCOME_TRYV(check_numbers(numbers));
    BOOST_OUTCOME_TRYV(check_hazard(said.hazard));
    BOOST_OUTCOME_TRYV(check_place(said.lon, said.lat));
    if (said.level < 0 || said.level > 4)
        return refuse("number_invalid", "level", "响应级别为 1 到 4，0 表示没有", "a level is 1 to 4, or 0 for none");
    return journal::decided(journal::event(desk.new_id(), said));
}

Result<Decision> decide(const ReportCasualties& wish, const Desk& desk) {
    const auto& said = wish.casualties;
    const auto numbers = {said.dead, said.missing, said.badly_injured, said.injured, said.trapped};
    if (!any(numbers)) return nothing_said();
    BOOST_OUTCOME_TRYV(check_numbers(numbers));
    BOOST_OUTCOME_TRYV(check_hazard(said.hazard));
    BOOST_OUTCOME_TRYV(check_place(said.lon, said.lat));
    return journal::decided(journal::event(desk.new_id(), said));
}

Result<Decision> decide(const CallForHelp& wish, const Desk& desk) {
    const auto& said = wish.help;
    if (said.needs.empty() && said.note.empty()) return nothing_said();
    BOOST_OUTCOME_TRYV(check_numbers({said.people}));
    BOOST_OUTCOME_TRYV(check_place(said.lon, said.lat));
    return journal::decided(journal::event(desk.new_id(), said));
}

Result<Decision> decide(const SendWords& wish, const Desk& desk) {
    if (wish.text.empty()) return nothing_said();
    const auto& here = desk.node.area;
    if (wish.to.text.empty() || wish.to == here.parent())
        return journal::decided(journal::event(desk.new_id(), WordsUp{wish.text}));
    if (wish.to == here || !here.contains(wish.to))
        return refuse(
            "area_unknown", "to", "只能发给上级或直属下级", "only the level above and those below can be told"
        );
    auto event = journal::event(desk.new_id(), WordsDown{wish.to, wish.text});
    event.to = {wish.to};
    return journal::decided(std::move(event));
}

namespace {

/// Orders come from the level above, reports and calls from the one below and about its own area, words from both.
bool has_a_say(const TakeFact& wish, const AreaCode& here) {
    const auto kind = wish.fact.kind();
    if (wish.from == here.parent()) return kind == ToldKind::order || kind == ToldKind::words;
    if (wish.from == here || !here.contains(wish.from) || kind == ToldKind::order) return false;
    const auto* call = std::get_if<CallTold>(&wish.fact.told);
    return call == nullptr || wish.from.contains(call->area);
}

}  // namespace

Result<Decision> decide(const NoteSent& wish, const Desk& desk) {
    if (wish.sent.number <= last_number(desk.views, wish.sent.to))
        return refuse("already_used", "number", "编号已使用", "this number has been used");
    const auto subject = "narrow/" + wish.sent.to.text + "/" + std::to_string(wish.sent.number) + "/out";
    return journal::decided(journal::event(subject, wish.sent));
}

std::optional<World> world_of(const NoteSent& wish, store::Rows& rows) {
    const auto drill = rows.value<std::string>("SELECT drill FROM journal WHERE seq = :s", wish.sent.seq);
    if (!drill) return std::nullopt;
    return World::stored(*drill);
}

Result<Decision> decide(const NoteConfirmed& wish, const Desk& desk) {
    NarrowConfirmed confirmed{wish.by, {}};
    for (const auto& row : waiting_for(desk.views, wish.by))
        if (std::find(wish.numbers.begin(), wish.numbers.end(), row.number) != wish.numbers.end())
            confirmed.numbers.push_back(row.number);
    const auto subject = "narrow/" + wish.by.text;
    if (confirmed.numbers.empty()) return Decision{{}, subject, {}};
    return journal::decided(journal::event(subject, confirmed));
}

Result<Decision> decide(const SettleWaiting& wish, const Desk& desk) {
    NarrowSettled settled{wish.with, wish.reason, {}};
    for (const auto& row : waiting_for(desk.views, wish.with))
        if (row.sent_at <= wish.until) settled.numbers.push_back(row.number);
    const auto subject = "narrow/" + wish.with.text;
    if (settled.numbers.empty()) return Decision{{}, subject, {}};
    return journal::decided(journal::event(subject, settled));
}

Result<Decision> decide(const TakeFact& wish, const Desk& desk) {
    const auto subject = "narrow/" + wish.from.text + "/" + std::to_string(wish.number);
    const auto code = code_heard(desk.views, wish.from, wish.number);
    const bool old = wish.number + kWindow < newest_heard(desk.views, wish.from);
    if (!old && code && *code == wish.code) return Decision{{}, subject, {{"again", true}}};
    if (old || code)
        return refuse(
            "frame_stale",
            "number",
            "收到重复使用编号或早已过期的短信报文，可能是有人重放录下的报文，已拒收",
            "a short message with a used number or far too old, perhaps a recording played again, was refused"
        );
    if (!has_a_say(wish, desk.node.area))
        return refuse(
            "out_of_area",
            "from",
            "收到的短信报文内容不属于发送单位的范围，已拒收：下级不能下达命令，报告只能由下级报本辖区",
            "a short message told what its sender has no say in and was refused: orders come from above, reports from "
            "below about their own area"
        );
    if (drill_mark_of(desk.world.text()) != wish.fact.drill)
        return refuse("drill_unknown", "drill", "不认识这次演练", "this drill is not known here");
    const auto& fact = wish.fact;
    return journal::decided(journal::event(
        subject,
        NarrowReceived{
            wish.from,
            wish.number,
            wish.code,
            fact.seq,
            fact.thing,
            fact.at,
            fact.kind(),
            body_of(fact.told),
            wish.bearer}
    ));
}

std::optional<World> world_of(const TakeFact& wish, store::Rows& rows) {
    if (wish.fact.drill == 0) return World::real();
    for (const auto& drill : warning::drills(rows))
        if (drill_mark_of(drill.id.text) == wish.fact.drill) return World::drill(drill.id);
    return World::real();
}

}  // namespace anlan::narrow
