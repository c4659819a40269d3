#include "incident/api.hpp"

#include "documents/download.hpp"
#include "incident/answers.hpp"
#include "incident/commands.hpp"
#include "incident/forms_book.hpp"
#include "incident/list_queries.hpp"
#include "incident/report_commands.hpp"
#include "incident/rules.hpp"

namespace anlan::incident {

using http::Call;
using http::Method;
using http::Page;

namespace {

constexpr const char* kSee = "desk.view";
constexpr const char* kTell = "incident.tell";
constexpr const char* kHandle = "incident.handle";

Result<Page<IncidentAnswer>> list(const Call& call, store::Rows& rows) {
    Page<IncidentAnswer> page;
    for (const auto& each : find_incidents(rows, call.scope(), call.query("open") == "1", call.limit(100)))
        page.items.push_back(head_of(rows, each, call.node, call.now));
    return page;
}

Result<Page<ForewarningAnswer>> ahead(const Call& call, store::Rows& rows) {
    return Page<ForewarningAnswer>{forewarnings_seen(rows, call.scope(), call.limit(100)), {}};
}

/// Those that the caller has told, for the phone.
Result<Page<IncidentAnswer>> mine(const Call& call, store::Rows& rows) {
    Page<IncidentAnswer> page;
    for (const auto& each : find_told(rows, call.scope(), call.caller.person, 20))
        page.items.push_back(head_of(rows, each, call.node, call.now));
    return page;
}

Result<IncidentDetail> one(const Call& call, store::Rows& rows) {
    const auto found = find_incident(rows, {call.path("incident")});
    if (!found) return incident_unknown();
    return detail_of(rows, *found, call.node, call.now);
}

struct Found {
    IncidentFacts incident;
    ReportFacts report;
};

/// "own" or the code of the node below that wrote it.
Result<Found> found_report(const Call& call, store::Rows& rows) {
    auto incident = find_incident(rows, {call.path("incident")});
    if (!incident) return incident_unknown();
    const auto node = call.path("node");
    const auto number = call.path("number");
    const bool digits =
        !number.empty() && number.size() < 6 && number.find_first_not_of("0123456789") == std::string::npos;
    auto report = report_of(rows, incident->id, node == "own" ? "" : node, digits ? std::stoll(number) : 0);
    if (!report) return refuse("report_unknown", "number", "没有这份报告", "no such report");
    return Found{std::move(*incident), std::move(*report)};
}

Result<FormsAnswer> forms(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto found, found_report(call, rows));
    return forms_of(found.report, sender_of(rows, found.incident, found.report, call.node));
}

Result<documents::Official> paper(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto found, found_report(call, rows));
    return paper_of(found.report, sender_of(rows, found.incident, found.report, call.node));
}

Result<documents::Workbook> book(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto found, found_report(call, rows));
    return book_of(found.report, sender_of(rows, found.incident, found.report, call.node));
}

struct Weighing {
    Proposal proposal;
    std::string kind;  ///< suggested; empty: none
};
BOOST_DESCRIBE_STRUCT(Weighing, (), (proposal, kind))

/// Grade and kind as the desk types, before anything is kept.
Result<Weighing> weigh(const Call& call, store::Rows& rows) {
    Figures figures;
    const auto read = [&](const char* key) -> std::optional<std::int64_t> {
        const auto text = call.query(key);
        if (text.empty() || text.size() > 12 || text.find_first_not_of("0123456789") != std::string::npos)
            return std::nullopt;
        return std::stoll(text);
    };
    figures.dead = read("dead");
    figures.missing = read("missing");
    figures.injured_badly = read("injured_badly");
    figures.affected = read("affected");
    if (const auto loss = read("loss_yuan")) figures.loss_yuan = static_cast<double>(*loss);
    const auto* suggested = kind_suggested(call.query("words"));
    auto kind = call.query("kind");
    if (kind.empty() && suggested != nullptr) kind = suggested->key;
    return Weighing{
        propose_grade(rows, kind, figures, call.query("sensitive") == "1"), suggested != nullptr ? suggested->key : ""};
}

/// Whoever stands in the rain need not know what the law calls it, nor write which village is meant: unless the words,
/// the map or the teller say another, it is the own one ("村口").
void fill_in(TakeIncident& wish, const Call& call, store::Rows& rows) {
    if (wish.kind.empty() && kind_suggested(wish.words) == nullptr) wish.kind = "other";
    const bool said = !wish.area.text.empty() || wish.lon || names_an_area(rows, call.node.area, wish.place);
    if (!said) wish.area = call.caller.area;
}

/// A village or the grid tells as what it is; only the desk chooses.
Result<journal::Wish> tell(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(auto wish, http::Endpoints::body_of<TakeIncident>(call));
    if (!call.caller.may(kHandle)) {
        wish.source = call.caller.roles.contains("wangge") ? Source::grid : Source::village;
        wish.known_at.reset();
        fill_in(wish, call, rows);
    }
    if (wish.source == Source::above || wish.source == Source::below) wish.source = Source::telephone;
    return journal::wish(call.scope(), call.caller.person.text, std::move(wish));
}

}  // namespace

void add_endpoints(http::Endpoints& table, const documents::Writer* writer) {
    table.list<IncidentAnswer>("/api/v1/incidents", kSee, "突发事件", "Incidents", &list)
        .asks({"drill", http::asked_flag("open"), http::asked_limit()});
    table
        .list<ForewarningAnswer>(
            "/api/v1/incidents/forewarnings",
            kSee,
            "下级先行告知、尚未报告的事件",
            "What towns have told ahead and not yet reported",
            &ahead
        )
        .asks({"drill", http::asked_limit()});
    table.list<IncidentAnswer>("/api/v1/incidents/mine", kTell, "我报过的突发事件", "Incidents I have told", &mine)
        .asks({"drill"});
    table.get<KindTable>(
        "/api/v1/incident-kinds",
        kTell,
        "突发事件类型",
        "Kinds of incidents",
        [](const Call&, store::Rows&) -> Result<KindTable> { return kind_table(); }
    );
    table.get<Weighing>("/api/v1/incident-grade", kTell, "按数字建议等级和类型", "Grade and kind proposed", &weigh)
        .asks(
            {"kind",
             "words",
             "dead",
             "missing",
             "injured_badly",
             "affected",
             "loss_yuan",
             http::asked_flag("sensitive")}
        );
    auto& telling = table.add(Method::post, "/api/v1/incidents", kTell, "接报、上报突发事件", "Take an incident");
    telling.takes = schema_of<TakeIncident>();
    telling.gives = schema_of<http::Written>();
    telling.creates = true;
    telling.asks({"drill"});
    telling.write = &tell;
    table.get<IncidentDetail>("/api/v1/incidents/{incident}", kSee, "一件突发事件", "One incident", &one);
    table.command<VerifyIncident>(Method::post, "/api/v1/incidents/{incident}/verify", kHandle, "核实", "Verify");
    table.command<AmendIncident>(Method::post, "/api/v1/incidents/{incident}/amend", kHandle, "更改基本情况", "Amend");
    table.command<GradeIncident>(Method::post, "/api/v1/incidents/{incident}/grade", kHandle, "定级", "Grade");
    table.command<MergeIncident>(Method::post, "/api/v1/incidents/{incident}/merge", kHandle, "并入另一件", "Merge");
    table.command<PassIncident>(Method::post, "/api/v1/incidents/{incident}/pass", kHandle, "转下级", "Pass down");
    table.command<CloseIncident>(Method::post, "/api/v1/incidents/{incident}/close", kHandle, "处置结束", "Close");
    table.command<PhoneReport>(Method::post, "/api/v1/incidents/{incident}/phone", kHandle, "电话快报", "Phoned");
    table.command<SaveDraft>(Method::post, "/api/v1/incidents/{incident}/draft", kHandle, "保存报告稿", "Save draft");
    table.command<SettleDraft>(
        Method::post, "/api/v1/incidents/{incident}/settle", kHandle, "选定一稿", "Choose a version"
    );
    table.command<SendReport>(
        Method::post, "/api/v1/incidents/{incident}/send", kHandle, "发出报告", "Send the report"
    );
    table.command<ReceiptReport>(
        Method::post, "/api/v1/incidents/{incident}/receipt", kHandle, "签收下级报告", "Receipt"
    );
    table.command<NoteDelivery>(
        Method::post, "/api/v1/incidents/{incident}/delivery", kHandle, "登记送达", "Note delivery"
    );
    const std::string report = "/api/v1/incidents/{incident}/reports/{node}/{number}";
    table.get<FormsAnswer>(report + "/forms", kSee, "报告的各种格式", "Forms of a report", &forms);
    documents::add_workbook(
        table, writer, report + "/forms", kSee, "报告的上报表格", "Forms of a report as tables", &book
    );
    documents::add_official(table, writer, report + "/paper", kSee, "报告公文", "Report as a paper", &paper);
}

}  // namespace anlan::incident
