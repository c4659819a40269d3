#include "organisation/api.hpp"

#include "documents/download.hpp"
#include "organisation/answers.hpp"
#include "organisation/commands.hpp"
#include "organisation/contacts.hpp"

namespace anlan::organisation {

namespace {

using http::Call;
using http::Method;
using http::Page;

/// `?area=` narrowed to what the caller may see, the caller's own area without it; nothing for another's area.
std::optional<AreaCode> asked_area(const Call& call) {
    const auto asked = parse_area(call.query("area"));
    if (!asked || asked.value().contains(call.caller.area)) return call.caller.area;
    if (call.caller.area.contains(asked.value())) return asked.value();
    return std::nullopt;
}

/// A page of what `rows_of` finds in the area asked for.
template <class T, class Find>
Page<T> of_area(const Call& call, Find rows_of) {
    const auto area = asked_area(call);
    return {area ? rows_of(*area) : std::vector<T>{}, {}};
}

/// A number is shown to those who answer for the person's area, and to the person.
Result<journal::Wish> show_person(const Call& call, store::Rows& rows) {
    const PersonId person{call.path("person")};
    const auto area = rows.value<AreaCode>("SELECT area FROM person WHERE id = :i", person);
    if (area && person != call.caller.person && !call.caller.area.contains(*area))
        return refuse("not_yours", "person", "这名人员不在您负责的区域", "this person belongs to another area");
    return journal::wish(World::real(), call.caller.person.text, ShowPerson{person, call.query("reason")});
}

Result<journal::Wish> export_contacts(const Call& call, store::Rows&) {
    const auto area = asked_area(call);
    if (!area) return refuse("not_yours", "area", "这个区划不由您负责", "this area is not yours");
    return journal::wish(World::real(), call.caller.person.text, ExportContacts{*area, call.query("reason")});
}

std::vector<AreaRow> area_rows(store::Rows& rows, const AreaCode& node) {
    std::vector<AreaRow> all;
    for (const auto& area : areas_below(rows, node)) {
        const bool too_deep = node.level() < Level::county && area.code.level() > Level::county;
        if (too_deep) continue;
        const auto parent = area.parent.text.empty() ? std::nullopt : std::optional(area.parent);
        all.push_back({area.code, area.code.level(), area.name, parent, area.lon, area.lat});
    }
    return all;
}

void add_people(http::Endpoints& table) {
    table
        .list<PersonRow>(
            "/api/v1/people",
            "organisation.view",
            "人员",
            "people of an area, numbers masked",
            [](const Call& call, store::Rows& rows) -> Result<Page<PersonRow>> {
                return of_area<PersonRow>(call, [&](const AreaCode& area) {
                    return people_rows(rows, area, call.query("q"));
                });
            }
        )
        .asks({"area", "q"});
    auto& show = table.add(
        Method::get,
        "/api/v1/people/{person}",
        "organisation.view",
        "一名人员；写明原因可看完整电话，查看会留痕",
        "one person; with ?reason= the full number, and the look is journalled"
    );
    show.answers<PersonRow>().asks({"reason"});
    show.write = &show_person;
    auto& cards = table.add(
        Method::get,
        "/api/v1/contacts",
        "organisation.edit",
        "通讯录（vCard）；写明原因，导出会留痕",
        "contacts as vCards for a telephone; give a ?reason=, the export is journalled"
    );
    cards.gives = {{"type", "string"}, {"contentMediaType", "text/vcard"}};
    cards.asks({"area", "reason"});
    cards.write = &export_contacts;
    cards.answer = [](const Call&, const journal::Outcome& outcome) {
        const auto* text = outcome.answer.if_contains("vcards");
        return documents::file_answer(std::string(text->as_string()), "text/vcard; charset=utf-8", "通讯录.vcf");
    };
    table.command<AddPerson>(Method::post, "/api/v1/people", "organisation.edit", "登记人员", "adds a person").creates =
        true;
    table.command<ChangePerson>(
        Method::post, "/api/v1/people/{person}", "organisation.edit", "修改人员", "changes a person"
    );
    table.command<TestPhone>(
        Method::post, "/api/v1/people/{person}/phone-test", "call.record", "登记电话核验", "enters the test of a number"
    );
    table.command<ErasePerson>(
        Method::post,
        "/api/v1/people/{person}/erase",
        "person.erase",
        "删除个人信息",
        "erases a person's name and number"
    );
}

void add_posts(http::Endpoints& table) {
    table
        .list<PostRow>(
            "/api/v1/posts",
            "organisation.view",
            "岗位",
            "posts and who holds them",
            [](const Call& call, store::Rows& rows) -> Result<Page<PostRow>> {
                return of_area<PostRow>(call, [&](const AreaCode& area) { return post_rows(rows, area); });
            }
        )
        .asks({"area"});
    table.command<CreatePost>(Method::post, "/api/v1/posts", "organisation.edit", "设立岗位", "creates a post")
        .creates = true;
    table.command<ChangePost>(Method::post, "/api/v1/posts/{post}", "organisation.edit", "修改岗位", "changes a post");
    table.command<Appoint>(
        Method::post, "/api/v1/posts/{post}/appoint", "organisation.edit", "任命", "appoints a holder and a deputy"
    );
    table.command<VacatePost>(
        Method::post, "/api/v1/posts/{post}/vacate", "organisation.edit", "免去任职", "vacates a post"
    );
    table
        .list<DutyRow>(
            "/api/v1/duties",
            "organisation.view",
            "责任清单",
            "the responsibility list",
            [](const Call& call, store::Rows& rows) -> Result<Page<DutyRow>> {
                return of_area<DutyRow>(call, [&](const AreaCode& area) { return duty_rows(rows, area, call.now); });
            }
        )
        .asks({"area"});
    table.command<ListDuty>(Method::post, "/api/v1/duties", "organisation.edit", "列入责任清单", "lists a duty")
        .creates = true;
    table.command<AcknowledgeDuty>(
        Method::post,
        "/api/v1/duties/{duty}/acknowledge",
        "",
        "确认责任（任职人本人）",
        "its holder acknowledges a duty"
    );
}

void add_chains(http::Endpoints& table) {
    table.list<LineRow>(
        "/api/v1/lines",
        "organisation.view",
        "条线",
        "lines of duty and their people",
        [](const Call&, store::Rows& rows) -> Result<Page<LineRow>> {
            return Page<LineRow>{line_rows(rows), {}};
        }
    );
    table.command<StaffLine>(
        Method::put, "/api/v1/lines/{line}", "organisation.edit", "确定条线责任人", "names the people of a line"
    );
    table
        .list<ChainRow>(
            "/api/v1/contact-chains",
            "organisation.view",
            "叫应名单",
            "who is called for each area, in order",
            [](const Call& call, store::Rows& rows) -> Result<Page<ChainRow>> {
                return of_area<ChainRow>(call, [&](const AreaCode& area) { return chain_rows(rows, area); });
            }
        )
        .asks({"area"});
    table.command<SetChain>(
        Method::put, "/api/v1/contact-chains/{area}", "organisation.edit", "设定叫应次序", "sets the order of calling"
    );
    table.command<TakeDuty>(
        Method::post, "/api/v1/leader-on-duty", "organisation.edit", "登记带班领导", "names the leader on duty"
    );
}

}  // namespace

void add_endpoints(http::Endpoints& table, const registers::SheetReader* sheets) {
    table.list<AreaRow>(
        "/api/v1/areas",
        "",
        "区划",
        "the station's area and those below it",
        [](const Call& call, store::Rows& rows) -> Result<Page<AreaRow>> {
            return Page<AreaRow>{area_rows(rows, call.node.area), {}};
        }
    );
    add_people(table);
    add_posts(table);
    add_chains(table);
    add_import_endpoints(table, sheets);
    table.get<Checks>(
        "/api/v1/organisation/checks",
        "organisation.view",
        "机构自检",
        "what the organisation lacks",
        [](const Call& call, store::Rows& rows) -> Result<Checks> { return checks(rows, call.node.area, call.now); }
    );
}

}  // namespace anlan::organisation
