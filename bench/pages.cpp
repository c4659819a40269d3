#include <fmt/format.h>

#include <chrono>
#include <functional>
#include <map>
#include <random>

#include "bench/desk_client.hpp"
#include "bench/report.hpp"
#include "bench/station.hpp"
#include "calls/events.hpp"
#include "duty/log_events.hpp"
#include "incident/commands.hpp"
#include "orders/events.hpp"
#include "tasks/events.hpp"

/// Every list of a desk over ten years of a busy town, as the browser asks for it: over HTTP, with a session and its
/// permissions.
namespace anlan::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kLines = 2'000'000;  ///< of the duty log, written by hand; calls and tasks add theirs
constexpr int kCalls = 60'000, kTasks = 60'000, kOrders = 6'000, kIncidents = 8'000;
constexpr std::chrono::minutes kTaskEvery{10 * 365 * 24 * 60 / kTasks};  ///< due times are spread over the years
constexpr int kBatch = 5'000;
constexpr int kRounds = 100;
constexpr double kGoal_ms = 50;
const AreaCode kTown{"350581106000"};

/// Events of history, written by the program's own writer but without a rule.
class History {
  public:
    explicit History(app::Node& node) : node_(node) {
        node.read([&](store::Rows& rows) {
            people_ = rows.list<std::string>("SELECT id FROM person ORDER BY id");
            villages_ = rows.list<std::string>("SELECT code FROM area WHERE parent = :p ORDER BY code", kTown);
        });
    }
    ~History() { flush(); }

    template <journal::EventBody E>
    void add(const std::string& subject, const E& body) {
        events_.push_back(journal::event(subject, body));
        if (events_.size() >= kBatch) flush();
    }
    void flush() {
        if (events_.empty()) return;
        const auto shared = std::make_shared<journal::Events>(std::move(events_));
        events_.clear();
        journal::Wish wish{World::real(), "p-bench", {}, {}};
        wish.decide = [shared](const journal::Desk&) -> Result<journal::Decision> {
            return journal::decided(std::move(*shared), "bench");
        };
        grant(node_, std::move(wish));
    }
    PersonId person() { return PersonId{pick(people_)}; }
    AreaCode village() { return AreaCode{pick(villages_)}; }
    std::uint64_t roll() { return random_(); }
    const std::string& pick(const std::vector<std::string>& from) { return from[random_() % from.size()]; }

  private:
    app::Node& node_;
    std::vector<std::string> people_, villages_;
    journal::Events events_;
    std::mt19937_64 random_{2036};
};

void write_log(History& history) {
    const std::vector<std::string> from{"外高村", "梅林村", "后宅村", "县应急局", "水利站", "派出所", "供电所"};
    const std::vector<std::string> what{
        "道路积水已排除",
        "渔船回港避风情况已核实",
        "独居老人转移到安置点",
        "巡查未发现险情",
        "广告牌加固完成",
        "燃气泄漏已处置",
        "隐患整改复查合格",
        "应急物资盘点相符"};
    for (int i = 0; i < kLines; ++i) {
        const auto text = fmt::format("{}，涉及{}人，编号{}", history.pick(what), history.roll() % 300, i);
        history.add(fmt::format("l{:07}", i), duty::LogNoted{duty::DutyLine::prevention, history.pick(from), text, ""});
    }
}

void write_calls(History& history, Instant now) {
    for (int i = 0; i < kCalls; ++i) {
        const auto id = fmt::format("c{:07}", i);
        const auto person = history.person();
        calls::CallPlaced placed;
        placed.origin = fmt::format("r{:04}", i / 150);
        placed.person = person;
        placed.post_title = "网格员";
        placed.area = history.village();
        placed.headline = "台风红色预警";
        placed.text = "请立即转移危险区域群众";
        placed.colour = "red";
        placed.hazard = "typhoon";
        calls::Rung first;
        first.role = calls::RungRole::primary;
        first.person = person;
        placed.ladder = {first};
        placed.due = now + std::chrono::minutes{5};
        history.add(id, placed);
        calls::CallAnswered answered;
        answered.by = person;
        history.add(id, answered);
        if (i < kCalls - 150) history.add(id, calls::CallClosed{});
    }
}

void write_tasks(History& history, Instant now) {
    for (int i = 0; i < kTasks; ++i) {
        const auto id = fmt::format("t{:07}", i);
        tasks::TaskAssigned task;
        task.origin = fmt::format("r{:04}", i / 150);
        task.step = "duty";
        task.title = fmt::format("转移危险区域群众（第{}批）", i);
        task.action = "逐户通知、护送到避灾点并登记人数。";
        task.post_title = "网格员";
        task.owner = history.person();
        task.area = history.village();
        task.due = now + std::chrono::hours{1} - kTaskEvery * (kTasks - 1 - i);
        history.add(id, task);
        tasks::TaskConfirmed confirmed;
        confirmed.by = task.owner;
        if (i < kTasks - 150) history.add(id, confirmed);
    }
}

void write_orders(History& history, Instant now) {
    for (int i = 0; i < kOrders; ++i) {
        orders::OrderIssued order;
        order.sheet.title = fmt::format("关于做好第{}号台风防御工作的通知", i);
        order.sheet.text = "请各村（社区）于十七时前完成危险区域人员转移，并报送人数。";
        order.sheet.to = {history.village(), history.village()};
        order.receipt_by = now + std::chrono::hours{1};
        history.add(fmt::format("o{:07}", i), order);
    }
}

/// Through the rules: taken, looked into, and all but the last fifty ended.
void write_incidents(app::Node& node, History& history) {
    for (int i = 0; i < kIncidents; ++i) {
        incident::TakeIncident take;
        take.words = fmt::format("渔船翻船，两人落水，编号{}", i);
        take.place = "测试码头";
        take.area = history.village();
        take.figures.missing = 2;
        const auto id = run(node, std::move(take)).subject;
        if (i < kIncidents - 50) run(node, incident::VerifyIncident{incident::IncidentId{id}, false, "已核实，系误报"});
    }
}

struct Page {
    std::string name;
    std::vector<std::string> paths;  ///< asked in turn
};

std::string newest(app::Node& node, const char* sql) {
    std::string found;
    node.read([&](store::Rows& rows) { found = rows.value<std::string>(sql).value_or(""); });
    return found;
}

std::vector<Page> pages_of(app::Node& node, DeskClient& desk) {
    const auto seq = std::stoll(newest(node, "SELECT CAST(MAX(seq) AS TEXT) FROM journal"));
    const auto incident = newest(node, "SELECT id FROM incident ORDER BY id DESC LIMIT 1");
    const auto middle = std::to_string(seq / 2);
    const auto month =
        to_local(std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now())).substr(0, 7);
    const auto log = desk.get("/api/v1/duty-log?limit=200");
    const std::string cursor(log.at("cursor").as_string());
    return {
        {"duty log, newest and a page further",
         {"/api/v1/duty-log?limit=200", "/api/v1/duty-log?limit=200&cursor=" + cursor}},
        {"what is open, and handovers", {"/api/v1/duty/desk"}},
        {"journal: beginning, middle, one thing, one kind",
         {"/api/v1/journal?after=0&limit=100",
          "/api/v1/journal?limit=100&after=" + middle,
          "/api/v1/journal?limit=100&after=0&subject=c0031415",
          "/api/v1/journal?limit=100&after=0&kind=order.issued",
          "/api/v1/journal?limit=100&after=0&kind=leave"}},
        {"incidents: all, open, one",
         {"/api/v1/incidents?limit=100", "/api/v1/incidents?open=1", "/api/v1/incidents/" + incident}},
        {"calls: open, of a response, one",
         {"/api/v1/calls?open=1&limit=200", "/api/v1/calls?response=r0200&limit=200", "/api/v1/calls/c0031415"}},
        {"tasks: all, open, of a response",
         {"/api/v1/tasks?limit=200", "/api/v1/tasks?state=open&limit=200", "/api/v1/tasks?response=r0200&limit=200"}},
        {"orders", {"/api/v1/orders?limit=200", "/api/v1/orders?limit=100&side=issued"}},
        {"search",
         {"/api/v1/search?q=%E7%A7%AF%E6%B0%B4",                             // 积水
          "/api/v1/search?q=%E6%A2%85%E6%9E%97%20%E7%87%83%E6%B0%94",        // 梅林 燃气
          "/api/v1/search?q=%E7%BC%96%E5%8F%B71234567",                      // 编号1234567
          "/api/v1/search?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA%E8%AF%8D",  // 没有这个词
          "/api/v1/search?kind=incident&q=%E6%B8%94%E8%88%B9"}},             // 渔船
        {"statistics of a month, the rota, swaps, leave, roll-calls",
         {"/api/v1/duty/statistics",
          "/api/v1/rotas/" + month,
          "/api/v1/swaps",
          "/api/v1/duty/leave",
          "/api/v1/rollcalls"}},
        {"grid, its reports, consultations, resolutions",
         {"/api/v1/grid", "/api/v1/grid-reports?limit=100", "/api/v1/consultations", "/api/v1/resolutions"}}};
}

Figure measure(DeskClient& desk, const Page& page) {
    std::vector<double> times;
    std::map<std::string, double> slowest;
    for (int round = 0; round < kRounds; ++round)
        for (const auto& path : page.paths) {
            const auto from = Clock::now();
            desk.get(path);
            times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - from).count());
            slowest[path] = std::max(slowest[path], times.back());
        }
    const auto worst = std::ranges::max_element(slowest, {}, [](const auto& each) { return each.second; });
    const auto p95 = percentile(times, 0.95);
    return {
        page.name + ", p95 of " + std::to_string(times.size()),
        fmt::format("{:.1f} ms (p50 {:.1f}; longest {:.1f}: {})", p95, median(times), worst->second, worst->first),
        "–",
        "–",
        "< 50 ms",
        p95 < kGoal_ms};
}

}  // namespace

Figures pages() {
    const auto folder = fresh_folder("pages");
    Figures figures;
    {
        Station station(folder);
        station.open();
        station.lay_ground();
        const auto token = station.settle_people(200).back();
        const auto from = Clock::now();
        const auto now = std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
        {
            History history(station.node());
            write_log(history);
            write_calls(history, now);
            write_tasks(history, now);
            write_orders(history, now);
            history.flush();
            write_incidents(station.node(), history);
        }
        const auto seconds = std::chrono::duration<double>(Clock::now() - from).count();
        DeskClient desk(station.node().port(), token);
        figures.push_back(
            {"ten years of a busy town written, indexed and projected",
             fmt::format("{:.0f} s", seconds),
             "–",
             "–",
             "–",
             true}
        );
        for (const auto& page : pages_of(station.node(), desk)) try {
                figures.push_back(measure(desk, page));
            } catch (const std::exception& refused) {  // one page that answers otherwise must not cost the others
                figures.push_back({page.name, refused.what(), "–", "–", "< 50 ms", false});
            }
    }
    std::filesystem::remove_all(folder);
    return figures;
}

}  // namespace anlan::bench
