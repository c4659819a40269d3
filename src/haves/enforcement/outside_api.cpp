#include "enforcement/outside_api.hpp"

#include "enforcement/answers.hpp"
#include "enforcement/calendar.hpp"
#include "enforcement/gate.hpp"
#include "enforcement/outside_commands.hpp"
#include "enforcement/outside_queries.hpp"
#include "enforcement/rights.hpp"
#include "journal/vault.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::enforcement {

using http::Call;
using http::Method;
using http::Page;

namespace {

constexpr const char* kPublic = "public";
constexpr const char* kSort = "report.sort";

struct PartyOrder {
    std::string id, due, demands;
    RectificationState state = RectificationState::rectifying;
    std::vector<std::string> hazards;
    std::optional<Instant> reported_at;
};
BOOST_DESCRIBE_STRUCT(PartyOrder, (), (id, due, demands, state, hazards, reported_at))

struct PartySelfCheck {
    Instant filed_at{};
    std::int64_t failed = 0;
};
BOOST_DESCRIBE_STRUCT(PartySelfCheck, (), (filed_at, failed))

/// All that an enterprise sees by its link: nothing of anybody else, no name of a person.
struct PartyPage {
    std::string station, party_name, duty_phone;
    Instant expires_at{};
    Checklist checklist;
    std::vector<PartyOrder> orders;
    std::vector<PartySelfCheck> self_checks;
};
BOOST_DESCRIBE_STRUCT(PartyPage, (), (station, party_name, duty_phone, expires_at, checklist, orders, self_checks))

/// What whoever has the code may read.
struct PublicAnswer {
    Instant filed_at{};
    std::string answer_by, way, answer;
    std::optional<Instant> sorted_at;
};
BOOST_DESCRIBE_STRUCT(PublicAnswer, (), (filed_at, answer_by, way, answer, sorted_at))

struct PublicReportRow {
    PublicReportFacts report;
    std::string contact;  ///< masked
    bool late = false;
};
BOOST_DESCRIBE_STRUCT(PublicReportRow, (), (report, contact, late))

struct KeptPicture {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(KeptPicture, (), (id))

Result<PartyPage> party_page(const Call& call, store::Rows& rows) {
    const auto link = link_of_token(rows, call.path("token"), call.now);
    if (!link) return link_unknown();
    const auto party = party_at(rows, link->place);
    PartyPage page{
        call.node.name,
        link->party_name,
        organisation::duty_phone(rows, call.node.area),
        link->expires_at,
        checklist_for(party ? party->kind : ""),
        {},
        {}};
    for (const auto& order : open_rectifications_at(rows, link->place)) {
        const auto answer = rectification_answer(rows, order, call.now);
        PartyOrder made{answer.id, answer.due, answer.demands, answer.state, {}, answer.reported_at};
        for (const auto& id : order.hazards)
            if (const auto hazard = find_hazard(rows, id)) made.hazards.push_back(hazard->text);
        page.orders.push_back(std::move(made));
    }
    for (const auto& check : self_checks_at(rows, link->place))
        page.self_checks.push_back({check.filed_at, check.failed});
    return page;
}

Result<PublicAnswer> report_answer(const Call& call, store::Rows& rows) {
    const auto found = report_of_code(rows, call.path("code"));
    if (!found) return refuse("report_unknown", "code", "没有这个编号，请核对", "there is no such code; check it");
    return PublicAnswer{found->filed_at, found->answer_by, found->way, found->answer, found->sorted_at};
}

Result<Page<PublicReportRow>> reports(const Call& call, store::Rows& rows) {
    Page<PublicReportRow> page;
    const auto today = to_text(day_at(call.now));
    for (auto& each : public_reports(rows, call.limit(200))) {
        const auto contact = masked_number(journal::vault::reveal_or(rows, each.id.text, "contact", ""));
        const bool late = !each.sorted_at && each.answer_by < today;
        page.items.push_back({std::move(each), contact, late});
    }
    return page;
}

Result<Page<LinkFacts>> links(const Call&, store::Rows& rows) {
    return Page<LinkFacts>{party_links(rows), {}};
}

Result<Page<SelfCheckFacts>> checks(const Call& call, store::Rows& rows) {
    return Page<SelfCheckFacts>{self_checks(rows, call.limit(200)), {}};
}

/// What people without an account write, once the gate has let them.
class Door {
  public:
    Door(http::Endpoints& table, KeepPicture keep)
        : table_(table), keep_(std::move(keep)), gate_(std::make_shared<Gate>()), photos_(std::make_shared<Gate>()) {}

    template <class C>
    void writes(const char* path, const char* zh, const char* en) {
        auto& made = table_.add(Method::post, path, kPublic, zh, en);
        made.takes = schema_of<C>();
        made.gives = schema_of<http::Written>();
        made.creates = true;
        made.write = [gate = gate_](const Call& call, store::Rows& rows) -> Result<journal::Wish> {
            BOOST_OUTCOME_TRY(auto command, http::Endpoints::body_of<C>(call));
            BOOST_OUTCOME_TRYV(admit(*gate, call, rows, 1));
            return journal::wish(World::real(), "public:door", std::move(command));
        };
    }

    /// A picture to go with what is written next. With a link only while it holds.
    void takes_pictures(const char* path, bool by_link, const char* zh, const char* en) {
        auto& made = table_.add(Method::post, path, kPublic, zh, en);
        made.takes = {{"type", "string"}, {"format", "binary"}};
        made.answers<KeptPicture>();
        made.read =
            [gate = photos_, keep = keep_, by_link](const Call& call, store::Rows& rows) -> Result<http::Answer> {
            if (by_link && !link_of_token(rows, call.path("token"), call.now)) return link_unknown();
            BOOST_OUTCOME_TRYV(admit(*gate, call, rows, 6));
            BOOST_OUTCOME_TRY(auto id, keep(call.request.body));
            return http::json_answer(201, to_json(KeptPicture{id}));
        };
    }

  private:
    static Result<void> admit(Gate& gate, const Call& call, store::Rows& rows, std::size_t times) {
        const auto most = [&](const char* key) { return static_cast<std::size_t>(policy::number(rows, key)) * times; };
        return gate.admits(
            call.request.peer_address, most("enforcement.reports_address"), most("enforcement.reports_all"), call.now
        );
    }

    http::Endpoints& table_;
    KeepPicture keep_;
    std::shared_ptr<Gate> gate_, photos_;
};

void add_station_side(http::Endpoints& table) {
    table.list<LinkFacts>("/api/v1/enforcement/links", kView, "企业填报链接", "Enterprises' links", &links);
    table.list<SelfCheckFacts>("/api/v1/enforcement/selfchecks", kView, "企业自查", "Enterprises' own checks", &checks)
        .asks({http::asked_limit()});
    table.list<PublicReportRow>("/api/v1/enforcement/reports", kView, "群众举报", "Reports of the public", &reports)
        .asks({http::asked_limit()});
    table.command<MakePartyLink>(Method::post, "/api/v1/enforcement/links", kWork, "生成企业链接", "Make a link")
        .creates = true;
    table.command<RevokePartyLink>(
        Method::post, "/api/v1/enforcement/links/{link}/revoke", kWork, "停用企业链接", "Revoke a link"
    );
    table.command<SortPublicReport>(
        Method::post, "/api/v1/enforcement/reports/{report}/sort", kSort, "分办并答复举报", "Sort and answer a report"
    );
}

}  // namespace

void add_outside_endpoints(http::Endpoints& table, KeepPicture keep) {
    add_station_side(table);
    table.get<PartyPage>(
        "/api/v1/public/links/{token}", kPublic, "企业凭链接看到的", "What an enterprise sees", &party_page
    );
    table.get<PublicAnswer>(
        "/api/v1/public/reports/{code}", kPublic, "凭编号查答复", "An answer by its code", &report_answer
    );
    Door door(table, std::move(keep));
    door.writes<FileSelfCheck>("/api/v1/public/links/{token}/selfchecks", "企业报送自查", "An enterprise's own check");
    door.writes<SendProof>("/api/v1/public/links/{token}/proofs", "企业报送整改", "Proof of rectification");
    door.writes<FilePublicReport>("/api/v1/public/reports", "群众举报隐患", "Report a hazard");
    door.takes_pictures("/api/v1/public/links/{token}/photos", true, "企业上传照片", "A photo by a link");
    door.takes_pictures("/api/v1/public/photos", false, "举报上传照片", "A photo of a report");
}

}  // namespace anlan::enforcement
