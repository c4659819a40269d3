#include "app/demo_duty.hpp"

#include <fstream>
#include <set>
#include <sstream>

#include "app/grant.hpp"
#include "cbc/cbc_solver.hpp"
#include "duty/commands.hpp"
#include "duty/log_commands.hpp"
#include "duty/propose.hpp"
#include "duty/queries.hpp"
#include "organisation/queries.hpp"

namespace anlan::app {

namespace {

constexpr std::size_t kFewest = 8, kMost = 14;
constexpr double kProposing_seconds = 3;

using duty::DutyLine;
using duty::DutyPost;

/// People of the node itself, not of its villages, with whom of them lead.
struct Staff {
    std::vector<PersonId> people;
    std::set<PersonId> leaders, rescuers;
};

Staff staff_of(Node& node) {
    Staff staff;
    const auto& area = node.settings().facts.area;
    node.read([&](store::Rows& rows) {
        staff.people = rows.list<PersonId>("SELECT id FROM person WHERE area = :a AND active = 1 ORDER BY id", area);
        const auto holders = [&](std::initializer_list<const char*> codes, std::set<PersonId>& into) {
            for (const auto* code : codes)
                for (const auto& post : organisation::posts_of(rows, code, area))
                    if (post.area == area && !post.holder.empty()) into.insert(post.holder);
        };
        holders({"party_secretary", "town_head", "deputy_head", "duty_leader", "station_head"}, staff.leaders);
        holders({"team_leader", "rescue", "marine", "medical"}, staff.rescuers);
    });
    if (staff.people.size() > kMost) staff.people.resize(kMost);
    std::size_t in_list = 0;
    for (const auto& person : staff.people) in_list += staff.leaders.contains(person);
    for (std::size_t i = 0; in_list < 3 && i < staff.people.size(); ++i)
        in_list += staff.leaders.insert(staff.people[i]).second;
    return staff;
}

/// The lines of duty of the organisation, told in the four of the rota.
std::vector<DutyLine> lines_of(Node& node, const PersonId& person, bool leads, bool rescues, std::size_t place) {
    std::set<DutyLine> lines;
    node.read([&](store::Rows& rows) {
        for (const auto& line : rows.list<std::string>("SELECT line FROM person_line WHERE person = :p", person))
            lines.insert(line == "work_safety" || line == "enforcement" ? DutyLine::safety : DutyLine::prevention);
    });
    if (leads || place % 2 == 0 || lines.empty()) lines.insert(DutyLine::government);
    if (rescues || place % 3 == 0) lines.insert(DutyLine::rescue);
    return {lines.begin(), lines.end()};
}

void seed_members(Node& node, const Staff& staff) {
    std::size_t place = 0;
    for (const auto& person : staff.people) {
        const bool leads = staff.leaders.contains(person);
        duty::SetMember member{
            person,
            {leads ? DutyPost::leader : DutyPost::officer, DutyPost::standby},
            lines_of(node, person, leads, staff.rescuers.contains(person), place)};
        if (!leads && place % 2 == 1) member.posts.push_back(DutyPost::driver);
        grant(node, std::move(member));
        ++place;
    }
}

void seed_holidays(Node& node) {
    std::ostringstream text;
    text << std::ifstream(node.settings().shared_data / "duty/holidays.json").rdbuf();
    auto holidays = from_json_text<duty::SetHolidays>(text.str(), Unknown::refused);
    if (holidays) grant(node, std::move(holidays.value()));
}

void seed_month(Node& node, const std::string& month, const PersonId& leader) {
    const cbc::CbcSolver solver;
    std::vector<duty::Duty> duties;
    node.read([&](store::Rows& rows) {
        if (const auto facts = duty::month_facts(rows, month))
            duties = duty::propose(facts.value(), solver, kProposing_seconds).duties;
    });
    grant(node, duty::SaveRota{month, 0, std::move(duties)}, leader.text);
    grant(node, duty::PublishRota{month, "演示数据"}, leader.text);
}

/// What a desk has in its log at noon: a call that was answered, one that is still followed, a handover both signed.
void seed_log(Node& node, const PersonId& giver, const PersonId& taker) {
    grant(node, duty::NoteLine{DutyLine::government, "群众来电询问避灾点开放时间，已答复", "群众来电", {}}, giver.text);
    grant(
        node, duty::NoteLine{DutyLine::safety, "测试加工厂配电房渗水，已断电", "测试社区", "下午复查并拍照"}, giver.text
    );
    std::vector<duty::Checked> checks;
    for (int key = 0; key <= static_cast<int>(duty::CheckKey::vehicles); ++key)
        checks.push_back({static_cast<duty::CheckKey>(key), true, ""});
    checks[1] = {duty::CheckKey::satellite, false, "电量 35%，已接充电器"};
    const auto offered = grant(node, duty::OfferHandover{std::move(checks), ""}, giver.text);
    grant(node, duty::TakeHandover{{offered}, ""}, taker.text);
}

}  // namespace

void seed_duty(Node& node) {
    const auto staff = staff_of(node);
    if (staff.people.size() < kFewest) return;
    seed_members(node, staff);
    seed_holidays(node);
    const auto today = day_at(node.writer().clock().now());
    const auto away = today + std::chrono::days{6};
    for (const auto& person : staff.people)
        if (!staff.leaders.contains(person)) {
            grant(
                node,
                duty::FileLeave{
                    to_text(away),
                    to_text(away + std::chrono::days{2}),
                    duty::LeaveKind::training,
                    duty::LeavePlace::city,
                    {},
                    {}},
                person.text
            );
            break;
        }
    const auto month = duty::month_of(today);
    // In the first hours of a month the desk is still kept by the night of the month before.
    const auto last_night = duty::month_of(today - std::chrono::days{1});
    if (last_night != month) seed_month(node, last_night, *staff.leaders.begin());
    seed_month(node, month, *staff.leaders.begin());
    const auto next = duty::days_of_month(month).value().back() + std::chrono::days{1};
    seed_month(node, duty::month_of(next), *staff.leaders.begin());
    seed_log(node, staff.people[staff.people.size() - 1], staff.people[staff.people.size() - 2]);
}

}  // namespace anlan::app
