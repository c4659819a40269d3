#include "push/ledger.hpp"

namespace anlan::push {

namespace {

struct PostRow {
    std::string target;
    Stage stage = Stage::begun;
};
BOOST_DESCRIBE_STRUCT(PostRow, (), (target, stage))

constexpr std::chrono::hours kKept{72};

}  // namespace

Ledger::Ledger(const std::filesystem::path& file) : rows_(store::connect({file.string(), {}}, store::Use::writing)) {
    rows_->script(
        "CREATE TABLE IF NOT EXISTS post (id TEXT NOT NULL, target TEXT NOT NULL, stage TEXT NOT NULL, begun_at BIGINT "
        "NOT NULL, PRIMARY KEY (id, target)); CREATE INDEX IF NOT EXISTS post_begun ON post(target, begun_at);"
    );
}

void Ledger::note(const std::vector<std::string>& ids, const std::string& target, Stage stage, Instant now) {
    rows_->begin();
    try {
        for (const auto& id : ids)
            if (stage == Stage::begun)
                rows_->run(
                    "INSERT INTO post(id, target, stage, begun_at) VALUES(:i, :t, :s, :a) ON CONFLICT(id, target) DO "
                    "UPDATE SET stage = excluded.stage, begun_at = excluded.begun_at",
                    id,
                    target,
                    stage,
                    now
                );
            else
                rows_->run("UPDATE post SET stage = :s WHERE id = :i AND target = :t", stage, id, target);
        rows_->commit();
    } catch (...) {
        rows_->rollback();
        throw;
    }
}

std::map<std::string, Stage> Ledger::look(const std::string& id) {
    std::map<std::string, Stage> all;
    for (const auto& post : rows_->select<PostRow>("SELECT target, stage FROM post WHERE id = :i", id))
        all[post.target] = post.stage;
    return all;
}

std::vector<Instant> Ledger::begun_since(const std::string& target, Instant since) {
    return rows_->list<Instant>(
        "SELECT DISTINCT begun_at FROM post WHERE target = :t AND begun_at > :s ORDER BY begun_at", target, since
    );
}

void Ledger::purge(Instant now) {
    rows_->run("DELETE FROM post WHERE begun_at < :a", now - kKept);
}

}  // namespace anlan::push
