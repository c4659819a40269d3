#include "store/readers.hpp"

namespace anlan::store {

Readers::Lease Readers::take() {
    {
        std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            auto rows = std::move(idle_.back());
            idle_.pop_back();
            return {*this, std::move(rows)};
        }
    }
    return {*this, connect(place_, Use::reading)};
}

void Readers::give_back(std::unique_ptr<Rows> rows) {
    std::lock_guard lock(mutex_);
    idle_.push_back(std::move(rows));
}

}  // namespace anlan::store
