#include "rescue/callout_queries.hpp"
#include "rescue/project.hpp"

namespace anlan::rescue {

namespace {

// What each station said stands in a table of its own, so that no replay depends on whose word came first.
void keep(store::Rows& rows, const Entry& entry, const AidFacts& aid) {
    rows.run(
        "INSERT INTO aid(id, drill, side, callout, asker, asker_name, errand, by_title, asked_at, helper) "
        "VALUES(:i, :d, :s, :c, :a, :n, :e, :b, :t, :h) ON CONFLICT(id) DO NOTHING",
        entry.subject,
        entry.drill,
        aid.side,
        aid.callout,
        aid.asker,
        aid.asker_name,
        aid.errand,
        aid.by_title,
        entry.at,
        aid.helper
    );
}

void answer(store::Rows& rows, const Entry& entry, const AidWord& word, const AreaCode& helper) {
    rows.run(
        "INSERT INTO aid_word(id, helper, word, answered_at) VALUES(:i, :h, :w, :a) "
        "ON CONFLICT(id, helper) DO UPDATE SET word = excluded.word, answered_at = excluded.answered_at",
        entry.subject,
        helper,
        word,
        entry.at
    );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const AidAsked& asked) {
    AidFacts aid;
    aid.callout = asked.callout;
    aid.errand = asked.errand;
    aid.by_title = asked.by_title;
    keep(rows, entry, aid);
}

/// Passed to another after a no, it waits for that one.
void project(store::Rows& rows, const Entry& entry, const AidPassed& passed) {
    rows.run(
        "INSERT INTO aid_pass(id, helper, passed_at) VALUES(:i, :h, :a) "
        "ON CONFLICT(id) DO UPDATE SET helper = excluded.helper, passed_at = excluded.passed_at",
        entry.subject,
        passed.helper,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const AidAnswered& answered) {
    answer(rows, entry, answered.word, answered.helper);
}

void project(store::Rows&, const Entry&, const AidTold&) {
    // What the helper said is known here from its own entry; this one is for the town that asked.
}

void project(store::Rows&, const Entry&, const AidHeard&) {
    // For the live notice.
}

void mirror(store::Rows& rows, const Entry& entry, const AidAsked& asked, const AreaCode& from) {
    AidFacts aid;
    aid.side = AidSide::passing;
    aid.asker = from;
    aid.callout = asked.callout;
    aid.errand = asked.errand;
    aid.by_title = asked.by_title;
    keep(rows, entry, aid);
}

void mirror(store::Rows& rows, const Entry& entry, const AidPassed& passed, const AreaCode&) {
    AidFacts aid;
    aid.side = AidSide::received;
    aid.asker = passed.asker;
    aid.asker_name = passed.asker_name;
    aid.helper = passed.helper;
    aid.errand = passed.errand;
    keep(rows, entry, aid);
}

/// From whom it was asked of; nobody answers for another.
void mirror(store::Rows& rows, const Entry& entry, const AidAnswered& answered, const AreaCode& from) {
    answer(rows, entry, answered.word, from);
}

void mirror(store::Rows& rows, const Entry& entry, const AidTold& told, const AreaCode&) {
    answer(rows, entry, told.word, told.helper);
}

}  // namespace anlan::rescue
