#include "bench/station.hpp"

#include <fstream>
#include <sstream>

#include "identity/commands.hpp"
#include "organisation/commands.hpp"
#include "plan/commands.hpp"
#include "plan_yaml/plan_yaml.hpp"
#include "policy/commands.hpp"

namespace anlan::bench {

namespace {

namespace fs = std::filesystem;

const AreaCode kTown{"350581106000"};

constexpr const char* kPlan = R"(id: bench_town
title: 测速用防台风预案
title_en: Typhoon plan for measuring
kind: special
scope: town
hazards: [typhoon]
owner_post: station_head
version: 1.1
basis: 测速
summary: 红色预警时叫应全部网格员。
levels:
  - level: 1
    triggers:
      - {kind: warning, hazard: typhoon, colour: red}
    stop_conditions: 预警解除
    expected_hours: 24
    measures: 立即叫应全部网格员
    measures_en: Every grid member is called at once
    calls: [grid]
    steps:
      - id: duty
        title: 值班带班到岗
        title_en: Duty officer and leader in place
        action: 带班领导到岗。
        post: station_head
        deadline: {minutes: 30}
        chapter: 应急处置
)";

app::Config one_town(const fs::path& folder, std::optional<app::BrokerSettings> broker) {
    app::Config config{folder, fs::current_path() / "data", {}, {}};
    app::ConfiguredNode node;
    node.settings.facts = {kTown, "永宁镇"};
    node.settings.folder = folder / kTown.text;
    node.settings.shared_data = config.shared;
    node.settings.broker = std::move(broker);
    config.nodes.push_back(std::move(node));
    return config;
}

std::string read_text(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

}  // namespace

Station::Station(const fs::path& folder, std::optional<app::BrokerSettings> broker)
    : county_(one_town(folder, std::move(broker)), clock_, dice_) {}

journal::Outcome grant(app::Node& node, journal::Wish wish) {
    auto granted = node.writer().execute(std::move(wish));
    if (!granted)
        throw std::runtime_error(granted.error().code + " " + granted.error().field + " " + granted.error().en);
    return std::move(granted.value());
}

std::string log_in(app::Node& node, const std::string& login, const PersonId& person, const std::string& role) {
    // Sessions are opened directly: hashing a thousand passwords is not what is measured.
    run(node, identity::OpenAccount{login, person, {role}, node.settings().facts.area, "x", false});
    return std::string(run(node, identity::OpenSession{login, "127.0.0.1", {}}).answer.at("token").as_string());
}

void Station::lay_ground() {
    run(node(), policy::AdoptPack{});
    auto areas = organisation::areas_from_csv(read_text(node().settings().shared_data / "divisions/350581.csv"));
    if (!areas) throw std::runtime_error("the divisions could not be read");
    run(node(), std::move(areas.value()));
    auto reading = plan_yaml::PlanYaml().read(kPlan);
    if (!reading.plan) throw std::runtime_error("the plan was refused: " + reading.faults.front().message_en);
    const auto id = reading.plan->id;
    run(node(), plan::SavePlan{id, std::move(*reading.plan), kPlan, "测速"});
    run(node(), plan::ApprovePlan{id, "测速"});
}

std::vector<std::string> Station::settle_people(int count) {
    const auto grant = [this](auto command) { return run(node(), std::move(command)).subject; };
    std::vector<std::string> villages;
    node().read([&](store::Rows& rows) {
        villages = rows.list<std::string>("SELECT code FROM area WHERE parent = :p ORDER BY code", kTown);
    });
    std::vector<std::string> tokens;
    for (int i = 0; i < count; ++i) {
        const auto number = std::to_string(10'000 + i);
        const AreaCode village{villages[static_cast<std::size_t>(i) % villages.size()]};
        const PersonId person{grant(organisation::AddPerson{"测试" + number, "139000" + number, village, false, {}})};
        const PostId post{grant(organisation::CreatePost{"grid", "网格员", village, "", false, false, "", 0})};
        grant(organisation::Appoint{post, person, std::nullopt, ""});
        tokens.push_back(log_in(node(), "bench" + number, person, "wangge"));
    }
    const PersonId head{grant(organisation::AddPerson{"测试站长", "13900000001", kTown, true, {}})};
    const PostId post{grant(organisation::CreatePost{"station_head", "站长", kTown, "", true, true, "", 0})};
    grant(organisation::Appoint{post, head, std::nullopt, ""});
    tokens.push_back(log_in(node(), "bench_head", head, "zhanzhang"));
    return tokens;
}

void serve_station(Wire& wire, const fs::path& folder, int people) {
    Station station(folder);
    station.open();
    station.lay_ground();
    const auto tokens = station.settle_people(people);
    wire.tell(std::to_string(station.node().port()));
    for (const auto& token : tokens) wire.tell(token);
    for (auto line = wire.hear(); !line.empty(); line = wire.hear())
        if (line.starts_with("tell ")) station.node().hub().tell_all(line.substr(5));
}

fs::path fresh_folder(const std::string& name) {
    const auto folder = fs::current_path() / "bench-data" / name;
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

}  // namespace anlan::bench
