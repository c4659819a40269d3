#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "store/rows.hpp"

namespace anlan::store {

/// The disk is full or gone, the server is away, a statement is wrong: nothing a user's input can cause.
class StoreFault : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
    bool disk_full = false;
};

/// Where a node keeps its rows.
struct Place {
    std::string sqlite_file;  ///< path, or ":memory:" for one connection alone
    std::string postgresql;   ///< connection string; wins when not empty

    bool is_postgresql() const { return !postgresql.empty(); }
};

enum class Use { writing, reading };

/// Opens a connection. SQLite: WAL, synchronous=FULL, foreign keys off, secure_delete on; reading connections refuse
/// writes.
std::unique_ptr<Rows> connect(const Place& place, Use use);

}  // namespace anlan::store
