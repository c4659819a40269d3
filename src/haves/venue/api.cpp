#include "venue/api.hpp"

#include "venue/answers.hpp"
#include "venue/api_public.hpp"
#include "venue/commands.hpp"

namespace anlan::venue {

using http::Call;
using http::Method;
using http::Page;

namespace {

constexpr const char* kSee = "desk.view";
constexpr const char* kKeep = "venue.keep";

/// A span of days asked for; by default from a month ago to a year ahead.
struct Span {
    std::string first, last;
};

Span span_of(const Call& call) {
    const auto today = day_at(call.now);
    return {
        call.query("first", to_text(today - std::chrono::days{31})),
        call.query("last", to_text(today + std::chrono::days{366}))};
}

Result<Page<BookingAnswer>> bookings(const Call& call, store::Rows& rows) {
    const auto [first, last] = span_of(call);
    return Page<BookingAnswer>{bookings_seen(rows, first, last), {}};
}

Result<Page<ExhibitAnswer>> exhibits_list(const Call& call, store::Rows& rows) {
    return Page<ExhibitAnswer>{exhibits_seen(rows, call.now), {}};
}

Result<Page<ActivityFacts>> activities(const Call& call, store::Rows& rows) {
    const auto [first, last] = span_of(call);
    return Page<ActivityFacts>{activities_between(rows, first, last), {}};
}

Result<Page<VenueBelow>> below(const Call& call, store::Rows& rows) {
    return Page<VenueBelow>{venues_below(rows, to_text(day_at(call.now)).substr(0, 4)), {}};
}

/// What hangs on the wall leads to this station's public pages, by the name under which the page was opened.
Result<documents::LabelSheet> codes(const Call& call, store::Rows& rows) {
    const auto venue = sheet(rows);
    if (!venue)
        return refuse("venue_unknown", "", "请先登记宣教场所，再打印二维码", "enter the venue first, then print its codes");
    if (call.request.host.empty())
        return refuse("host_missing", "", "不知道本站地址，请从浏览器下载", "open this in a browser of the station");
    const auto base = std::string(call.request.tls ? "https://" : "http://") + call.request.host;
    return documents::LabelSheet{
        venue->name + "二维码",
        {{base + "/open/venue", "预约参观", {venue->name, venue->address, "扫码预约，团体也可以"}},
         {base + "/open/visit", "到场签到", {venue->name, "扫码签到，离开时请评价"}},
         {base + "/open/quiz", "安全答题", {venue->name, "扫码答题，没有网络也能先答"}},
         {base + "/open", "预警和避灾", {call.node.name, "当前预警、避灾点、值班电话"}}}};
}

void add_lists(http::Endpoints& table) {
    table.list<BookingAnswer>("/api/v1/venue/bookings", kKeep, "预约", "Bookings", &bookings).asks({"first", "last"});
    table.list<ExhibitAnswer>("/api/v1/venue/exhibits", kSee, "展项", "Exhibits", &exhibits_list);
    table.list<ActivityFacts>("/api/v1/venue/activities", kSee, "活动", "Activities", &activities)
        .asks({"first", "last"});
    table.list<VenueBelow>("/api/v1/venue/below", kSee, "下级宣教场所", "Venues below", &below);
    table.get<VenueFigures>(
        "/api/v1/venue/figures", kSee, "今年的接待、活动和答题", "Visitors, activities and quizzes of the year",
        [](const Call& call, store::Rows& rows) -> Result<VenueFigures> { return figures_of(rows, call.now); }
    );
}

}  // namespace

void add_endpoints(http::Endpoints& table, const documents::LabelWriter* writer) {
    documents::add_labels(
        table, writer, "/api/v1/venue/codes", kSee, "贴在门口的二维码：预约、签到、答题、预警", "Codes for the wall", &codes
    );
    add_public_endpoints(table);
    add_lists(table);
    table.command<SetVenue>(Method::put, "/api/v1/venue", kKeep, "登记宣教场所", "Enter the venue");
    table.command<CancelBooking>(
        Method::post, "/api/v1/venue/bookings/{booking}/cancel", kKeep, "代为取消预约", "Cancel for a visitor"
    );
    table.command<PutExhibit>(Method::post, "/api/v1/venue/exhibits", kKeep, "登记展项", "Enter an exhibit").creates =
        true;
    table.command<PutExhibit>(Method::post, "/api/v1/venue/exhibits/{exhibit}", kKeep, "修改展项", "Change an exhibit");
    table.command<CheckExhibit>(
        Method::post, "/api/v1/venue/exhibits/{exhibit}/check", kKeep, "展项检查正常", "Checked and in order"
    );
    table.command<ReportFault>(
        Method::post, "/api/v1/venue/exhibits/{exhibit}/fault", kKeep, "登记展项故障", "Enter a fault"
    );
    table.command<RepairExhibit>(
        Method::post, "/api/v1/venue/exhibits/{exhibit}/repair", kKeep, "展项已修复", "Repaired"
    );
    table.command<RetireExhibit>(
        Method::post, "/api/v1/venue/exhibits/{exhibit}/retire", kKeep, "撤展", "Take an exhibit away"
    );
    table.command<PlanActivity>(Method::post, "/api/v1/venue/activities", kKeep, "安排活动", "Plan an activity").creates =
        true;
    table.command<HoldActivity>(
        Method::post, "/api/v1/venue/activities/{activity}/hold", kKeep, "登记活动人次", "Enter how many came"
    );
    table.command<CancelActivity>(
        Method::post, "/api/v1/venue/activities/{activity}/cancel", kKeep, "取消活动", "Cancel an activity"
    );
}

}  // namespace anlan::venue
