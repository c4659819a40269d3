#include <charconv>
#include <limits>

#include "organisation/queries.hpp"
#include "plan/answers.hpp"
#include "plan/commands.hpp"
#include "plan/room.hpp"
#include "plan/roster.hpp"
#include "policy/queries.hpp"

namespace anlan::plan {

namespace {

struct PlanRow {
    std::string id;
    std::int64_t newest = 0, approved = 0;
    std::optional<Instant> approved_at, filed_at;
    Instant updated_at{};
    Plan document;
    std::string yaml;
};
BOOST_DESCRIBE_STRUCT(PlanRow, (), (id, newest, approved, approved_at, filed_at, updated_at, document, yaml))

constexpr const char* kRows =
    "SELECT p.id, p.newest, p.approved, p.approved_at, p.filed_at, p.updated_at, v.document, v.yaml FROM plan p "
    "JOIN plan_version v ON v.id = p.id AND v.version = p.newest ";

/// A version as the view keeps it, beside the number of the one in force.
struct VersionRow {
    std::int64_t version = 0, approved = 0;
    std::string comment, saved_by;
    Instant saved_at{};
    std::string yaml;
};
BOOST_DESCRIBE_STRUCT(VersionRow, (), (version, approved, comment, saved_by, saved_at, yaml))

struct BriefText {
    std::string yaml;
};
BOOST_DESCRIBE_STRUCT(BriefText, (), (yaml))

struct SaveText {
    std::string plan;  ///< from the address
    std::string yaml, comment;
};
BOOST_DESCRIBE_STRUCT(SaveText, (), (plan, yaml, comment))

std::string review_due(const Plan& plan, std::chrono::seconds age_max) {
    const auto reviewed = parse_time(plan.reviewed_on + "T00:00:00+08:00");
    return reviewed ? to_local(reviewed.value() + age_max).substr(0, 10) : "";
}

void fill(
    PlanBrief& brief,
    const PlanRow& row,
    const http::Call& call,
    store::Rows& rows,
    const std::vector<Finding>& findings
) {
    brief.id = row.id;
    brief.title = row.document.title;
    brief.kind = row.document.kind;
    brief.hazards = row.document.hazards;
    brief.area = call.node.area.text;
    brief.area_name = call.node.name;
    brief.scope = row.document.scope;
    brief.version = row.newest;
    brief.state = row.approved == row.newest ? "approved" : "draft";
    brief.owner_post = row.document.owner_post;
    brief.approved_at = row.approved_at;
    brief.filed_at = row.filed_at;
    brief.review_due = review_due(row.document, policy::seconds(rows, "plan.evaluate"));
    for (const auto& level : row.document.levels) brief.levels.push_back(level.level);
    for (const auto& finding : findings) ++(finding.severity == "red" ? brief.findings_red : brief.findings_yellow);
    brief.updated_at = row.updated_at;
}

Result<http::Page<PlanBrief>> list(const http::Call& call, store::Rows& rows) {
    const auto roster = roster_of(rows, call.node.area, call.now);
    http::Page<PlanBrief> page;
    for (const auto& row : rows.select<PlanRow>(std::string(kRows) + "ORDER BY p.scope, p.id"))
        fill(page.items.emplace_back(), row, call, rows, check(row.document, roster));
    return page;
}

Result<PlanWhole> whole(const http::Call& call, store::Rows& rows) {
    auto row = rows.first<PlanRow>(std::string(kRows) + "WHERE p.id = :i", call.path("plan"));
    if (!row) return refuse("plan_unknown", "plan", "没有这个预案", "there is no such plan");
    PlanWhole answer;
    answer.findings = check(row->document, roster_of(rows, call.node.area, call.now));
    fill(answer, *row, call, rows, answer.findings);
    answer.yaml = std::move(row->yaml);
    answer.plan = std::move(row->document);
    return answer;
}

std::string state_of(const VersionRow& row) {
    if (row.version == row.approved) return "approved";
    return row.version > row.approved ? "draft" : "past";
}

/// Newest first; `cursor` is the last version already seen.
Result<http::Page<PlanVersion>> versions(const http::Call& call, store::Rows& rows) {
    const auto limit = call.limit(50, 200);
    const auto cursor = call.query("cursor");
    std::int64_t before = std::numeric_limits<std::int64_t>::max();
    std::from_chars(cursor.data(), cursor.data() + cursor.size(), before);
    http::Page<PlanVersion> page;
    for (auto& row : rows.select<VersionRow>(
             "SELECT v.version, p.approved, v.comment, v.saved_by, v.saved_at, v.yaml FROM plan_version v "
             "JOIN plan p ON p.id = v.id WHERE v.id = :i AND v.version < :b ORDER BY v.version DESC LIMIT :l",
             call.path("plan"),
             before,
             limit
         )) {
        const bool by_program = row.saved_by.starts_with("system:");
        page.items.push_back(
            {row.version,
             state_of(row),
             std::move(row.comment),
             by_program ? row.saved_by : organisation::person_name(rows, PersonId{row.saved_by}),
             row.saved_at,
             std::move(row.yaml)}
        );
    }
    if (page.items.empty() && cursor.empty())
        return refuse("plan_unknown", "plan", "没有这个预案", "there is no such plan");
    if (static_cast<std::int64_t>(page.items.size()) == limit) page.cursor = std::to_string(page.items.back().version);
    return page;
}

Result<PlanCheckUp> check_up(const http::Call& call, store::Rows& rows) {
    const auto roster = roster_of(rows, call.node.area, call.now);
    PlanCheckUp answer;
    answer.checked_at = call.now;
    for (const auto& each : approved_plans(rows, "")) {
        PlanCount count{each.plan.id, each.plan.title, 0, 0};
        for (auto& finding : check(each.plan, roster)) {
            ++(finding.severity == "red" ? count.red : count.yellow);
            answer.findings.push_back(std::move(finding));
        }
        answer.plans.push_back(std::move(count));
    }
    for (auto& finding : check_coverage(roster)) answer.findings.push_back(std::move(finding));
    answer.villages_uncovered = roster.villages_without_plan;
    return answer;
}

Result<http::Answer> judge(const PlanText& text, const http::Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(auto asked, http::Endpoints::body_of<BriefText>(call));
    auto reading = text.read(asked.yaml);
    PlanJudged judged{reading.plan.has_value(), std::move(reading.faults), {}, {}};
    if (reading.plan) judged.findings = check(*reading.plan, roster_of(rows, call.node.area, call.now));
    judged.plan = std::move(reading.plan);
    return http::json_answer(200, to_json(judged));
}

Result<journal::Wish> save(const PlanText& text, const http::Call& call) {
    BOOST_OUTCOME_TRY(auto asked, http::Endpoints::body_of<SaveText>(call));
    auto reading = text.read(asked.yaml);
    if (!reading.plan) {
        const auto& first = reading.faults.front();
        const auto line = std::to_string(first.line);
        return refuse(
            "plan_invalid", "yaml", "第 " + line + " 行：" + first.message, "line " + line + ": " + first.message_en
        );
    }
    SavePlan wish{asked.plan, std::move(*reading.plan), asked.yaml, asked.comment};
    return journal::wish(World::real(), call.caller.person.text, std::move(wish));
}

}  // namespace

void add_endpoints(http::Endpoints& table, const PlanText& text) {
    using http::Method;
    table.list<PlanBrief>("/api/v1/plans", "plan.view", "预案", "plans", &list);
    table.get<PlanWhole>("/api/v1/plans/{plan}", "plan.view", "一个预案", "one plan", &whole);
    table
        .list<PlanVersion>(
            "/api/v1/plans/{plan}/versions",
            "plan.view",
            "预案的历次版本",
            "versions of a plan, newest first",
            &versions
        )
        .asks({"cursor", http::asked_limit()});
    table.get<PlanCheckUp>("/api/v1/plan-check", "plan.view", "预案体检", "check-up of all approved plans", &check_up);
    auto& judging = table.add(Method::post, "/api/v1/plans/check", "plan.view", "检查预案正文", "check a plan's text");
    judging.takes = schema_of<BriefText>();
    judging.gives = schema_of<PlanJudged>();
    judging.read = [&text](const http::Call& call, store::Rows& rows) { return judge(text, call, rows); };
    auto& saving = table.add(Method::put, "/api/v1/plans/{plan}", "plan.edit", "保存新版本", "save a new version");
    saving.takes = schema_of<SaveText>();
    saving.answers<PlanSavedAs>();
    saving.write = [&text](const http::Call& call, store::Rows&) { return save(text, call); };
    table.command<ApprovePlan>(Method::post, "/api/v1/plans/{plan}/approve", "plan.approve", "批准", "approve");
    table.command<FilePlan>(Method::post, "/api/v1/plans/{plan}/file", "plan.approve", "备案", "record the filing");
}

}  // namespace anlan::plan
