#include "journal/once.hpp"

namespace anlan::journal {

namespace {

constexpr std::chrono::hours kKept{90 * 24};

struct GrantedRow {
    std::string print, subject, answer;
    std::int64_t first_seq = 0, last_seq = 0;
};
BOOST_DESCRIBE_STRUCT(GrantedRow, (), (print, subject, answer, first_seq, last_seq))

}  // namespace

Result<std::optional<Outcome>> granted_before(store::Rows& rows, const Once& once) {
    const auto found = rows.select<GrantedRow>(
        "SELECT print, subject, answer, first_seq, last_seq FROM granted WHERE key = :k", once.key
    );
    if (found.empty()) return std::optional<Outcome>{};
    const auto& row = found.front();
    if (row.print != once.print)
        return refuse(
            "key_reused",
            "",
            "这条内容的编号已用于另一条内容，未保存；请重新填写后再报",
            "the number of this item was used for another one; nothing was saved, please enter it anew"
        );
    Outcome outcome{row.subject, {}, row.first_seq, row.last_seq};
    if (auto answer = parse_json(row.answer); answer && answer.value().is_object())
        outcome.answer = std::move(answer.value().as_object());
    return std::optional<Outcome>{std::move(outcome)};
}

void remember_granted(store::Rows& rows, const Once& once, const Outcome& outcome, Instant now) {
    rows.run("DELETE FROM granted WHERE at < :limit", now - kKept);
    rows.run(
        "INSERT INTO granted(key, print, at, subject, answer, first_seq, last_seq) "
        "VALUES(:key, :print, :at, :subject, :answer, :first, :last)",
        once.key,
        once.print,
        now,
        outcome.subject,
        json::serialize(outcome.answer),
        outcome.first_seq,
        outcome.last_seq
    );
}

}  // namespace anlan::journal
