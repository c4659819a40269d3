#pragma once

#include <string>

#include "store/rows.hpp"
#include "warehouse/events.hpp"

namespace anlan::warehouse {

/// Writes the legs of one entry into the account and the list of movements: the only place where a balance changes.
class Books {
  public:
    /// `node` is empty for own entries.
    Books(store::Rows& rows, const journal::Entry& entry, std::string node, std::string kind, std::string purpose = {});

    /// `usable` of the batch at the store changes by delta; `other` is where it comes from or goes to: another store,
    /// or supplier, used, aside, count.
    void move(const std::string& store, const std::string& other, const Piece& piece, std::int64_t delta);
    /// What is set aside changes; no movement of usable stock.
    void set_aside(const std::string& store, const Piece& piece, std::int64_t delta);
    void place(const std::string& store, const BatchId& batch, const std::string& location);

  private:
    void touch(const std::string& store, const Piece& piece);

    store::Rows& rows_;
    const journal::Entry& entry_;
    std::string node_, kind_, purpose_;
    std::int64_t line_ = 0;
};

}  // namespace anlan::warehouse
