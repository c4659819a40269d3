#include "rescue/api.hpp"

#include "organisation/queries.hpp"
#include "policy/queries.hpp"
#include "registers/queries.hpp"
#include "rescue/answers.hpp"
#include "rescue/commands.hpp"
#include "rescue/room.hpp"

namespace anlan::rescue {

namespace {

using http::Call;
using http::Page;

Result<Page<TeamSheet>> list(const Call& call, store::Rows& rows) {
    Page<TeamSheet> page;
    for (auto& team : teams_of(rows))
        if (call.caller.area.overlaps(team.area))
            page.items.push_back(sheet_of(rows, std::move(team), call.scope(), call.now));
    return page;
}

Result<TeamDetail> one(const Call& call, store::Rows& rows) {
    const auto team = find_team(rows, {call.path("team")});
    if (!team || !call.caller.area.overlaps(team->area))
        return refuse("team_unknown", "team", "没有这支队伍", "no such team");
    return detail_of(rows, *team, call.scope(), call.now);
}

Result<Page<PaperSheet>> ending(const Call& call, store::Rows& rows) {
    Page<PaperSheet> page;
    const auto day = day_of(call.now + policy::seconds(rows, "certificate.expiry_warn.first"));
    for (const auto& paper : papers_ending(rows, day)) page.items.push_back(sheet_of(rows, paper, call.now));
    return page;
}

/// A social force whose agreement ends (R20).
struct Agreement {
    std::string name, kind, skills, agreement_until;
    std::int64_t members = 0;
    std::optional<std::int64_t> days_left;
};
BOOST_DESCRIBE_STRUCT(Agreement, (), (name, kind, skills, agreement_until, members, days_left))

Result<Page<Agreement>> agreements(const Call& call, store::Rows& rows) {
    Page<Agreement> page;
    for (const auto& [id, force] : registers::read_rows<Agreement>(registers::kept_rows(rows, "forces"))) {
        if (force.agreement_until.empty()) continue;
        auto made = force;
        made.days_left = days_until(force.agreement_until, call.now);
        page.items.push_back(std::move(made));
    }
    return page;
}

}  // namespace

void add_endpoints(http::Endpoints& table) {
    using http::Method;
    const std::string one_team = "/api/v1/teams/{team}";
    table.list<TeamSheet>("/api/v1/teams", kView, "队伍一览：现在谁能来", "teams and who can come now", &list)
        .asks({"drill"});
    table.list<PaperSheet>("/api/v1/teams/papers", kView, "临期和过期的证件", "papers that end soon", &ending);
    table.list<Agreement>(
        "/api/v1/teams/agreements", kView, "社会力量协议", "agreements of social forces", &agreements
    );
    table.get<TeamDetail>(one_team, kView, "一支队伍", "one team", &one).asks({"drill"});
    table.command<JoinTeam>(Method::post, one_team + "/members", kKeep, "入队、改职务", "join, or change the role");
    table.command<LeaveTeam>(Method::post, one_team + "/members/{person}/leave", kKeep, "离队", "leave the team");
    table.command<SetStandby>(Method::post, one_team + "/standby", kKeep, "排备勤", "set the stand-by");
    table.command<FilePaper>(
        Method::post, "/api/v1/members/{person}/papers", kKeep, "登记证件、保险", "enter a certificate or insurance"
    );
    table.command<IssueGear>(Method::post, "/api/v1/members/{person}/gear", kKeep, "发放装备", "issue gear");
    table.command<ReturnGear>(Method::post, "/api/v1/gear/{gear}/return", kKeep, "归还装备", "return gear");
    add_callout_endpoints(table);
    add_training_endpoints(table);
}

}  // namespace anlan::rescue
