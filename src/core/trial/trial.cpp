#include "trial/trial.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <map>

#include "journal/deadline.hpp"

namespace anlan::trial {

namespace {

using Spare = std::map<std::string, std::vector<std::string>>;

/// Schemas whose trial is over, by the rooms their tables are for. Making tables is most of a trial's time on a server,
/// so an emptied schema serves the next trial of the same rooms.
Spare& spare() {
    static Spare all;
    return all;
}

std::string rooms_key(const std::vector<journal::Room>& rooms) {
    std::string all;
    for (const auto& room : rooms) all.append(room.views_sql).append("\n");
    return all;
}

std::string take_schema(const char* server, const std::string& rooms) {
    if (auto& free = spare()[rooms]; !free.empty()) {
        auto schema = std::move(free.back());
        free.pop_back();
        return schema;
    }
    static int count = 0;
    auto schema = fmt::format("trial_{}_{}", getpid(), ++count);
    store::connect({.sqlite_file = {}, .postgresql = server}, store::Use::writing)
        ->script("CREATE SCHEMA " + schema + ";\n");
    return schema;
}

/// A trial may make an index of its own; its schema serves nobody else.
std::int64_t index_count(store::Rows& rows) {
    return rows.value<std::int64_t>("SELECT COUNT(*) FROM pg_indexes WHERE schemaname = current_schema()").value_or(0);
}

std::map<std::string, std::int64_t>& indexes_at_first() {
    static std::map<std::string, std::int64_t> all;
    return all;
}

/// Only what says which views stand is left.
void empty_tables(store::Rows& rows) {
    std::string script = "DELETE FROM meta WHERE name <> 'views';\n";
    for (const auto& table : rows.list<std::string>(
             "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'meta'"
         ))
        script += "DELETE FROM " + table + ";\n";
    rows.begin();
    rows.script(script);
    rows.commit();
}

}  // namespace

Trial::Trial(std::vector<journal::Room> rooms, AreaCode area, std::string name) {
    rooms.insert(rooms.begin(), journal::make_room());
    store::Place place{.sqlite_file = ":memory:", .postgresql = {}};
    if (const char* server = std::getenv("ANLAN_TEST_POSTGRESQL")) {
        rooms_ = rooms_key(rooms);
        schema_ = take_schema(server, rooms_);
        place.postgresql = fmt::format("{} options='-c search_path={}'", server, schema_);
    }
    writer_ = std::make_unique<journal::Writer>(
        journal::WriterSettings{
            .place = place,
            .node = {std::move(area), std::move(name)},
            .clock = &clock_,
            .dice = &dice_,
            .group_max = 512},
        std::move(rooms)
    );
    if (!schema_.empty()) indexes_at_first().emplace(schema_, index_count(writer_->rows()));
    writer_->on_commit([this](const std::vector<journal::Entry>& entries) {
        written_.insert(written_.end(), entries.begin(), entries.end());
    });
}

Trial::~Trial() {
    if (schema_.empty()) return;
    writer_->stop();
    if (index_count(writer_->rows()) != indexes_at_first()[schema_]) return;
    empty_tables(writer_->rows());
    spare()[rooms_].push_back(schema_);
}

Result<journal::Outcome> Trial::run(journal::Wish wish) {
    written_.clear();
    return writer_->execute(std::move(wish));
}

void Trial::write(journal::Event event, World world) {
    auto decide = [event = std::move(event)](const journal::Desk&) -> Result<journal::Decision> {
        return journal::decided(event);
    };
    auto wrote = run({std::move(world), "system:given", std::move(decide), {}});
    ensure(wrote.has_value(), "a given event can be written");
}

void Trial::advance(Milliseconds by) {
    written_.clear();
    const auto until = clock_.now() + by;
    for (auto next = journal::next_deadline(rows()); next && *next <= until; next = journal::next_deadline(rows())) {
        if (*next > clock_.now()) clock_.set(*next);
        writer_->recall_due();
        ensure(writer_->run_pending() > 1, "a due deadline is recalled");
    }
    clock_.set(until);
}

void Trial::hear(Trial& other) {
    const auto& origin = other.writer().node().area;
    writer_->deliver(
        journal::missing(other.rows(), other.writer().rooms(), origin, rows(), writer_->node().area)
    );
    writer_->run_pending();
}

std::vector<std::string> Trial::kinds() const {
    std::vector<std::string> all;
    for (const auto& entry : written_) all.push_back(entry.kind.substr(0, entry.kind.find('/')));
    return all;
}

journal::Proof Trial::prove() {
    if (!schema_.empty()) return journal::prove_chain(rows());
    const auto scratch = store::connect({.sqlite_file = ":memory:", .postgresql = {}}, store::Use::writing);
    return journal::prove(rows(), *scratch, writer_->rooms());
}

}  // namespace anlan::trial
