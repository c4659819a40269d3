#include <charconv>

#include "organisation/queries.hpp"
#include "rescue/answers.hpp"
#include "rescue/api.hpp"
#include "rescue/callout_commands.hpp"
#include "rescue/room.hpp"

namespace anlan::rescue {

namespace {

using http::Call;
using http::Page;

constexpr const char* kOrder = "callout.order";

Result<Page<CalloutSheet>> list_callouts(const Call& call, store::Rows& rows) {
    Page<CalloutSheet> page;
    const auto origin = call.query("origin");
    for (const auto& callout : find_callouts(rows, call.scope(), call.limit()))
        if (origin.empty() || callout.errand.origin == origin) page.items.push_back(sheet_of(rows, callout));
    return page;
}

Result<CalloutDetail> one_callout(const Call& call, store::Rows& rows) {
    const auto callout = find_callout(rows, {call.path("callout")});
    if (!callout) return refuse("callout_unknown", "callout", "没有这次集结", "there is no such call-out");
    return detail_of(rows, *callout);
}

/// A phone does not choose a world: what rings shows, each marked.
Result<Page<MyCallout>> my_callouts(const Call& call, store::Rows& rows) {
    Page<MyCallout> page;
    for (const auto& member : open_calls_of(rows, call.caller.person)) {
        const auto callout = find_callout(rows, member.callout);
        const auto team = find_team(rows, member.team);
        if (callout)
            page.items.push_back(
                {sheet_of(rows, *callout), member.state, member.reason, team ? team->name : std::string()}
            );
    }
    return page;
}

std::optional<double> number(const std::string& text) {
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

Result<Page<TeamChoice>> choices(const Call& call, store::Rows& rows) {
    Errand errand;
    errand.skill = call.query("skill");
    errand.wanted = static_cast<std::int64_t>(number(call.query("wanted")).value_or(1));
    errand.lon = number(call.query("lon"));
    errand.lat = number(call.query("lat"));
    return Page<TeamChoice>{choices_for(rows, call.scope(), errand, call.now), std::nullopt};
}

Result<Page<TownCalloutSheet>> below(const Call& call, store::Rows& rows) {
    Page<TownCalloutSheet> page;
    for (auto& each : callouts_below(rows, call.scope())) {
        auto name = organisation::area_name(rows, each.node);
        page.items.push_back({std::move(each), std::move(name)});
    }
    return page;
}

Result<Page<AidSheet>> aids(const Call& call, store::Rows& rows) {
    Page<AidSheet> page;
    for (const auto& aid : find_aids(rows, call.scope())) page.items.push_back(sheet_of(rows, aid));
    return page;
}

}  // namespace

void add_callout_endpoints(http::Endpoints& table) {
    using http::Method;
    const std::string all = "/api/v1/callouts", one_of = all + "/{callout}";
    table.list<CalloutSheet>(all, kView, "集结", "call-outs", &list_callouts)
        .asks({"drill", "origin", http::asked_limit()});
    table.list<MyCallout>(all + "/mine", "", "叫到我的集结", "call-outs that called me", &my_callouts);
    table.list<TeamChoice>(all + "/choices", kOrder, "可叫的队伍", "teams one could call, best first", &choices)
        .asks({"drill", "skill", http::asked_whole("wanted"), "lon", "lat"});
    table.list<TownCalloutSheet>(all + "/below", kView, "各镇的集结", "call-outs of the towns below", &below)
        .asks({"drill"});
    table.get<CalloutDetail>(one_of, kView, "一次集结", "one call-out", &one_callout);
    table.command<OrderCallout>(Method::post, all, kOrder, "下达集结令", "call out teams").creates = true;
    table.command<CallTeam>(Method::post, one_of + "/teams", kOrder, "再叫一支队伍", "call one more team");
    table.command<AnswerCallout>(Method::post, one_of + "/answer", "", "答复来或来不了", "say whether one comes");
    table.command<SetOut>(Method::post, one_of + "/set-out", "", "在路上", "on the way");
    table.command<Arrive>(Method::post, one_of + "/arrive", "", "到达", "arrived");
    table.command<CloseCallout>(Method::post, one_of + "/close", kOrder, "结束集结", "end it");
    table.command<AskAid>(Method::post, one_of + "/aid", kOrder, "请求增援", "ask the neighbours for help");
    table.list<AidSheet>("/api/v1/aid", kView, "增援请求", "requests for help", &aids).asks({"drill"});
    table.command<PassAid>(Method::post, "/api/v1/aid/{aid}/pass", kOrder, "转给邻镇", "pass it to a neighbour");
    table.command<AnswerAid>(Method::post, "/api/v1/aid/{aid}/answer", kOrder, "答复增援", "answer the request");
}

}  // namespace anlan::rescue
