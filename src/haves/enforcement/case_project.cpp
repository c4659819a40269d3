#include "enforcement/case_project.hpp"

#include <algorithm>

#include "enforcement/case_commands.hpp"
#include "enforcement/case_queries.hpp"
#include "enforcement/project.hpp"
#include "journal/deadline.hpp"

namespace anlan::enforcement {

namespace {

std::string key_of(const std::string& id, CaseClock clock) {
    return "case/" + id + "/" + to_text(clock);
}

/// Those that run are set; those that ran before and do no more are cleared; one that has rung does not ring again for
/// the same day.
void set_clocks(
    store::Rows& rows, const Entry& entry, const std::vector<RunningClock>& before, const std::vector<RunningClock>& now
) {
    for (const auto& clock : before) journal::clear_deadline(rows, key_of(entry.subject, clock.clock));
    for (const auto& clock : now) {
        const auto due = end_of(parse_day(clock.due, "").value());
        if (due > entry.at)
            journal::set_deadline(
                rows,
                entry,
                key_of(entry.subject, clock.clock),
                due,
                "enforcement.ring_case",
                RingCase{{entry.subject}, clock.clock}
            );
    }
}

void store_facts(store::Rows& rows, const CaseFacts& facts) {
    rows.run("UPDATE penalty_case SET facts = :f WHERE id = :i", to_json_text(facts), facts.id);
}

void keep_papers(store::Rows& rows, const Entry& entry, const std::vector<Paper>& papers, const std::string& detail) {
    for (const auto& paper : papers) keep_paper(rows, entry, paper, entry.subject, detail);
}

/// `node` is empty for our own.
void keep_matter(store::Rows& rows, const Entry& entry, const MatterTransferred& transferred, const std::string& node) {
    rows.run(
        "INSERT INTO transferred_matter(id, node, party_name, address, act, facts, reason, file, paper, "
        "transferred_at) VALUES(:i, :n, :p, :d, :a, :f, :r, :l, :u, :t) ON CONFLICT(id) DO NOTHING",
        entry.subject,
        node,
        transferred.party_name,
        transferred.address,
        transferred.act,
        transferred.facts,
        transferred.reason,
        transferred.file,
        transferred.paper.text,
        entry.at
    );
}

void receive(store::Rows& rows, const Entry& entry, const MatterReceived& received) {
    rows.run(
        "INSERT INTO matter_receipt(matter, at, note) VALUES(:i, :a, :n) ON CONFLICT(matter) DO NOTHING",
        entry.subject,
        entry.at,
        received.note
    );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const CaseFiled& filed) {
    CaseFacts facts;
    facts.id = {entry.subject};
    facts.procedure = filed.procedure;
    facts.party_kind = filed.party_kind;
    facts.party = filed.party;
    facts.inspection = filed.inspection;
    facts.authority = filed.authority;
    facts.act_on = filed.act_on;
    facts.harm = filed.harm;
    facts.officers = filed.officers;
    facts.steps.push_back({filed.words, to_text(day_at(entry.at)), 0});
    facts.clocks = filed.clocks;
    facts.filed_by = entry.actor;
    facts.filed_at = entry.at;
    rows.run(
        "INSERT INTO penalty_case(id, place, filed_at, facts) VALUES(:i, :p, :a, :f)",
        entry.subject,
        filed.party.place,
        entry.at,
        to_json_text(facts)
    );
    set_clocks(rows, entry, {}, filed.clocks);
    keep_papers(rows, entry, filed.papers, to_json_text(filed));
}

void project(store::Rows& rows, const Entry& entry, const CaseStepTaken& taken) {
    auto facts = find_case(rows, {entry.subject});
    ensure(facts.has_value(), "a step belongs to a case that was filed");
    const auto before = std::move(facts->clocks);
    facts->steps.push_back({taken.words, to_text(day_at(entry.at)), taken.late_fee_yuan});
    facts->clocks = taken.clocks;
    store_facts(rows, *facts);
    set_clocks(rows, entry, before, taken.clocks);
    keep_papers(rows, entry, taken.papers, to_json_text(taken));
    if (taken.words.step == CaseStep::closed && !facts->inspection.empty())
        rows.run(
            "UPDATE inspection SET outcome = 'penalised', closed_at = :a WHERE id = :i AND closed_at IS NULL AND NOT "
            "EXISTS (SELECT 1 FROM rectification r WHERE r.inspection = inspection.id AND r.rechecked_at IS NULL)",
            entry.at,
            facts->inspection
        );
}

void project(store::Rows& rows, const Entry& entry, const CaseClockRang& rang) {
    auto facts = find_case(rows, {entry.subject});
    ensure(facts.has_value(), "a clock belongs to a case that was filed");
    if (std::find(facts->rang.begin(), facts->rang.end(), rang.clock) == facts->rang.end())
        facts->rang.push_back(rang.clock);
    store_facts(rows, *facts);
    journal::clear_deadline(rows, key_of(entry.subject, rang.clock));
}

void project(store::Rows& rows, const Entry& entry, const MatterTransferred& transferred) {
    keep_matter(rows, entry, transferred, {});
    if (!transferred.paper.id.empty())
        keep_paper(rows, entry, transferred.paper, transferred.file, to_json_text(transferred));
}

void project(store::Rows& rows, const Entry& entry, const MatterReceived& received) {
    receive(rows, entry, received);
}

void mirror(store::Rows& rows, const Entry& entry, const MatterTransferred& transferred, const AreaCode& from) {
    keep_matter(rows, entry, transferred, from.text);
}

void mirror(store::Rows& rows, const Entry& entry, const MatterReceived& received, const AreaCode&) {
    receive(rows, entry, received);
}

}  // namespace anlan::enforcement
