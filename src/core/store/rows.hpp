#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/ensure.hpp"
#include "base/reflect.hpp"

/// Rows of a relational store. The same statements run on SQLite and PostgreSQL: parameters are written `:name` and
/// bound in the order they appear, each name once.
namespace anlan::store {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;
enum class Column { integer, real, text };

/// How a C++ value is kept: whole numbers, booleans and instants (milliseconds) as integers, enums and ids as text,
/// anything composed as JSON text, an empty optional as NULL.
template <class T>
constexpr Column column_of() {
    if constexpr (reflect::is_optional<T>::value)
        return column_of<typename T::value_type>();
    else if constexpr (std::is_integral_v<T> || std::is_same_v<T, Instant>)
        return Column::integer;
    else if constexpr (std::is_floating_point_v<T>)
        return Column::real;
    else
        return Column::text;
}

template <class T>
Value to_value(const T& from) {
    if constexpr (reflect::is_optional<T>::value)
        return from ? to_value(*from) : Value{};
    else if constexpr (std::is_integral_v<T>)
        return static_cast<std::int64_t>(from);
    else if constexpr (std::is_same_v<T, Instant>)
        return static_cast<std::int64_t>(from.time_since_epoch().count());
    else if constexpr (std::is_floating_point_v<T>)
        return static_cast<double>(from);
    else if constexpr (std::is_convertible_v<T, std::string_view>)
        return std::string(std::string_view(from));
    else if constexpr (reflect::is_id<T>::value)
        return from.text;
    else if constexpr (DescribedEnum<T>)
        return to_text(from);
    else
        return to_json_text(from);
}

template <class T>
void from_value(T& into, Value&& value) {
    if constexpr (reflect::is_optional<T>::value) {
        if (std::holds_alternative<std::monostate>(value)) return;
        from_value(into.emplace(), std::move(value));
    } else if (std::holds_alternative<std::monostate>(value)) {
        return;
    } else if constexpr (std::is_integral_v<T>) {
        into = static_cast<T>(std::get<std::int64_t>(value));
    } else if constexpr (std::is_same_v<T, Instant>) {
        into = Instant{Milliseconds{std::get<std::int64_t>(value)}};
    } else if constexpr (std::is_floating_point_v<T>) {
        into = std::get<double>(value);
    } else if constexpr (std::is_same_v<T, std::string>) {
        into = std::move(std::get<std::string>(value));
    } else if constexpr (reflect::is_id<T>::value) {
        into.text = std::move(std::get<std::string>(value));
    } else if constexpr (DescribedEnum<T>) {
        const auto read = enum_from<T>(std::get<std::string>(value));
        ensure(read.has_value(), "a stored word is one of its enum's");
        into = *read;
    } else {
        auto read = from_json_text<T>(std::get<std::string>(value));
        ensure(read.has_value(), "stored JSON reads back");
        into = std::move(read.value());
    }
}

/// One connection. Not to be shared between threads. Faults of the disk or the server are exceptions (StoreFault).
class Rows {
  public:
    virtual ~Rows() = default;

    /// Runs a statement and returns the number of rows it changed.
    template <class... P>
    std::int64_t run(std::string_view sql, const P&... parameters) {
        return change(sql, {to_value(parameters)...});
    }

    /// All rows, each read into the members of a described struct in their order.
    template <Described Row, class... P>
    std::vector<Row> select(std::string_view sql, const P&... parameters) {
        std::vector<Row> rows;
        ask(sql, {to_value(parameters)...}, columns<Row>(), [&](std::vector<Value>& values) {
            auto& row = rows.emplace_back();
            std::size_t at = 0;
            boost::mp11::mp_for_each<reflect::members_of<Row>>([&](auto member) {
                from_value(row.*member.pointer, std::move(values[at++]));
            });
        });
        return rows;
    }

    template <Described Row, class... P>
    std::optional<Row> first(std::string_view sql, const P&... parameters) {
        auto rows = select<Row>(sql, parameters...);
        if (rows.empty()) return std::nullopt;
        return std::move(rows.front());
    }

    /// The first column of all rows.
    template <class T, class... P>
    std::vector<T> list(std::string_view sql, const P&... parameters) {
        std::vector<T> all;
        ask(sql, {to_value(parameters)...}, {column_of<T>()}, [&](std::vector<Value>& values) {
            T into{};
            from_value(into, std::move(values[0]));
            all.push_back(std::move(into));
        });
        return all;
    }

    /// The first column of the first row, if there is one.
    template <class T, class... P>
    std::optional<T> value(std::string_view sql, const P&... parameters) {
        auto all = list<T>(sql, parameters...);
        if (all.empty()) return std::nullopt;
        return std::move(all.front());
    }

    /// Several statements at once, for table definitions.
    virtual void script(std::string_view statements) = 0;
    virtual void begin() = 0;
    virtual void commit() = 0;
    virtual void rollback() = 0;

    virtual std::int64_t change(std::string_view sql, std::vector<Value> parameters) = 0;
    virtual void ask(
        std::string_view sql,
        std::vector<Value> parameters,
        const std::vector<Column>& columns,
        const std::function<void(std::vector<Value>&)>& each
    ) = 0;

  private:
    template <class Row>
    static const std::vector<Column>& columns() {
        static const auto all = [] {
            std::vector<Column> list;
            boost::mp11::mp_for_each<reflect::members_of<Row>>([&](auto member) {
                list.push_back(column_of<std::remove_cvref_t<decltype(std::declval<Row>().*member.pointer)>>());
            });
            return list;
        }();
        return all;
    }
};

}  // namespace anlan::store
