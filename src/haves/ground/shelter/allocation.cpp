#include "shelter/allocation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

#include "geo/distance.hpp"

namespace anlan::shelter {

namespace {

constexpr double kDetour = 1.4;
constexpr double kSameKm = 0.004;  // four metres are no difference
constexpr int kIdleRounds = 20;
constexpr double kFar = std::numeric_limits<double>::infinity();

struct Step {
    float extra_km;  ///< a head, for moving this home from one roof to the other
    std::uint32_t home;
    bool operator<(const Step& other) const { return extra_km > other.extra_km; }  // the cheapest on top
};

/// One allotment on its way to keeping every room. The last roof stands for none: it has room for all.
class Search {
  public:
    Search(const Walks& walks, const std::vector<Home>& homes, const std::vector<Roof>& roofs)
        : walks_(walks),
          homes_(homes),
          roofs_(roofs),
          count_(roofs.size() + 1),
          at_(homes.size()),
          load_(count_),
          room_(count_),
          steps_(count_ * count_),
          price_(count_),
          next_(count_) {
        for (std::size_t r = 0; r < roofs.size(); ++r) room_[r] = std::max<std::int64_t>(0, roofs[r].room);
        room_.back() = std::numeric_limits<std::int64_t>::max() / 2;
        for (std::size_t h = 0; h < homes.size(); ++h) begin(h);
        for (auto& heap : steps_) std::make_heap(heap.begin(), heap.end());
    }

    void run() {
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        // Households differ in size, so a chain may leave a roof over by a head or two and is mended by another one;
        // when that stops helping, the few left are placed one by one.
        for (int idle = 0; idle < kIdleRounds;) {
            const auto now = over_in_all();
            if (now == 0) break;
            idle = now < least ? 0 : idle + 1;
            least = std::min(least, now);
            set_prices();
            for (std::size_t r = 0; r < count_; ++r) relieve(r);
        }
        force();
        set_prices();
        improve(walks_, homes_, roofs_, at_);
    }

    Allocation result() const {
        Allocation made;
        double all_km = 0;
        for (std::size_t h = 0; h < homes_.size(); ++h) {
            const auto heads = static_cast<double>(homes_[h].people);
            all_km += heads * km(h, at_[h]);
            if (at_[h] + 1 == count_) {
                made.roof_of.emplace_back(std::nullopt);
                made.unplaced += homes_[h].people;
            } else {
                made.roof_of.emplace_back(at_[h]);
                made.person_km += heads * km(h, at_[h]);
            }
        }
        const auto bound = lower_bound_km(walks_, homes_, roofs_, price_, all_km);
        made.bound_km = std::min(made.person_km, bound - (all_km - made.person_km));
        return made;
    }

  private:
    float km(std::size_t home, std::size_t roof) const { return walks_.km(home, roof); }
    std::vector<Step>& steps(std::size_t from, std::size_t to) { return steps_[from * count_ + to]; }
    std::int64_t over(std::size_t roof) const { return load_[roof] - room_[roof]; }

    void begin(std::size_t home) {
        const auto& from = homes_[home];
        largest_ = std::max(largest_, from.people);
        std::size_t nearest = 0;
        for (std::size_t r = 0; r < count_; ++r)
            if (km(home, r) < km(home, nearest)) nearest = r;
        at_[home] = nearest;
        load_[nearest] += homes_[home].people;
        for (std::size_t r = 0; r < count_; ++r)
            if (r != nearest) steps(nearest, r).push_back(step(home, nearest, r));
    }

    Step step(std::size_t home, std::size_t from, std::size_t to) const {
        return {km(home, to) - km(home, from), static_cast<std::uint32_t>(home)};
    }

    std::int64_t over_in_all() const {
        std::int64_t sum = 0;
        for (std::size_t r = 0; r < count_; ++r) sum += std::max<std::int64_t>(0, over(r));
        return sum;
    }

    std::optional<std::size_t> most_over() const {
        std::optional<std::size_t> worst;
        for (std::size_t r = 0; r < count_; ++r)
            if (over(r) > 0 && (!worst || over(r) > over(*worst))) worst = r;
        return worst;
    }

    /// The cheapest home still at `from`, for a move to `to`.
    const Step* cheapest(std::size_t from, std::size_t to) {
        auto& heap = steps(from, to);
        while (!heap.empty() && at_[heap.front().home] != from) {
            std::pop_heap(heap.begin(), heap.end());
            heap.pop_back();
        }
        return heap.empty() ? nullptr : &heap.front();
    }

    /// What a head of room is worth at each roof: the cheapest chain of moves from it to free room (Bellman and Ford).
    void set_prices() {
        edge_.assign(count_ * count_, kFar);
        for (std::size_t a = 0; a < count_; ++a)
            for (std::size_t b = 0; b < count_; ++b)
                if (a != b)
                    if (const auto* best = cheapest(a, b)) edge_[a * count_ + b] = best->extra_km;
        for (std::size_t r = 0; r < count_; ++r) {
            price_[r] = over(r) + largest_ <= 0 ? 0 : kFar;  // less room than a household needs is none
            next_[r] = r;
        }
        bool changed = true;
        for (std::size_t pass = 0; pass < count_ && changed; ++pass) {
            changed = false;
            for (std::size_t a = 0; a < count_; ++a)
                for (std::size_t b = 0; b < count_; ++b)
                    if (edge_[a * count_ + b] + kSameKm + price_[b] < price_[a] - 1e-9) {
                        price_[a] = edge_[a * count_ + b] + kSameKm + price_[b];
                        next_[a] = b;
                        changed = true;
                    }
        }
    }

    /// Sends homes on along the chains while these cost what they did when they were priced.
    void relieve(std::size_t from) {
        while (over(from) > 0 && send_one(from)) continue;
    }

    bool send_one(std::size_t from) {
        for (std::size_t hops = 0; hops < count_ && over(from) > 0; ++hops) {
            const auto to = next_[from];
            if (to == from) return false;
            const auto* best = cheapest(from, to);
            if (!best || best->extra_km > edge_[from * count_ + to] + kSameKm) return false;
            move(best->home, to);
            from = to;
        }
        return true;
    }

    void move(std::size_t home, std::size_t to) {
        load_[at_[home]] -= homes_[home].people;
        load_[to] += homes_[home].people;
        at_[home] = to;
        for (std::size_t r = 0; r < count_; ++r) {
            if (r == to) continue;
            auto& heap = steps(to, r);
            heap.push_back(step(home, to, r));
            std::push_heap(heap.begin(), heap.end());
        }
    }

    /// What is still over by a few heads goes, the cheapest first, wherever it fits.
    void force() {
        while (const auto worst = most_over()) {
            double best = kFar;
            std::size_t home = 0, to = count_ - 1;
            for (std::size_t h = 0; h < homes_.size(); ++h) {
                if (at_[h] != *worst || homes_[h].people == 0) continue;
                for (std::size_t r = 0; r < count_; ++r) {
                    if (r == *worst || over(r) + homes_[h].people > 0) continue;
                    const double extra =
                        static_cast<double>(km(h, r) - km(h, *worst)) * static_cast<double>(homes_[h].people);
                    if (extra < best) {
                        best = extra;
                        home = h;
                        to = r;
                    }
                }
            }
            if (best == kFar) return;
            move(home, to);
        }
    }

    const Walks& walks_;
    const std::vector<Home>& homes_;
    const std::vector<Roof>& roofs_;
    std::size_t count_;
    std::int64_t largest_ = 1;  ///< household
    std::vector<std::size_t> at_;
    std::vector<std::int64_t> load_, room_;
    std::vector<std::vector<Step>> steps_;
    std::vector<double> price_, edge_;
    std::vector<std::size_t> next_;
};

}  // namespace

double Allocation::gap_percent() const {
    return bound_km > 0 ? (person_km - bound_km) / bound_km * 100 : 0;
}

Walks::Walks(const std::vector<Home>& homes, const std::vector<Roof>& roofs, const geo::Roads* roads)
    : columns_(roofs.size() + 1), km_(homes.size() * columns_, kNowhereKm) {
    std::optional<geo::Roads::Starts> doors;
    if (roads) {
        std::vector<geo::Point> all;
        for (const auto& home : homes) all.push_back({home.lon, home.lat});
        doors = roads->starts(std::move(all), geo::Roads::By::foot);
    }
    for (std::size_t r = 0; r < roofs.size(); ++r) {
        std::vector<std::optional<double>> along(homes.size());
        if (doors) along = roads->km_to({roofs[r].lon, roofs[r].lat}, *doors, kDetour);
        for (std::size_t h = 0; h < homes.size(); ++h)
            km_[h * columns_ + r] = static_cast<float>(
                along[h] ? *along[h] : walking_km(homes[h].lon, homes[h].lat, roofs[r].lon, roofs[r].lat)
            );
    }
}

double walking_km(double lon, double lat, double to_lon, double to_lat) {
    return geo::metres_between({lon, lat}, {to_lon, to_lat}) / 1000 * kDetour;
}

Allocation allocate(const Walks& walks, const std::vector<Home>& homes, const std::vector<Roof>& roofs) {
    Search search(walks, homes, roofs);
    search.run();
    return search.result();
}

Allocation allocate(const std::vector<Home>& homes, const std::vector<Roof>& roofs) {
    return allocate(Walks(homes, roofs), homes, roofs);
}

}  // namespace anlan::shelter
