#include "app/demo_teams.hpp"

#include <algorithm>
#include <deque>

#include "app/grant.hpp"
#include "organisation/queries.hpp"
#include "rescue/commands.hpp"
#include "rescue/queries.hpp"
#include "rescue/training_commands.hpp"

namespace anlan::app {

namespace {

using std::chrono::days;

constexpr std::size_t kMost = 12;  ///< of a team known by name
constexpr std::size_t kStandby = 6;
constexpr std::int64_t kOneInNine = 9;  ///< whose certificate is about to end

/// Who may be in a team: those with a log-in for a phone first, so that a visitor can answer a call-out; never those
/// who lead the town or keep its desk.
std::deque<PersonId> recruits(Node& node) {
    std::deque<PersonId> people;
    node.read([&](store::Rows& rows) {
        const auto add = [&](std::vector<PersonId> more) {
            for (auto& person : more)
                if (std::find(people.begin(), people.end(), person) == people.end())
                    people.push_back(std::move(person));
        };
        add(rows.list<PersonId>(
            "SELECT person FROM account WHERE login IN ('duizhang', 'wangge', 'cunzhang', 'zhifa') ORDER BY login"
        ));
        add(rows.list<PersonId>(
            "SELECT id FROM person WHERE active = 1 AND id NOT IN (SELECT person FROM account) AND id NOT IN (SELECT "
            "holder FROM post WHERE code IN ('party_secretary', 'town_head', 'duty_leader', 'duty_officer', "
            "'store_keeper')) ORDER BY id"
        ));
    });
    return people;
}

void equip(Node& node, const PersonId& person, const std::string& skill, std::int64_t place, Instant now) {
    using rescue::FilePaper;
    using rescue::PaperKind;
    const auto until = [&](std::int64_t away) { return rescue::day_of(now + days{away}); };
    grant(
        node,
        FilePaper{person, PaperKind::insurance, "人身意外伤害保险", "", "TEST-INS-" + std::to_string(place), until(240)}
    );
    const auto left = place % kOneInNine == 4 ? 5 : place % kOneInNine == 7 ? 26 : 300 + place;
    grant(
        node,
        FilePaper{
            person, PaperKind::certificate, skill + "培训合格证", "初级", "TEST-" + std::to_string(place), until(left)}
    );
    grant(node, rescue::IssueGear{person, "救生衣", "", "件", 1});
    if (place % 3 == 0) grant(node, rescue::IssueGear{person, "对讲机", "", "部", 1});
}

std::string first_word(const std::string& words) {
    return words.substr(0, words.find(' '));
}

/// The named leader leads unless another team has them already.
std::vector<PersonId> fill(Node& node, const rescue::TeamFacts& team, std::deque<PersonId>& people, Instant now) {
    std::vector<PersonId> members;
    const auto size = std::min(kMost, static_cast<std::size_t>(team.members));
    const auto led = std::find(people.begin(), people.end(), team.leader);
    if (led != people.end()) {
        members.push_back(*led);
        people.erase(led);
    }
    while (members.size() < size && !people.empty()) {
        members.push_back(people.front());
        people.pop_front();
    }
    std::int64_t place = 0;
    for (const auto& person : members) {
        using rescue::MemberRole;
        const auto role = place == 0   ? MemberRole::leader
                          : place == 1 ? MemberRole::deputy
                          : place == 2 ? MemberRole::safety
                                       : MemberRole::member;
        grant(node, rescue::JoinTeam{{team.id}, person, role, first_word(team.skills), "", "", ""});
        equip(node, person, first_word(team.skills), place++, now);
    }
    return members;
}

/// Stand-by takes papers that hold for all its days.
void stand_by(Node& node, const rescue::TeamFacts& team, const std::vector<PersonId>& members, Instant now) {
    constexpr std::int64_t kDays = 13;
    const auto last = rescue::day_of(now + days{kDays});
    std::vector<PersonId> able;
    node.read([&](store::Rows& rows) {
        for (const auto& person : members) {
            const auto papers = rescue::papers_of(rows, person);
            const bool good =
                std::all_of(papers.begin(), papers.end(), [&](const auto& paper) { return paper.good_on(last); });
            if (good && able.size() < kStandby) able.push_back(person);
        }
    });
    if (able.size() < kStandby) return;
    grant(node, rescue::SetStandby{{team.id}, rescue::day_of(now), last, able.front(), able});
}

void plan_training(Node& node, const rescue::TeamFacts& team, Instant now) {
    const auto nine = parse_time(rescue::day_of(now + days{1}) + "T09:00:00+08:00");
    if (!nine) return;
    grant(
        node,
        rescue::PlanTraining{
            rescue::TrainingKind::equipment,
            "排涝泵、油锯操作训练（示例）",
            "站院内",
            "人人会启动、会排故",
            {{team.id}},
            nine.value(),
            nine.value() + std::chrono::hours{2}}
    );
}

}  // namespace

void seed_teams(Node& node) {
    std::vector<rescue::TeamFacts> teams;
    node.read([&](store::Rows& rows) { teams = rescue::teams_of(rows); });
    // The general team first, whatever the order of the ids: it gets those with a log-in.
    std::stable_partition(teams.begin(), teams.end(), [](const auto& team) { return team.kind == "综合"; });
    auto people = recruits(node);
    const auto now = node.writer().clock().now();
    bool first = true;
    for (const auto& team : teams) {
        const auto members = fill(node, team, people, now);
        stand_by(node, team, members, now);
        if (first) plan_training(node, team, now);
        first = false;
    }
}

}  // namespace anlan::app
