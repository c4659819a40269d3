#include "duty/queries.hpp"

#include <algorithm>

#include "base/work_calendar.hpp"
#include "duty/fair.hpp"
#include "organisation/queries.hpp"
#include "seal/seal.hpp"

namespace anlan::duty {

using std::chrono::days;

namespace {

struct KnownDay {
    std::string day;
    bool off = false;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(KnownDay, (), (day, off, name))

struct Level {
    std::int64_t level = 0;
    std::string first, last;
};
BOOST_DESCRIBE_STRUCT(Level, (), (level, first, last))

std::vector<DayFacts> days_facts(store::Rows& rows, const std::vector<Day>& all) {
    const auto first = to_text(all.front()), last = to_text(all.back());
    std::map<std::string, KnownDay> known;
    for (auto& each :
         rows.select<KnownDay>("SELECT day, off, name FROM rota_day WHERE day >= :f AND day <= :l", first, last))
        known.emplace(each.day, each);
    const bool entered =
        rows.value<std::int64_t>("SELECT COUNT(*) FROM rota_day WHERE year = :y", std::stoll(first.substr(0, 4)))
            .value_or(0) > 0;
    const auto levels = rows.select<Level>(
        "SELECT level, first_day, last_day FROM reinforcement WHERE drill = '' AND first_day <= :l AND last_day >= :f",
        last,
        first
    );
    std::vector<DayFacts> facts;
    for (const auto day : all) {
        DayFacts fact{to_text(day), is_weekend(day) ? DayKind::weekend : DayKind::work, "", 0};
        if (const auto found = known.find(fact.day); found != known.end()) {
            fact.kind = found->second.off ? DayKind::holiday : DayKind::work;
            fact.name = found->second.name;
        } else if (const auto name = lawful_holiday(day); !entered && !name.empty()) {
            fact.kind = DayKind::holiday;
            fact.name = name;
        }
        for (const auto& level : levels)
            if (level.first <= fact.day && fact.day <= level.last)
                fact.level = fact.level == 0 ? level.level : std::min(fact.level, level.level);
        facts.push_back(std::move(fact));
    }
    return facts;
}

/// A published or drafted month's turns of its last days.
std::vector<Duty> last_days(store::Rows& rows, Day first) {
    const auto month = month_before(first);
    const auto rota = find_rota(rows, month);
    if (!rota) return {};
    auto duties = duties_of(rows, month, rota->published_version > 0 ? Edition::published : Edition::draft);
    const auto from = to_text(first - days{3});
    std::erase_if(duties, [&](const Duty& duty) { return duty.day < from; });
    return duties;
}

Result<Month> facts_without_past(store::Rows& rows, const std::string& month) {
    BOOST_OUTCOME_TRY(const auto all, days_of_month(month));
    Month facts;
    facts.days = days_facts(rows, all);
    facts.pattern = pattern_of(rows);
    facts.members = members_of(rows);
    for (const auto& leave : leave_between(rows, to_text(all.front()), to_text(all.back())))
        facts.absences.push_back({leave.person, leave.first_day, leave.last_day});
    facts.before = last_days(rows, all.front());
    return facts;
}

/// What was done beyond a fair share in the three months before, as published.
void look_back(store::Rows& rows, Month& facts) {
    auto month = month_before(parse_day(facts.days.front().day, "month").value());
    for (int back = 0; back < 3; ++back) {
        const auto rota = find_rota(rows, month);
        auto past = facts_without_past(rows, month);
        if (rota && rota->published_version > 0 && past) {
            const auto shares = fair_shares(past.value());
            const auto turns = turns_of(past.value(), duties_of(rows, month, Edition::published));
            for (const auto& [person, share] : shares) {
                const auto mine = turns.find(person);
                for (const auto kind : kTurnKinds)
                    facts.ahead[person].*kind += (mine == turns.end() ? 0 : mine->second.*kind) - share.*kind;
            }
        }
        month = month_before(parse_day(month + "-01", "month").value());
    }
}

}  // namespace

Pattern pattern_of(store::Rows& rows) {
    auto pattern = rows.value<Pattern>("SELECT content FROM rota_pattern WHERE id = 'rota:pattern'");
    return pattern ? std::move(*pattern) : usual_pattern();
}

std::vector<Member> members_of(store::Rows& rows) {
    return rows.select<Member>("SELECT person, posts, lines FROM rota_member ORDER BY person");
}

std::optional<RotaFacts> find_rota(store::Rows& rows, const std::string& month) {
    return rows.first<RotaFacts>(
        "SELECT month, version, saved_at, saved_by, published_version, published_at, published_by, broken, reason "
        "FROM rota WHERE month = :m",
        month
    );
}

std::vector<Duty> duties_of(store::Rows& rows, const std::string& month, Edition edition) {
    return rows.select<Duty>(
        "SELECT day, shift, post, person FROM rota_turn WHERE month = :m AND published = :p "
        "ORDER BY day, shift, post, person",
        month,
        edition == Edition::published
    );
}

std::vector<Duty> turns_of_person(store::Rows& rows, const PersonId& person, const std::string& from_day) {
    return rows.select<Duty>(
        "SELECT day, shift, post, person FROM rota_turn WHERE person = :p AND published = 1 AND day >= :d "
        "ORDER BY day, shift, post",
        person,
        from_day
    );
}

Result<Month> month_facts(store::Rows& rows, const std::string& month) {
    BOOST_OUTCOME_TRY(auto facts, facts_without_past(rows, month));
    look_back(rows, facts);
    for (const auto& member : facts.members)
        facts.names.emplace(member.person, organisation::person_name(rows, member.person));
    return facts;
}

std::optional<LeaveFacts> find_leave(store::Rows& rows, const LeaveId& id) {
    return rows.first<LeaveFacts>(
        "SELECT id, person, first_day, last_day, kind, place, stand_in, filed_at, filed_by, ended_at FROM leave "
        "WHERE id = :i",
        id
    );
}

std::vector<LeaveFacts> leave_between(store::Rows& rows, const std::string& first, const std::string& last) {
    return rows.select<LeaveFacts>(
        "SELECT id, person, first_day, last_day, kind, place, stand_in, filed_at, filed_by, ended_at FROM leave "
        "WHERE last_day >= :f AND first_day <= :l AND first_day <= last_day AND drill = '' ORDER BY first_day, id",
        first,
        last
    );
}

namespace {
std::string swaps(std::string_view rest) {
    return "SELECT id, give, take, asked_by, asked_of, state, asked_at, agreed_at, decided_at, decided_by, reason "
           "FROM swap " +
           std::string(rest);
}
}  // namespace

std::optional<SwapFacts> find_swap(store::Rows& rows, const SwapId& id) {
    return rows.first<SwapFacts>(swaps("WHERE id = :i"), id);
}

std::vector<SwapFacts> find_swaps(store::Rows& rows, std::int64_t limit) {
    return rows.select<SwapFacts>(swaps("WHERE drill = '' ORDER BY asked_at DESC, id DESC LIMIT :l"), limit);
}

std::optional<PersonId> calendar_of(store::Rows& rows, const std::string& token) {
    return rows.value<PersonId>(
        "SELECT person FROM duty_calendar WHERE digest = :d AND closed_at IS NULL", seal::sm3(token)
    );
}

std::int64_t level_on(store::Rows& rows, const std::string& day) {
    return rows
        .value<std::int64_t>(
            "SELECT level FROM reinforcement WHERE drill = '' AND first_day <= :a AND last_day >= :b ORDER BY level "
            "LIMIT 1",
            day,
            day
        )
        .value_or(0);
}

std::vector<OnDuty> on_duty(store::Rows& rows, Instant at) {
    const auto pattern = pattern_of(rows);
    const auto today = day_at(at);
    std::vector<OnDuty> there;
    // A night that began yesterday is still being kept.
    for (const auto& duty : rows.select<Duty>(
             "SELECT day, shift, post, person FROM rota_turn WHERE published = 1 AND day >= :a AND day <= :b "
             "ORDER BY post, day, person",
             to_text(today - days{1}),
             to_text(today)
         )) {
        const auto slot = slot_of(pattern, duty);
        if (slot && slot->from <= at && at < slot->until) there.push_back({duty, slot->from, slot->until});
    }
    return there;
}

}  // namespace anlan::duty
