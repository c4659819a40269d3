#include "narrow/project.hpp"

namespace anlan::narrow {

namespace {

void settle(store::Rows& rows, const AreaCode& neighbour, std::int64_t number, const char* state, Instant at) {
    rows.run(
        "UPDATE narrow_sent SET state = :s, settled_at = :a WHERE neighbour = :n AND number = :m AND state = 'waiting'",
        std::string(state),
        at,
        neighbour,
        number
    );
}

template <class Said>
void keep_report(store::Rows& rows, const Entry& entry, const std::string& node, const Said& said) {
    const Told told(said);
    rows.run(
        "INSERT INTO report(node, seq, thing, drill, told, body, at) VALUES(:n, :s, :t, :d, :k, :b, :a) "
        "ON CONFLICT(node, seq, thing) DO NOTHING",
        node,
        entry.seq,
        mark_of(entry.subject),
        entry.drill,
        static_cast<ToldKind>(told.index()),
        json::serialize(body_of(told)),
        entry.at
    );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const NarrowSent& sent) {
    rows.run(
        "UPDATE narrow_sent SET state = 'renumbered', settled_at = :a WHERE neighbour = :n AND seq = :q AND thing = :t "
        "AND state = 'waiting'",
        entry.at,
        sent.to,
        sent.seq,
        sent.thing
    );
    rows.run(
        "INSERT INTO narrow_sent(neighbour, number, seq, thing, told, drill, bytes, bearer, state, sent_at) "
        "VALUES(:n, :m, :q, :t, :k, :d, :b, :w, 'waiting', :a)",
        sent.to,
        sent.number,
        sent.seq,
        sent.thing,
        sent.told,
        entry.drill,
        sent.bytes,
        sent.bearer,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const NarrowConfirmed& confirmed) {
    for (const auto number : confirmed.numbers) settle(rows, confirmed.by, number, "confirmed", entry.at);
}

void project(store::Rows& rows, const Entry& entry, const NarrowSettled& settled) {
    for (const auto number : settled.numbers) settle(rows, settled.with, number, settled.reason.c_str(), entry.at);
}

void project(store::Rows& rows, const Entry& entry, const NarrowReceived& received) {
    rows.run(
        "INSERT INTO narrow_frame(neighbour, number, code) VALUES(:n, :m, :c)",
        received.from,
        received.number,
        received.code
    );
    rows.run(
        "INSERT INTO narrow_fact(node, seq, thing, drill, told, body, at, received_at, bearer) "
        "VALUES(:n, :q, :t, :d, :k, :b, :a, :r, :w) ON CONFLICT(node, seq, thing) DO NOTHING",
        received.from,
        received.seq,
        received.thing,
        entry.drill,
        received.told,
        json::serialize(received.body),
        received.at,
        entry.at,
        received.bearer
    );
}

void project(store::Rows& rows, const Entry& entry, const SituationReported& said) {
    keep_report(rows, entry, "", said);
}
void project(store::Rows& rows, const Entry& entry, const CasualtiesReported& said) {
    keep_report(rows, entry, "", said);
}
void project(store::Rows& rows, const Entry& entry, const HelpCalled& said) {
    keep_report(rows, entry, "", said);
}
void project(store::Rows& rows, const Entry& entry, const WordsUp& said) {
    keep_report(rows, entry, "", WordsTold{said.text});
}
void project(store::Rows& rows, const Entry& entry, const WordsDown& said) {
    keep_report(rows, entry, "", WordsTold{said.text});
}
void mirror(store::Rows& rows, const Entry& entry, const SituationReported& said, const AreaCode& from) {
    keep_report(rows, entry, from.text, said);
}
void mirror(store::Rows& rows, const Entry& entry, const CasualtiesReported& said, const AreaCode& from) {
    keep_report(rows, entry, from.text, said);
}
void mirror(store::Rows& rows, const Entry& entry, const HelpCalled& said, const AreaCode& from) {
    keep_report(rows, entry, from.text, said);
}
void mirror(store::Rows& rows, const Entry& entry, const WordsUp& said, const AreaCode& from) {
    keep_report(rows, entry, from.text, WordsTold{said.text});
}
void mirror(store::Rows& rows, const Entry& entry, const WordsDown& said, const AreaCode& from) {
    keep_report(rows, entry, from.text, WordsTold{said.text});
}

}  // namespace anlan::narrow
