#include <algorithm>
#include <cstdint>

#include "shelter/allocation.hpp"

namespace anlan::shelter {

namespace {

constexpr std::size_t kPairsMax = 3'000;  // households, up to which every pair is tried
constexpr double kWorthwhile = 1e-4;      // person-kilometres

class Improvement {
  public:
    Improvement(
        const Walks& walks, const std::vector<Home>& homes, const std::vector<Roof>& roofs, std::vector<std::size_t>& at
    )
        : walks_(walks), homes_(homes), at_(at), free_(walks.columns()) {
        for (std::size_t r = 0; r < roofs.size(); ++r) free_[r] = std::max<std::int64_t>(0, roofs[r].room);
        free_.back() = INT64_MAX / 2;
        for (std::size_t h = 0; h < homes.size(); ++h) free_[at[h]] -= homes[h].people;
    }

    void run() {
        for (bool changed = true; changed;) {
            changed = move_each();
            if (homes_.size() <= kPairsMax) changed = change_places() || changed;
        }
    }

  private:
    double spared(std::size_t home, std::size_t to) const {
        return static_cast<double>(walks_.km(home, at_[home]) - walks_.km(home, to)) *
               static_cast<double>(homes_[home].people);
    }

    void put(std::size_t home, std::size_t to) {
        free_[at_[home]] += homes_[home].people;
        free_[to] -= homes_[home].people;
        at_[home] = to;
    }

    /// The corners still free go to those whom they spare a walk, or who have no roof.
    bool move_each() {
        bool changed = false;
        for (std::size_t h = 0; h < homes_.size(); ++h) {
            auto best = at_[h];
            for (std::size_t r = 0; r + 1 < walks_.columns(); ++r)
                if (walks_.km(h, r) < walks_.km(h, best) && free_[r] >= homes_[h].people) best = r;
            if (best == at_[h]) continue;
            put(h, best);
            changed = true;
        }
        return changed;
    }

    bool change_places() {
        bool changed = false;
        for (std::size_t a = 0; a < homes_.size(); ++a)
            for (std::size_t b = a + 1; b < homes_.size(); ++b) {
                const auto here = at_[a], there = at_[b];
                if (here == there) continue;
                const auto grows = homes_[a].people - homes_[b].people;
                if (free_[there] < grows || free_[here] < -grows) continue;
                if (spared(a, there) + spared(b, here) <= kWorthwhile) continue;
                put(a, there);
                put(b, here);
                changed = true;
            }
        return changed;
    }

    const Walks& walks_;
    const std::vector<Home>& homes_;
    std::vector<std::size_t>& at_;
    std::vector<std::int64_t> free_;  ///< heads; never grows less than nothing by a change made here
};

}  // namespace

void improve(
    const Walks& walks, const std::vector<Home>& homes, const std::vector<Roof>& roofs, std::vector<std::size_t>& at
) {
    Improvement(walks, homes, roofs, at).run();
}

}  // namespace anlan::shelter
