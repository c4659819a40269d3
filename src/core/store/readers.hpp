#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "store/database.hpp"

namespace anlan::store {

/// Reading connections, kept open and lent one at a time. Readers never wait for the writer.
class Readers {
  public:
    explicit Readers(Place place) : place_(std::move(place)) {}

    /// Gives the connection back when it goes out of scope.
    class Lease {
      public:
        Lease(Readers& owner, std::unique_ptr<Rows> rows) : owner_(&owner), rows_(std::move(rows)) {}
        Lease(Lease&& other) noexcept : owner_(other.owner_), rows_(std::move(other.rows_)) {}
        Lease& operator=(Lease&&) = delete;
        ~Lease() {
            if (rows_) owner_->give_back(std::move(rows_));
        }
        Rows& operator*() const { return *rows_; }

      private:
        Readers* owner_;
        std::unique_ptr<Rows> rows_;
    };

    Lease take();

  private:
    void give_back(std::unique_ptr<Rows> rows);

    Place place_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Rows>> idle_;
};

}  // namespace anlan::store
