#include "store/database.hpp"

#include <fmt/format.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <unordered_map>

namespace anlan::store {

namespace {

/// One value going in or out; SOCI keeps pointers to its members, so it never moves.
struct Slot {
    Column column = Column::text;
    long long integer = 0;
    double real = 0;
    std::string text;
    soci::indicator indicator = soci::i_ok;

    void set(Value&& value) {
        indicator = soci::i_ok;
        if (auto* whole = std::get_if<std::int64_t>(&value))
            integer = *whole;
        else if (auto* number = std::get_if<double>(&value))
            real = *number;
        else if (auto* words = std::get_if<std::string>(&value))
            text = std::move(*words);
        else
            indicator = soci::i_null;
    }

    Value get() {
        if (indicator == soci::i_null) return {};
        if (column == Column::integer) return static_cast<std::int64_t>(integer);
        if (column == Column::real) return real;
        return std::move(text);
    }
};

Column column_of_value(const Value& value) {
    if (std::holds_alternative<std::int64_t>(value)) return Column::integer;
    if (std::holds_alternative<double>(value)) return Column::real;
    return Column::text;
}

struct Prepared {
    std::vector<std::unique_ptr<Slot>> in, out;
    std::unique_ptr<soci::statement> statement;
    std::vector<Value> row;
};

// soci::use and soci::into return containers that refer to their own default arguments, so each must be handed on in
// the expression that makes it.
void bind_in(soci::statement& statement, Slot& slot) {
    if (slot.column == Column::integer)
        statement.exchange(soci::use(slot.integer, slot.indicator));
    else if (slot.column == Column::real)
        statement.exchange(soci::use(slot.real, slot.indicator));
    else
        statement.exchange(soci::use(slot.text, slot.indicator));
}

void bind_out(soci::statement& statement, Slot& slot) {
    if (slot.column == Column::integer)
        statement.exchange(soci::into(slot.integer, slot.indicator));
    else if (slot.column == Column::real)
        statement.exchange(soci::into(slot.real, slot.indicator));
    else
        statement.exchange(soci::into(slot.text, slot.indicator));
}

StoreFault fault(const soci::soci_error& error, std::string_view sql) {
    StoreFault fault(fmt::format("{} in: {}", error.what(), sql.substr(0, 300)));
    const std::string words = error.what();
    fault.disk_full = words.find("disk is full") != std::string::npos || words.find("No space") != std::string::npos ||
                      words.find("disk I/O error") != std::string::npos;
    return fault;
}

class SociRows final : public Rows {
  public:
    SociRows(const soci::backend_factory& backend, const std::string& place) try : session_(backend, place) {
    } catch (const soci::soci_error& error) {
        throw fault(error, "connect");
    }

    void script(std::string_view statements) override {
        for (std::size_t at = 0; at < statements.size();) {
            const auto end = std::min(statements.find(";\n", at), statements.size());
            const auto one = statements.substr(at, end - at);
            at = end + 2;
            if (one.find_first_not_of(" \t\r\n;") != std::string_view::npos) once(one);
        }
    }

    void begin() override { once("BEGIN"); }
    void commit() override { once("COMMIT"); }
    void rollback() override { once("ROLLBACK"); }

    std::int64_t change(std::string_view sql, std::vector<Value> parameters) override {
        try {
            auto& prepared = prepare(sql, parameters, {});
            fill(prepared, std::move(parameters));
            prepared.statement->execute(true);
            return prepared.statement->get_affected_rows();
        } catch (const soci::soci_error& error) {
            throw fault(error, sql);
        }
    }

    void ask(
        std::string_view sql,
        std::vector<Value> parameters,
        const std::vector<Column>& columns,
        const std::function<void(std::vector<Value>&)>& each
    ) override {
        try {
            auto& prepared = prepare(sql, parameters, columns);
            fill(prepared, std::move(parameters));
            for (bool more = prepared.statement->execute(true); more; more = prepared.statement->fetch()) {
                for (std::size_t i = 0; i < columns.size(); ++i) prepared.row[i] = prepared.out[i]->get();
                each(prepared.row);
            }
        } catch (const soci::soci_error& error) {
            throw fault(error, sql);
        }
    }

  private:
    void once(std::string_view sql) {
        try {
            session_.once << std::string(sql);
        } catch (const soci::soci_error& error) {
            throw fault(error, sql);
        }
    }

    /// Statements are kept prepared, one for each text and set of types.
    Prepared& prepare(std::string_view sql, const std::vector<Value>& parameters, const std::vector<Column>& columns) {
        key_.assign(sql);
        for (const auto& value : parameters) key_.push_back(static_cast<char>('0' + int(column_of_value(value))));
        const auto found = kept_.find(key_);
        if (found != kept_.end()) return *found->second;
        auto made = std::make_unique<Prepared>();
        made->statement = std::make_unique<soci::statement>(session_);
        for (const auto& value : parameters) {
            auto& slot = *made->in.emplace_back(std::make_unique<Slot>());
            slot.column = column_of_value(value);
            bind_in(*made->statement, slot);
        }
        for (const auto column : columns) {
            auto& slot = *made->out.emplace_back(std::make_unique<Slot>());
            slot.column = column;
            bind_out(*made->statement, slot);
        }
        made->row.resize(columns.size());
        made->statement->alloc();
        made->statement->prepare(std::string(sql));
        made->statement->define_and_bind();
        return *kept_.emplace(key_, std::move(made)).first->second;
    }

    static void fill(Prepared& prepared, std::vector<Value>&& parameters) {
        for (std::size_t i = 0; i < parameters.size(); ++i) prepared.in[i]->set(std::move(parameters[i]));
    }

    soci::session session_;
    std::string key_;
    std::unordered_map<std::string, std::unique_ptr<Prepared>> kept_;
};

}  // namespace

std::unique_ptr<Rows> connect(const Place& place, Use use) {
    if (place.is_postgresql()) return std::make_unique<SociRows>(soci::postgresql, place.postgresql);
    auto rows = std::make_unique<SociRows>(
        soci::sqlite3, fmt::format("db=\"{}\" timeout=10 shared_cache=false", place.sqlite_file)
    );
    rows->script(
        "PRAGMA journal_mode=WAL;\nPRAGMA synchronous=FULL;\nPRAGMA secure_delete=ON;\nPRAGMA temp_store=MEMORY;\n"
        "PRAGMA cache_size=-8000;\nPRAGMA wal_autocheckpoint=4000;\n"
    );
    if (use == Use::reading) rows->script("PRAGMA query_only=ON;\n");
    return rows;
}

}  // namespace anlan::store
