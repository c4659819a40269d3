#include "consultation/api.hpp"

#include "consultation/answers.hpp"
#include "consultation/commands.hpp"
#include "consultation/minutes.hpp"
#include "consultation/rules.hpp"
#include "documents/download.hpp"
#include "incident/queries.hpp"
#include "response/queries.hpp"

namespace anlan::consultation {

using http::Call;
using http::Method;
using http::Page;

namespace {

constexpr const char* kSee = "desk.view";
constexpr const char* kHold = "consultation.hold";

Result<Page<ConsultationAnswer>> list(const Call& call, store::Rows& rows) {
    Page<ConsultationAnswer> page;
    for (const auto& each : find_consultations(rows, call.scope(), call.query("origin"), call.limit(100)))
        page.items.push_back(head_of(rows, each, call.now));
    return page;
}

Result<ConsultationDetail> one(const Call& call, store::Rows& rows) {
    const auto found = find_consultation(rows, {call.path("consultation")});
    if (!found) return consultation_unknown();
    return detail_of(rows, *found, call.node, call.caller.person, call.now);
}

Result<documents::Official> minutes(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto detail, one(call, rows));
    return minutes_of(detail, call.node.name);
}

World world_of_origin(const Call& call, store::Rows& rows, ConsultationOccasion occasion, const std::string& origin) {
    auto world = call.scope();
    if (occasion == ConsultationOccasion::incident) world = incident::world_of_incident(rows, {origin}).value_or(world);
    if (occasion == ConsultationOccasion::response) world = response::world_of_response(rows, {origin}).value_or(world);
    return world;
}

Result<AgendaProposal> proposal(const Call& call, store::Rows& rows) {
    const auto occasion =
        enum_from<ConsultationOccasion>(call.query("occasion")).value_or(ConsultationOccasion::regular);
    const auto origin = call.query("origin");
    const auto world = world_of_origin(call, rows, occasion, origin);
    return proposal_of(rows, situation_of(rows, call.node, world, occasion, origin, call.now));
}

/// In the world of what it is called for.
Result<journal::Wish> call_together(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(auto wish, http::Endpoints::body_of<CallConsultation>(call));
    auto world = world_of_origin(call, rows, wish.occasion, wish.origin);
    return journal::wish(std::move(world), call.caller.person.text, std::move(wish));
}

Result<Page<ResolutionAnswer>> open_ones(const Call& call, store::Rows& rows) {
    Page<ResolutionAnswer> page;
    for (const auto& each : open_resolutions(rows, call.scope(), call.limit(200)))
        page.items.push_back(answer_of(rows, each, call.now));
    return page;
}

Result<Page<ConsultationBelow>> below(const Call& call, store::Rows& rows) {
    return Page<ConsultationBelow>{below_seen(rows, call.scope(), call.limit(50)), {}};
}

void add_reading(http::Endpoints& table) {
    table.list<ConsultationAnswer>("/api/v1/consultations", kSee, "会商", "Consultations", &list)
        .asks({"drill", "origin", http::asked_limit()});
    table.list<ConsultationBelow>("/api/v1/consultations/below", kSee, "下级会商摘要", "Consultations below", &below)
        .asks({"drill", http::asked_limit()});
    table.get<AgendaProposal>("/api/v1/consultations/proposal", kSee, "按当前情况拟议题", "Agenda proposed", &proposal)
        .asks({"drill", http::asked_choice<ConsultationOccasion>("occasion"), "origin"});
    table.get<ConsultationDetail>("/api/v1/consultations/{consultation}", kSee, "一次会商", "One consultation", &one);
    table.list<ResolutionAnswer>("/api/v1/resolutions", kSee, "未办结的议决事项", "Open resolutions", &open_ones)
        .asks({"drill", http::asked_limit()});
}

}  // namespace

void add_endpoints(http::Endpoints& table, const documents::Writer* writer) {
    add_reading(table);
    const std::string each = "/api/v1/consultations/{consultation}";
    documents::add_official(table, writer, each + "/minutes", kSee, "会商纪要", "Minutes of a consultation", &minutes);
    auto& calling = table.add(Method::post, "/api/v1/consultations", kHold, "发起会商", "Call a consultation");
    calling.takes = schema_of<CallConsultation>();
    calling.gives = schema_of<http::Written>();
    calling.creates = true;
    calling.asks({"drill"});
    calling.write = &call_together;
    table.command<SetAgenda>(Method::post, each + "/agenda", kHold, "改议题", "Set the agenda");
    table.command<InvitePeople>(Method::post, each + "/invite", kHold, "邀请", "Invite people");
    table.command<RecordAttendance>(Method::post, each + "/attendance", kHold, "签到", "Note who is there");
    table.command<NoteWord>(Method::post, each + "/words", kHold, "记发言", "Note what was said");
    table.command<JoinMeeting>(Method::post, each + "/meeting", kHold, "接入视频会议", "Hold it by video");
    table.command<MakeResolution>(Method::post, each + "/resolutions", kHold, "议决", "Resolve").creates = true;
    table.command<ConcludeConsultation>(Method::post, each + "/conclude", kHold, "结束会商", "Conclude");
    table.command<RemindResolution>(Method::post, "/api/v1/resolutions/{resolution}/remind", kHold, "催办", "Remind");
    table.command<EndResolution>(Method::post, "/api/v1/resolutions/{resolution}/end", kHold, "终止", "End it");
}

}  // namespace anlan::consultation
