#include "rescue/queries.hpp"

#include <algorithm>

#include "organisation/queries.hpp"
#include "policy/queries.hpp"
#include "registers/queries.hpp"

namespace anlan::rescue {

namespace {

constexpr const char* kPapers = "SELECT id, person, kind, title, grade, expires FROM team_paper ";
constexpr const char* kMembers = "SELECT person, team, role, skills, size, joined_at FROM team_member ";
constexpr const char* kGear = "SELECT id, person, item, batch, unit, quantity, issued_at, returned_at FROM team_gear ";

std::optional<TeamFacts> read_team(store::Rows& rows, const registers::KeptRow& kept) {
    auto read = from_json<TeamFacts>(kept.values);
    if (!read) return std::nullopt;
    auto& team = read.value();
    team.id = kept.id;
    if (team.area.text.empty()) team.area = kept.area;
    const auto named = rows.value<std::int64_t>("SELECT COUNT(*) FROM team_member WHERE team = :t", kept.id);
    team.members = std::max(team.members, named.value_or(0));
    return std::move(team);
}

std::optional<Instant> last_heard(store::Rows& rows, const PersonId& person) {
    auto at =
        rows.value<std::optional<Instant>>("SELECT MAX(answered_at) FROM callout_member WHERE person = :p", person)
            .value_or(std::nullopt);
    const auto test = organisation::last_phone_test(rows, person);
    if (test && test->result == "answered" && (!at || test->at > *at)) at = test->at;
    return at;
}

}  // namespace

std::vector<TeamFacts> teams_of(store::Rows& rows) {
    std::vector<TeamFacts> all;
    for (const auto& kept : registers::kept_rows(rows, "teams"))
        if (auto team = read_team(rows, kept)) all.push_back(std::move(*team));
    return all;
}

std::optional<TeamFacts> find_team(store::Rows& rows, const TeamId& id) {
    const auto kept = registers::kept_row(rows, "teams", id.text);
    if (!kept) return std::nullopt;
    return read_team(rows, *kept);
}

bool can(const TeamFacts& team, const std::string& word) {
    for (const auto* text : {&team.kind, &team.name, &team.skills})
        if (text->find(word) != std::string::npos) return true;
    return false;
}

std::vector<PaperFacts> papers_of(store::Rows& rows, const PersonId& person) {
    return rows.select<PaperFacts>(std::string(kPapers) + "WHERE person = :p ORDER BY kind, title, id", person);
}

std::optional<PaperFacts> find_paper(store::Rows& rows, const PaperId& id) {
    return rows.first<PaperFacts>(std::string(kPapers) + "WHERE id = :i", id);
}

std::vector<PaperFacts> papers_ending(store::Rows& rows, const std::string& day) {
    return rows.select<PaperFacts>(
        std::string(kPapers) +
            "WHERE expires <> '' AND expires <= :d AND person IN (SELECT person FROM team_member) ORDER BY expires, id",
        day
    );
}

std::vector<MemberFacts> members_of(store::Rows& rows, const TeamId& team) {
    return rows.select<MemberFacts>(
        std::string(kMembers) +
            "WHERE team = :t ORDER BY CASE role WHEN 'leader' THEN 0 WHEN 'deputy' THEN 1 WHEN "
            "'safety' THEN 2 ELSE 3 END, joined_at, person",
        team
    );
}

std::optional<MemberFacts> find_member(store::Rows& rows, const PersonId& person) {
    return rows.first<MemberFacts>(std::string(kMembers) + "WHERE person = :p", person);
}

std::vector<GearFacts> gear_of(store::Rows& rows, const PersonId& person) {
    return rows.select<GearFacts>(
        std::string(kGear) + "WHERE person = :p AND returned_at IS NULL ORDER BY issued_at, id", person
    );
}

std::optional<GearFacts> find_gear(store::Rows& rows, const GearId& id) {
    return rows.first<GearFacts>(std::string(kGear) + "WHERE id = :i", id);
}

std::optional<StandbyFacts> standby_on(store::Rows& rows, const TeamId& team, const std::string& day) {
    return rows.first<StandbyFacts>(
        "SELECT team, day, leader, people FROM team_standby WHERE team = :t AND day = :d", team, day
    );
}

std::vector<StandbyFacts> standby_between(
    store::Rows& rows, const TeamId& team, const std::string& from, const std::string& until
) {
    return rows.select<StandbyFacts>(
        "SELECT team, day, leader, people FROM team_standby WHERE team = :t AND day >= :f AND day <= :u ORDER BY day",
        team,
        from,
        until
    );
}

Fit fitness_of(store::Rows& rows, const PersonId& person, const World& world, Instant now) {
    Fit fit;
    const auto today = day_of(now);
    for (const auto& paper : papers_of(rows, person)) {
        if (paper.good_on(today)) {
            fit.insured = fit.insured || paper.kind == PaperKind::insurance;
        } else {
            fit.fitness = Fitness::paper_expired;
            fit.paper = paper.title;
        }
    }
    const bool out =
        rows.value<std::int64_t>(
                "SELECT 1 FROM callout_member m JOIN callout c ON c.id = m.callout WHERE m.person = :p AND "
                "c.closed_at IS NULL AND m.state IN ('called', 'coming', 'on_the_way', 'arrived') AND "
                "(m.drill = '' OR m.drill = :d)",
                person,
                world.text()
        )
            .has_value();
    if (out) fit.fitness = Fitness::engaged;
    if (fit.fitness != Fitness::ready) return fit;
    const auto heard = last_heard(rows, person);
    if (!heard || now - *heard > policy::seconds(rows, "contacts.verify_max_age")) fit.fitness = Fitness::silent;
    return fit;
}

std::string day_of(Instant at) {
    return to_local(at).substr(0, 10);
}

std::optional<std::int64_t> days_until(const std::string& day, Instant now) {
    const auto then = parse_time(day + "T00:00:00+08:00");
    const auto today = parse_time(day_of(now) + "T00:00:00+08:00");
    if (day.size() != 10 || !then) return std::nullopt;
    return std::chrono::duration_cast<std::chrono::days>(then.value() - today.value()).count();
}

}  // namespace anlan::rescue
