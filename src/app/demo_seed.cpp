#include "app/demo_seed.hpp"

#include <spdlog/spdlog.h>

#include <fstream>
#include <sstream>

#include "app/demo_accounts.hpp"
#include "app/demo_broadcast.hpp"
#include "app/demo_consultation.hpp"
#include "app/demo_devices.hpp"
#include "app/demo_duty.hpp"
#include "app/demo_enforcement.hpp"
#include "app/demo_funds.hpp"
#include "app/demo_grid.hpp"
#include "app/demo_moving.hpp"
#include "app/demo_practice.hpp"
#include "app/demo_stock.hpp"
#include "app/demo_teams.hpp"
#include "app/demo_venue.hpp"
#include "app/grant.hpp"
#include "app/node_key.hpp"
#include "app/shelf.hpp"
#include "organisation/commands.hpp"
#include "plan/commands.hpp"
#include "plan_yaml/plan_yaml.hpp"
#include "policy/commands.hpp"
#include "registers/commands.hpp"

namespace anlan::app {

namespace {

namespace fs = std::filesystem;

struct SeedPerson {
    std::string key, name, phone;
    AreaCode area;
    bool full_time = false;
    std::vector<std::string> lines;
};
BOOST_DESCRIBE_STRUCT(SeedPerson, (), (key, name, phone, area, full_time, lines))

struct SeedPost {
    std::string code, title;
    AreaCode area;
    std::string holder, deputy, line;
    bool full_time = false, required = false;
};
BOOST_DESCRIBE_STRUCT(SeedPost, (), (code, title, area, holder, deputy, line, full_time, required))

struct SeedDuty {
    std::string post, text, basis;
};
BOOST_DESCRIBE_STRUCT(SeedDuty, (), (post, text, basis))

struct Seed {
    AreaCode area;
    std::string name;
    std::vector<SeedPerson> people;
    std::vector<SeedPost> posts;
    std::vector<SeedAccount> accounts;
    std::vector<SeedDuty> duties;
    std::map<std::string, std::vector<json::object>> registers;
};
BOOST_DESCRIBE_STRUCT(Seed, (), (area, name, people, posts, accounts, duties, registers))

/// Fills one node, remembering which id each key of the file became.
class Seeder {
  public:
    explicit Seeder(Node& node) : node_(node) {}

    template <class C>
    std::string grant(C command) {
        return run(journal::wish(World::real(), kSeed, std::move(command)));
    }

    std::string run(journal::Wish wish) { return grant_wish(node_, std::move(wish)); }

    void fill(const Seed& seed) {
        for (const auto& person : seed.people) {
            const PersonId id{
                grant(organisation::AddPerson{person.name, person.phone, person.area, person.full_time, person.lines})};
            people_[person.key] = id;
            // One number in nine has never been tested, so that the check-up has something honest to say.
            if (++count_ % 9 != 0) grant(organisation::TestPhone{id, organisation::PhoneResult::answered, "演示数据"});
        }
        for (const auto& post : seed.posts) fill_post(post);
        fill_lines(seed);
        for (const auto& duty : seed.duties)
            if (posts_.contains(duty.post)) grant(organisation::ListDuty{posts_[duty.post], "", duty.text, duty.basis});
        for (const auto& [list, rows] : seed.registers) fill_register(list, rows);
        open_accounts(node_, seed.accounts, people_);
    }

  private:
    void fill_post(const SeedPost& post) {
        const PostId id{grant(organisation::CreatePost{
            post.code, post.title, post.area, "", post.required, post.full_time, post.line, 0})};
        if (!post.holder.empty()) grant(organisation::Appoint{id, people_[post.holder], people_[post.deputy], ""});
        posts_.emplace(post.code, id);
    }

    void fill_lines(const Seed& seed) {
        std::map<std::string, std::vector<organisation::LineMember>> members;
        for (const auto& person : seed.people) {
            if (person.area != seed.area) continue;
            for (const auto& line : person.lines) {
                auto& list = members[line];
                const auto role = list.empty()       ? organisation::LineRole::lead
                                  : list.size() == 1 ? organisation::LineRole::deputy
                                                     : organisation::LineRole::member;
                list.push_back({people_[person.key], role});
            }
        }
        for (auto& [line, people] : members)
            if (people.size() >= 2) grant(organisation::StaffLine{line, people});
    }

    void fill_register(const std::string& list, const std::vector<json::object>& rows) {
        const auto* description = shelf().find(list);
        if (description == nullptr || rows.empty()) return;
        std::vector<json::object> values;
        for (auto row : rows) {
            for (auto& pair : row) {
                const auto* field = description->find(pair.key());
                if (field != nullptr && field->type == "person" && pair.value().is_string())
                    pair.value() = json::string(people_[std::string(pair.value().as_string())].text);
                if (field != nullptr && field->type == "date" && pair.value().is_string())
                    pair.value() = json::string(day_of(std::string(pair.value().as_string())));
            }
            values.push_back(std::move(row));
        }
        run(registers::put_rows(*description, kSeed, std::move(values)));
    }

    /// "today-14": days that stay as far away as they were, whenever the demonstration begins.
    std::string day_of(const std::string& text) const {
        constexpr std::string_view kToday = "today";
        if (!text.starts_with(kToday)) return text;
        const std::chrono::days away{std::stoi(text.substr(kToday.size()))};
        return to_local(node_.writer().clock().now() + away).substr(0, 10);
    }

    Node& node_;
    std::map<std::string, PersonId> people_;
    std::map<std::string, PostId> posts_;
    int count_ = 0;
};

/// Plans of the scope this node works by, in force at once.
void seed_plans(Node& node, Seeder& seeder) {
    const auto level = node.settings().facts.level();
    if (level != Level::town && level != Level::village && level != Level::county) return;
    const plan_yaml::PlanYaml reader;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(node.settings().shared_data / "plans"))
        if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        auto yaml = read_text(file);
        auto reading = reader.read(yaml);
        if (!reading.plan) continue;
        const auto id = reading.plan->id;
        seeder.grant(plan::SavePlan{id, std::move(*reading.plan), std::move(yaml), "随程序提供的示范预案"});
        if (level == Level::county) continue;
        seeder.grant(plan::ApprovePlan{id, "示范预案（演示），请按本地实际修订后重新批准"});
    }
}

/// What a town's file says of one of its villages is what that village's own node begins with: its head leads it, the
/// deputy keeps its desk.
void keep_village(Seed& seed, const AreaCode& village) {
    const auto elsewhere = [&](const auto& each) { return each.area != village; };
    std::erase_if(seed.people, elsewhere);
    std::erase_if(seed.posts, elsewhere);
    for (auto& [list, rows] : seed.registers)
        std::erase_if(rows, [&](const json::object& row) {
            const auto* area = row.if_contains("area");
            return area == nullptr || !area->is_string() || area->get_string() != village.text;
        });
    seed.area = village;
    seed.accounts.clear();
    static constexpr const char* kRoles[] = {"zhanzhang", "zhiban", "wangge", "admin"};
    for (std::size_t i = 0; i < std::size(kRoles) && i < seed.people.size(); ++i)
        seed.accounts.push_back({kRoles[i], kRoles[i], seed.people[i].key});
}

bool is_empty(Node& node) {
    std::int64_t areas = 0;
    node.read([&](store::Rows& rows) { areas = rows.value<std::int64_t>("SELECT COUNT(*) FROM area").value_or(0); });
    return areas == 0;
}

}  // namespace

void seed_ground(Node& node) {
    if (!is_empty(node)) return;
    Seeder seeder(node);
    seeder.grant(policy::AdoptPack{});
    auto areas = organisation::areas_from_csv(read_text(node.settings().shared_data / "divisions/350581.csv"));
    if (areas) seeder.grant(std::move(areas.value()));
    seed_plans(node, seeder);
}

void seed_demonstration(Node& node) {
    if (!is_empty(node)) return;
    seed_ground(node);
    const auto& facts = node.settings().facts;
    const auto& written_for = facts.level() == Level::village ? facts.area.parent() : facts.area;
    const auto file = node.settings().shared_data / "demo" / (written_for.text + ".json");
    auto seed = from_json_text<Seed>(read_text(file), Unknown::refused);
    if (!seed) {
        spdlog::error("{}: {}", file.string(), seed.error().en);
        return;
    }
    if (facts.level() == Level::village) keep_village(seed.value(), facts.area);
    Seeder(node).fill(seed.value());
    seed_stock(node);
    seed_duty(node);
    seed_practice(node);
    seed_enforcement(node);
    seed_consultation(node);
    seed_grid(node);
    seed_teams(node);
    seed_funds(node);
    seed_venue(node);
    seed_devices(node);
    seed_broadcast(node);
    seed_moving(node);
}

}  // namespace anlan::app
