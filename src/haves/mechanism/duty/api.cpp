#include "duty/api.hpp"

#include "duty/answers.hpp"
#include "duty/commands.hpp"
#include "duty/propose.hpp"
#include "seal/seal.hpp"

namespace anlan::duty {

using http::Call;
using http::Method;
using http::Page;

namespace {

constexpr const char* kEdit = "rota.edit";
constexpr const char* kApprove = "rota.approve";

/// A page is waiting; what is better than the best of four seconds is not worth more of its time.
constexpr double kProposing_seconds = 4;

struct Turned {
    std::vector<Duty> duties;
};
BOOST_DESCRIBE_STRUCT(Turned, (), (duties))

struct KeepSome {
    std::optional<std::vector<Duty>> keep;
};
BOOST_DESCRIBE_STRUCT(KeepSome, (), (keep))

Result<RotaAnswer> rota(const Call& call, store::Rows& rows) {
    const auto edition = enum_from<Edition>(call.query("edition")).value_or(Edition::published);
    if (edition == Edition::draft && !call.caller.may(kEdit))
        return refuse("not_permitted", "edition", "草稿只有排班人能看", "only who keeps the rota sees drafts");
    return rota_answer(rows, call.path("month"), edition);
}

Result<http::Answer> propose_month(const Call& call, store::Rows& rows, const optimise::Solver& solver) {
    struct KeepSome wanted;
    if (!call.request.body.empty()) {
        BOOST_OUTCOME_TRY(wanted, from_json_text<KeepSome>(call.request.body, Unknown::refused));
    }
    BOOST_OUTCOME_TRY(const auto month, month_facts(rows, call.path("month")));
    if (month.members.empty())
        return refuse("members_missing", "", "请先在“人员”里列出参加值班的人", "first list the people who take turns");
    const auto proposal = propose(month, solver, kProposing_seconds, wanted.keep.value_or(std::vector<Duty>{}));
    return http::json_answer(
        200,
        to_json(ProposalAnswer{
            proposal.duties, proposal.gap_percent, proposal.seconds, proposal.proven, judged(month, proposal.duties)})
    );
}

Result<http::Answer> check_month(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto turned, from_json_text<Turned>(call.request.body, Unknown::refused));
    BOOST_OUTCOME_TRY(const auto month, month_facts(rows, call.path("month")));
    return http::json_answer(200, to_json(judged(month, turned.duties)));
}

Result<http::Answer> calendar(const Call& call, store::Rows& rows) {
    const auto person = calendar_of(rows, call.path("token"));
    if (!person)
        return refuse("calendar_unknown", "", "这个日历地址已失效", "this calendar address is not valid any more");
    http::Answer answer;
    answer.content_type = "text/calendar; charset=utf-8";
    answer.body = calendar_answer(rows, *person, call.node.name, call.now);
    const auto etag = "\"" + seal::sm3(answer.body).substr(0, 32) + "\"";
    answer.headers = {
        {"Cache-Control", "private, no-cache"},  // kept, but asked again each time
        {"ETag", etag},
        {"Content-Disposition", "inline; filename=\"duty.ics\""}};
    return answer;
}

Result<Page<LeaveAnswer>> leave(const Call& call, store::Rows& rows) {
    const auto month = call.query("month", month_of(day_at(call.now)));
    BOOST_OUTCOME_TRY(const auto all, days_of_month(month));
    return Page<LeaveAnswer>{leave_answer(rows, to_text(all.front()), to_text(all.back())), {}};
}

/// Whoever has no part in keeping the rota files leave for nobody else.
Result<journal::Wish> file_leave(const Call& call, store::Rows&) {
    BOOST_OUTCOME_TRY(auto wish, http::Endpoints::body_of<FileLeave>(call));
    if (wish.person && *wish.person != call.caller.person && !call.caller.may(kEdit))
        return refuse("not_permitted", "person", "只能为自己报备", "you can file leave only for yourself");
    return journal::wish(call.scope(), call.caller.person.text, std::move(wish));
}

Result<journal::Wish> end_leave(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(auto wish, http::Endpoints::body_of<EndLeave>(call));
    const auto leave = find_leave(rows, wish.leave);
    if (leave && leave->person != call.caller.person && !call.caller.may(kEdit))
        return refuse("not_permitted", "leave", "只能为自己销假", "you can end only leave of your own");
    return journal::wish(call.scope(), call.caller.person.text, std::move(wish));
}

void add_rota(http::Endpoints& table, const optimise::Solver& solver) {
    table.get<RotaAnswer>("/api/v1/rotas/{month}", "", "一个月的值班表", "The rota of a month", &rota)
        .asks({http::asked_choice<Edition>("edition")});
    auto& proposing = table.add(
        Method::post, "/api/v1/rotas/{month}/propose", kEdit, "按规则排一个月", "Propose a month by the rules"
    );
    proposing.takes = schema_of<KeepSome>();
    proposing.answers<ProposalAnswer>();
    proposing.read = [&solver](const Call& call, store::Rows& rows) { return propose_month(call, rows, solver); };
    auto& checking =
        table.add(Method::post, "/api/v1/rotas/{month}/check", kEdit, "按规则检查", "Check turns against the rules");
    checking.takes = schema_of<Turned>();
    checking.answers<Judged>();
    checking.read = &check_month;
    table.command<SaveRota>(Method::post, "/api/v1/rotas/{month}", kEdit, "保存草稿", "Save a draft");
    table.command<PublishRota>(
        Method::post, "/api/v1/rotas/{month}/publish", kApprove, "发布值班表", "Publish the rota"
    );
    table.get<DutyNow>(
        "/api/v1/duty/now",
        "",
        "现在谁在岗",
        "Who is on duty now",
        [](const Call& call, store::Rows& rows) -> Result<DutyNow> {
            return duty_now(rows, call.now, call.caller.english);
        }
    );
}

void add_setup(http::Endpoints& table) {
    table.list<MemberAnswer>(
        "/api/v1/duty/members",
        "",
        "参加值班的人",
        "Who takes turns",
        [](const Call&, store::Rows& rows) -> Result<Page<MemberAnswer>> {
            return Page<MemberAnswer>{members_answer(rows), {}};
        }
    );
    table.command<SetMember>(
        Method::post, "/api/v1/duty/members/{person}", kEdit, "谁能担任哪些岗位", "Which posts a person takes"
    );
    table.get<Pattern>(
        "/api/v1/duty/pattern",
        "",
        "班次与岗位",
        "Shifts and posts",
        [](const Call&, store::Rows& rows) -> Result<Pattern> { return pattern_of(rows); }
    );
    table.command<SetPattern>(Method::post, "/api/v1/duty/pattern", kEdit, "设置班次与岗位", "Set shifts and posts");
    table.command<SetHolidays>(
        Method::post, "/api/v1/duty/holidays", kEdit, "录入放假安排", "Enter the year's holidays"
    );
}

void add_leave(http::Endpoints& table) {
    table.list<LeaveAnswer>("/api/v1/duty/leave", "", "外出报备", "Leave that is filed", &leave).asks({"month"});
    auto& filing = table.add(Method::post, "/api/v1/duty/leave", "", "外出报备", "File leave");
    filing.takes = schema_of<FileLeave>();
    filing.answers<http::Written>().asks({"drill"});
    filing.creates = true;
    filing.write = &file_leave;
    auto& ending = table.add(Method::post, "/api/v1/duty/leave/{leave}/end", "", "销假", "Back from leave");
    ending.takes = schema_of<EndLeave>();
    ending.answers<http::Written>().asks({"drill"});
    ending.write = &end_leave;
}

void add_swaps(http::Endpoints& table) {
    table
        .list<SwapAnswer>(
            "/api/v1/swaps",
            "",
            "换班",
            "Swaps",
            [](const Call& call, store::Rows& rows) -> Result<Page<SwapAnswer>> {
                return Page<SwapAnswer>{
                    swaps_answer(rows, call.caller.person, call.caller.english, call.limit(50)), {}};
            }
        )
        .asks({http::asked_limit()});
    table.command<AskSwap>(Method::post, "/api/v1/swaps", "", "申请换班", "Ask for a swap").creates = true;
    table.command<AgreeSwap>(Method::post, "/api/v1/swaps/{swap}/agree", "", "同意换班", "Agree to a swap");
    table.command<ApproveSwap>(Method::post, "/api/v1/swaps/{swap}/approve", kApprove, "批准换班", "Approve a swap");
    table.command<DeclineSwap>(Method::post, "/api/v1/swaps/{swap}/decline", "", "不同意换班", "Decline a swap");
}

struct CalendarToken {
    std::string id, token;
};
BOOST_DESCRIBE_STRUCT(CalendarToken, (), (id, token))

void add_calendar(http::Endpoints& table) {
    auto& opening = table.command<OpenCalendar>(
        Method::post, "/api/v1/duty/calendar", "", "订阅自己的值班日历", "Subscribe to one's own duty calendar"
    );
    opening.answers<CalendarToken>();
    opening.creates = true;
    table.command<CloseCalendar>(Method::post, "/api/v1/duty/calendar/close", "", "停止订阅", "End the subscription");
    auto& reading = table.add(
        Method::get, "/api/v1/duty/calendar/{token}", "public", "值班日历（iCalendar）", "Duty calendar (iCalendar)"
    );
    reading.gives = {{"type", "string"}, {"contentMediaType", "text/calendar"}};
    reading.read = &calendar;
}

}  // namespace

void add_endpoints(http::Endpoints& table, const optimise::Solver& solver, const documents::Writer* writer) {
    add_rota(table, solver);
    add_setup(table);
    add_leave(table);
    add_swaps(table);
    add_calendar(table);
    add_log_endpoints(table, writer);
}

}  // namespace anlan::duty
