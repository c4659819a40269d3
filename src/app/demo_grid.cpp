#include "app/demo_grid.hpp"

#include <fstream>
#include <sstream>

#include "app/grant.hpp"
#include "grid/commands.hpp"
#include "organisation/queries.hpp"

namespace anlan::app {

namespace {

struct SeedGrid {
    std::string name;
    AreaCode area;
    std::vector<grid::Corner> outline;
    bool staffed = true, away = false;
};
BOOST_DESCRIBE_STRUCT(SeedGrid, (), (name, area, outline, staffed, away))

struct SeedGrids {
    AreaCode area;
    std::vector<SeedGrid> grids;
};
BOOST_DESCRIBE_STRUCT(SeedGrids, (), (area, grids))

struct SeedReport {
    const char* village;
    const char* kind;
    grid::Severity severity;
    const char* words;
    const char* place;
    int hours_ago;
};
constexpr SeedReport kReports[] = {
    {"350581106201",
     "slope",
     grid::Severity::larger,
     "测试小学后山边坡新增裂缝约 2 米，有小石块掉落",
     "测试小学后山",
     2},
    {"350581106205", "sea", grid::Severity::ordinary, "测试码头两艘小船缆绳磨损，未加固", "测试码头", 20},
    {"350581106002", "fire", grid::Severity::ordinary, "测试加工作坊货物堵住逃生通道", "测试路 8 号", 30},
    {"350581106003", "water", grid::Severity::ordinary, "测试路口雨水井盖缺失", "测试路口", 50},
    {"350581106004", "road", grid::Severity::ordinary, "市政管网施工后路面沉降", "测试大道", 26}};

PersonId holder(Node& node, const char* code, const AreaCode& area) {
    PersonId person;
    node.read([&](store::Rows& rows) {
        for (const auto& post : organisation::posts_of(rows, code, area))
            if (post.area == area && person.empty()) person = post.holder;
    });
    return person;
}

std::optional<SeedGrids> read_grids(Node& node) {
    std::ostringstream text;
    text << std::ifstream(node.settings().shared_data / "demo/grids.json").rdbuf();
    auto read = from_json_text<SeedGrids>(text.str(), Unknown::refused);
    if (!read || read.value().area != node.settings().facts.area) return std::nullopt;
    return std::move(read.value());
}

void draw(Node& node, const SeedGrid& seed) {
    const grid::GridId id{grant(node, grid::DrawGrid{{}, seed.name, seed.area, seed.outline})};
    const auto member = holder(node, "grid_member", seed.area), helper = holder(node, "household_helper", seed.area);
    if (!seed.staffed || member.empty()) return;
    std::vector<grid::GridMember> members{{member, grid::MemberRole::head, false}};
    if (!helper.empty() && !seed.away) members.push_back({helper, grid::MemberRole::member, true});
    grant(node, grid::StaffGrid{id, members});
    const auto now = node.writer().clock().now();
    if (seed.away) grant(node, grid::SendAway{member, now + std::chrono::hours(72), "外出培训（示例）"});
    if (seed.area.text != "350581106204" && seed.area.text != "350581106201") return;
    grant(
        node,
        grid::PlanPatrol{
            id,
            seed.area.text == "350581106204" ? "渔港码头夜查" : "边坡和水闸巡查",
            {{"测试边坡", "裂缝、掉块、渗水", {}, {}},
             {"测试水闸", "启闭是否正常", {}, {}},
             {"测试古桥", "栏杆、水位", {}, {}}},
            7,
            {},
            now - std::chrono::hours(1)}
    );
}

grid::ReportId tell(Node& node, const SeedReport& seed) {
    const auto member = holder(node, "grid_member", AreaCode{seed.village});
    grid::TellReport told;
    told.key = std::string("seed:") + seed.village;
    told.kind = seed.kind;
    told.severity = seed.severity;
    told.words = seed.words;
    told.place = seed.place;
    node.read([&](store::Rows& rows) {
        if (const auto area = organisation::area_facts(rows, AreaCode{seed.village})) {
            told.lon = area->lon;
            told.lat = area->lat;
        }
    });
    told.seconds_ago = seed.hours_ago * 3600;
    return {grant(node, std::move(told), member.text)};
}

}  // namespace

void seed_grid(Node& node) {
    const auto seed = read_grids(node);
    if (!seed) return;
    for (const auto& each : seed->grids) draw(node, each);
    const auto& town = node.settings().facts.area;
    const auto officer = holder(node, "duty_officer", town);
    std::vector<grid::ReportId> told;
    for (const auto& each : kReports) told.push_back(tell(node, each));
    const auto security = holder(node, "security", town);
    grant(node, grid::GiveHazard{told[1], {}, security, {}, "请今晚前加固缆绳"}, officer.text);
    grant(node, grid::GiveHazard{told[2], {}, holder(node, "enforcement", town), {}, "限期清理逃生通道"}, officer.text);
    grant(node, grid::HandleHazard{told[2], "通道已清空，业主签字承诺", ""}, officer.text);
    grant(node, grid::AnswerReport{told[3], "已联系市政，今日补装井盖"}, officer.text);
    grant(node, grid::PassReport{told[4], "市政主干管网，需市级协调"}, officer.text);
}

}  // namespace anlan::app
