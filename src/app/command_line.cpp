#include "app/command_line.hpp"

#include <fmt/format.h>
#include <pthread.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <fstream>
#include <iostream>

#include "app/check_files.hpp"
#include "app/clocks.hpp"
#include "app/county.hpp"
#include "app/demo_building.hpp"
#include "app/demo_loudspeakers.hpp"
#include "app/demo_seed.hpp"
#include "app/demo_sensors.hpp"
#include "app/drill.hpp"
#include "app/first_account.hpp"
#include "app/maintenance.hpp"
#include "app/node_join.hpp"
#include "app/node_status.hpp"
#include "app/simulate.hpp"
#include "app/stock_books.hpp"
#include "app/version.hpp"
#include "http/openapi.hpp"
#include "identity/accounts.hpp"

namespace anlan::app {

namespace {

namespace fs = std::filesystem;

/// The folder that holds data/ and web/: the one above the build folder, or where the package put it.
fs::path project_folder() {
    std::error_code fault;
    const auto program = fs::read_symlink("/proc/self/exe", fault);
    for (auto at = program.parent_path(); at.has_relative_path(); at = at.parent_path())
        if (fs::exists(at / "data/policy/default.json")) return at;
    return "/usr/share/anlan";
}

void block_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // every thread; wait_for_signal() takes them
    std::signal(SIGPIPE, SIG_IGN);
}

void say_ready(County& county) {
    for (auto& node : county.nodes())
        fmt::print(
            "ready {} {} http{}://127.0.0.1:{}\n",
            node->settings().facts.area.text,
            node->settings().facts.name,
            node->settings().server.certificate_file.empty() ? "" : "s",
            node->port()
        );
    std::fflush(stdout);
}

int serve(const fs::path& file) {
    const auto config = read_config(file);
    if (!config) {
        fmt::print(stderr, "{}\n{}\n", config.error().zh, config.error().en);
        return 2;
    }
    block_signals();
    SystemClock clock;
    seal::SystemDice dice;
    County county(config.value(), clock, dice);
    for (auto& node : county.nodes()) {
        node->settings().demo ? seed_demonstration(*node) : seed_ground(*node);
        open_stock_books(*node);
        open_first_account(*node, dice);
    }
    county.open();
    say_ready(county);
    wait_for_signal();
    return 0;
}

struct DemoOrder {
    fs::path data;
    int port = 8080;
    std::string drill;
    double speed = 60;
};

int demo(const DemoOrder& order) {
    block_signals();
    const auto project = project_folder();
    const auto folder = project / "data/drills";
    std::optional<DrillScript> script;
    if (!order.drill.empty()) {
        auto read = read_drill(folder, order.drill);
        if (!read) {
            fmt::print(stderr, "{} / {}\n", read.error().zh, read.error().en);
            return 2;
        }
        script = std::move(read.value());
    }
    std::unique_ptr<Clock> clock = std::make_unique<SystemClock>();
    if (script) clock = std::make_unique<FastClock>(script->starts, order.speed);
    seal::SystemDice dice;
    County county(demonstration(order.data, project, order.port), *clock, dice);
    for (auto& node : county.nodes()) seed_demonstration(*node);
    seed_building(county);
    DemoSensors sensors(county);
    county.open();
    Ticker readings;
    readings.add(std::chrono::milliseconds{500}, [&] { sensors.tick(script.has_value()); });
    readings.start();
    const DemoLoudspeakers loudspeakers(county);
    say_ready(county);
    if (!script) {
        wait_for_signal();
        return 0;
    }
    std::atomic<bool> stopping{false};
    std::thread player([&] { play_into(county, *script, folder, *clock, [&] { return stopping.load(); }); });
    wait_for_signal();
    stopping = true;
    player.join();
    return 0;
}

/// The API description, or with `permissions` which role may call what.
int print_openapi(bool permissions) {
    const auto folder = fs::temp_directory_path() / fmt::format("anlan-openapi-{}", getpid());
    auto config = demonstration(folder, project_folder(), 0);
    config.nodes.resize(1);
    SystemClock clock;
    seal::SystemDice dice;
    {
        County county(config, clock, dice);
        const auto& endpoints = county.nodes().front()->endpoints();
        std::map<std::string, std::set<std::string>> roles;
        for (const auto& role : identity::all_roles())
            roles[role.id] = {role.permissions.begin(), role.permissions.end()};
        if (permissions)
            std::cout << http::permission_matrix(endpoints, roles);
        else
            std::cout << json::serialize(http::openapi_of(endpoints, kVersion)) << '\n';
    }
    fs::remove_all(folder);
    return 0;
}

/// `anlan node join` and `anlan node status`.
void add_node_commands(CLI::App& app, int& code) {
    const auto joining = std::make_shared<JoinOrder>();
    const auto asking = std::make_shared<StatusOrder>();
    auto* node = app.add_subcommand("node", "站点与链路 / the station and its links")->require_subcommand(1);
    auto* join = node->add_subcommand("join", "凭上级的接入码接入 / join the level above with its code");
    join->add_option("--parent", joining->parent, "上级网址 / URL of the level above");
    join->add_option("--code", joining->code, "接入码 / one-time code");
    join->add_option("--area", joining->area, "12 位区划代码 / 12-digit area code")->required();
    join->add_option("--name", joining->name, "单位名称 / name of the station");
    join->add_option("--data", joining->data, "数据目录 / folder of its data")->required();
    join->add_option("--config", joining->config, "没有时写成 / written when absent");
    join->add_option("--port", joining->port, "网页端口 / port of its pages");
    join->add_option("--leaf-port", joining->leaf_port, "为下级开放的传输端口 / port for stations below this one");
    join->add_option("--wait", joining->wait_seconds, "等待答复的秒数 / seconds to wait for the approval");
    join->callback([joining, &code] {
        joining->project = project_folder();
        code = join_node(*joining);
    });
    auto* status = node->add_subcommand("status", "每条链路的状态 / the state of every link");
    auto* from = status->add_option("--config", asking->config, "本机配置 / configuration on this machine");
    auto* at = status->add_option("--url", asking->url, "站点网址 / URL of a station")->excludes(from);
    status->add_option("--token", asking->token, "会话令牌 / token of a session")->envname("ANLAN_TOKEN")->needs(at);
    status->callback([asking, &code] { code = tell_status(*asking); });
}

}  // namespace

int run_command_line(int argc, char** argv) {
    spdlog::set_default_logger(spdlog::stderr_color_mt("anlan"));
    spdlog::set_level(spdlog::level::info);
    CLI::App app{"安澜 Anlan — 乡镇（街道）标准化应急管理站 / emergency management station of a town"};
    app.require_subcommand(1);
    int code = 0;
    fs::path config, data, to, from;
    DemoOrder demo_order;
    DrillOrder drill_order;
    SimulationOrder simulation_order;
    std::vector<std::string> files;

    auto* serve_it = app.add_subcommand("serve", "运行配置文件中的节点 / run the nodes of a configuration");
    serve_it->add_option("--config", config, "TOML")->required();
    serve_it->callback([&] { code = serve(config); });

    auto* demo_it = app.add_subcommand("demo", "石狮演示县 / the demonstration county");
    demo_it->add_option("--data", demo_order.data)->required();
    demo_it->add_option("--port", demo_order.port);
    demo_it->add_option("--drill", demo_order.drill, "按剧本播放演练 / play a drill");
    demo_it->add_option("--speed", demo_order.speed, "比真实快多少倍 / times faster than life");
    demo_it->callback([&] { code = demo(demo_order); });

    auto* drill_it = app.add_subcommand("drill", "不开浏览器播放演练 / play a drill without a browser");
    drill_it->add_option("name", drill_order.name)->required();
    drill_it->add_option("--speed", drill_order.speed);
    drill_it->add_option("--data", drill_order.data)->required();
    drill_it->add_option("--report", drill_order.report);
    drill_it->add_option("--seed", drill_order.seed);
    drill_it->callback([&] {
        drill_order.project = project_folder();
        code = play_drill(drill_order);
    });

    auto* simulate_it = app.add_subcommand("simulate", "带故障的模拟 / play storms with faults under seeds");
    simulate_it->add_option("--seeds", simulation_order.seeds, "多少个种子 / how many");
    simulate_it->add_option("--seed", simulation_order.seed, "第一个种子 / the first");
    simulate_it->add_option("--stations", simulation_order.stations, "节点数：县、镇、村 / county, towns, villages");
    simulate_it->add_option("--keep", simulation_order.keep, "保留失败的现场 / keep what failed");
    simulate_it->add_option("--train", simulation_order.train, "写出压缩字典 / write a dictionary of the traffic");
    simulate_it->add_flag("--aloud", simulation_order.aloud, "总是打印经过 / always tell the history");
    simulate_it->callback([&] {
        simulation_order.project = project_folder();
        code = simulate(simulation_order);
    });

    auto* cap = app.add_subcommand("cap", "预警报文 / alerts")
                    ->require_subcommand(1)
                    ->add_subcommand("check", "逐个检查 / check files");
    cap->add_option("files", files)->required();
    cap->callback([&] { code = check_alert_files(files); });

    auto* plan = app.add_subcommand("plan", "预案 / plans")
                     ->require_subcommand(1)
                     ->add_subcommand("check", "逐个检查 / check files");
    plan->add_option("files", files)->required();
    plan->add_option("--data", data, "同时对照名册与库存 / also against roster and stock");
    plan->callback([&] { code = check_plan_files(files, data); });

    auto* verify_it = app.add_subcommand("verify", "校验日志与视图 / prove journals and views");
    verify_it->add_option("--data", data)->required();
    verify_it->callback([&] { code = verify_nodes(data); });

    auto* backup_it = app.add_subcommand("backup", "运行中备份 / back up while running");
    backup_it->add_option("--data", data)->required();
    backup_it->add_option("--to", to)->required();
    backup_it->callback([&] { code = back_up(data, to); });

    auto* restore_it = app.add_subcommand("restore", "恢复 / restore");
    restore_it->add_option("--from", from)->required();
    restore_it->add_option("--data", data)->required();
    restore_it->callback([&] { code = restore(from, data); });

    auto* archive = app.add_subcommand("archive", "归档包 / archives")
                        ->require_subcommand(1)
                        ->add_subcommand("verify", "校验签名与散列 / check signatures and hashes");
    archive->add_option("file", files)->required();
    archive->callback([&] { code = verify_archives(files); });

    add_node_commands(app, code);

    bool permissions = false;
    auto* openapi = app.add_subcommand("openapi", "打印接口说明 / print the API description");
    openapi->add_flag("--permissions", permissions, "只打印权限表 / print who may call what instead");
    openapi->callback([&] { code = print_openapi(permissions); });
    app.add_subcommand("version", "版本 / version")->callback([&] { fmt::print("anlan {}\n", kVersion); });

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& wrong) {
        return app.exit(wrong) == 0 ? 0 : 2;
    } catch (const std::exception& fault) {
        fmt::print(stderr, "anlan: {}\n", fault.what());
        return 1;
    }
    return code;
}

}  // namespace anlan::app
