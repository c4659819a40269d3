#include "dispatch/allotment.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <set>

#include "dispatch/flow.hpp"

namespace anlan::dispatch {

using optimise::kUnlimited;
using optimise::Program;
using optimise::Term;

namespace {

constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max() / 4;

using Pairs = std::vector<std::vector<bool>>;  ///< by place, by depot: may drive there

/// The network of one item: source, nodes with what they may spare, depots with what they hold, places, sink.
class ItemNetwork {
  public:
    ItemNetwork(
        std::size_t item,
        const std::vector<Depot>& depots,
        const std::vector<std::vector<std::int64_t>>& spare,
        const std::vector<Place>& places
    )
        : depots_(depots.size()), places_(places.size()), flow_(2 + spare.size() + depots_ + places_) {
        const auto node_at = [](std::size_t n) { return 2 + n; };
        const auto depot_at = [&](std::size_t s) { return 2 + spare.size() + s; };
        const auto place_at = [&](std::size_t r) { return 2 + spare.size() + depots_ + r; };
        for (std::size_t n = 0; n < spare.size(); ++n)
            flow_.edge(0, node_at(n), std::max<std::int64_t>(0, spare[n][item]));
        for (std::size_t s = 0; s < depots_; ++s)
            flow_.edge(node_at(depots[s].node), depot_at(s), std::max<std::int64_t>(0, depots[s].holds[item]));
        pair_.resize(places_);
        for (std::size_t r = 0; r < places_; ++r) {
            for (std::size_t s = 0; s < depots_; ++s)
                pair_[r].push_back(flow_.edge(depot_at(s), place_at(r), kNoLimit));
            need_.push_back(flow_.edge(place_at(r), 1, 0));
        }
    }

    void want(std::size_t place, std::int64_t quantity) { flow_.set_capacity(need_[place], quantity); }
    void allow(std::size_t place, const std::vector<bool>& depots) {
        for (std::size_t s = 0; s < depots_; ++s) flow_.set_capacity(pair_[place][s], depots[s] ? kNoLimit : 0);
    }
    std::int64_t run() { return flow_.run(0, 1); }
    std::int64_t sent(std::size_t depot, std::size_t place) const { return flow_.through(pair_[place][depot]); }

  private:
    std::size_t depots_, places_;
    Flow flow_;
    std::vector<std::vector<std::size_t>> pair_;
    std::vector<std::size_t> need_;
};

class Work {
  public:
    Work(
        const std::vector<Depot>& depots,
        const std::vector<std::vector<std::int64_t>>& spare,
        const std::vector<Place>& places
    )
        : depots_(depots), spare_(spare), places_(places), met_(places.size()) {
        const auto items = spare.empty() ? 0 : spare.front().size();
        allowed_.assign(places.size(), std::vector<bool>(depots.size(), true));
        for (auto& row : met_) row.assign(items, 0);
        for (std::size_t i = 0; i < items; ++i)
            if (std::any_of(places.begin(), places.end(), [&](const Place& each) { return each.needs[i] > 0; }))
                networks_.emplace(i, ItemNetwork(i, depots, spare, places));
    }

    /// As much as can be had, the more urgent place first.
    void meet() {
        for (auto& [item, network] : networks_) {
            std::int64_t before = 0;
            for (std::size_t r = 0; r < places_.size(); ++r) {
                network.want(r, std::max<std::int64_t>(0, places_[r].needs[item]));
                const auto sum = network.run();
                met_[r][item] = sum - before;
                network.want(r, met_[r][item]);
                before = sum;
            }
            total_[item] = before;
        }
    }

    /// The least latest arrival of each place, with all of it still arriving.
    void hurry() {
        for (std::size_t r = 0; r < places_.size(); ++r) {
            auto times = places_[r].minutes;
            std::sort(times.begin(), times.end());
            times.erase(std::unique(times.begin(), times.end()), times.end());
            auto low = std::size_t{0}, high = times.empty() ? std::size_t{0} : times.size() - 1;
            while (low < high) {
                const auto middle = (low + high) / 2;
                limit(r, times[middle]);
                if (arrives(r))
                    high = middle;
                else
                    low = middle + 1;
            }
            if (!times.empty()) limit(r, times[low]);
        }
    }

    /// Which depots drive where, so that the way is least.
    void drive(const optimise::Solver& solver, double limit_seconds, Allotment& made);
    void fill(Allotment& made);

  private:
    std::int64_t gives(std::size_t depot, std::size_t item) const {
        return std::max<std::int64_t>(0, std::min(depots_[depot].holds[item], spare_[depots_[depot].node][item]));
    }

    void limit(std::size_t place, std::int64_t minutes) {
        for (std::size_t s = 0; s < depots_.size(); ++s) allowed_[place][s] = places_[place].minutes[s] <= minutes;
        for (auto& [item, network] : networks_)
            if (met_[place][item] > 0) network.allow(place, allowed_[place]);
    }

    bool arrives(std::size_t place) {
        return std::all_of(networks_.begin(), networks_.end(), [&](auto& each) {
            return met_[place][each.first] == 0 || each.second.run() == total_[each.first];
        });
    }

    /// Whether every store has enough of it for everybody: then it only matters that one of them comes.
    bool is_ample(std::size_t item) const {
        for (std::size_t s = 0; s < depots_.size(); ++s)
            if (const auto can = gives(s, item); can > 0 && can < total_.at(item)) return false;
        return true;
    }

    std::vector<std::size_t> givers(std::size_t place, std::size_t item) const {
        std::vector<std::size_t> all;
        for (std::size_t s = 0; s < depots_.size(); ++s)
            if (allowed_[place][s] && gives(s, item) > 0) all.push_back(s);
        return all;
    }

    void write_pairs(Program& program);
    void write_ample(Program& program, std::size_t item);
    void write_scarce(Program& program, std::size_t item);

    const std::vector<Depot>& depots_;
    const std::vector<std::vector<std::int64_t>>& spare_;
    const std::vector<Place>& places_;
    std::map<std::size_t, ItemNetwork> networks_;
    std::map<std::size_t, std::int64_t> total_;
    std::vector<std::vector<std::int64_t>> met_;
    Pairs allowed_;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> column_;  ///< of a pair: place, depot
    std::set<std::vector<std::size_t>> covers_;
};

void Work::write_pairs(Program& program) {
    for (std::size_t r = 0; r < places_.size(); ++r)
        for (const auto& [item, network] : networks_)
            if (met_[r][item] > 0)
                for (const auto s : givers(r, item))
                    if (!column_.contains({r, s})) column_[{r, s}] = program.choice(places_[r].km[s]);
}

void Work::write_ample(Program& program, std::size_t item) {
    for (std::size_t r = 0; r < places_.size(); ++r) {
        if (met_[r][item] == 0) continue;
        std::vector<std::size_t> columns;
        for (const auto s : givers(r, item)) columns.push_back(column_.at({r, s}));
        // Many items lie in the same stores: one row says it for all of them.
        if (!covers_.insert(columns).second) continue;
        std::vector<Term> terms;
        for (const auto column : columns) terms.push_back({column, 1});
        program.row(std::move(terms), 1, kUnlimited);
    }
}

/// Shares of what each place gets; whole quantities follow from a flow once the pairs are known.
void Work::write_scarce(Program& program, std::size_t item) {
    std::map<std::size_t, std::vector<Term>> of_depot, of_node;
    for (std::size_t r = 0; r < places_.size(); ++r) {
        if (met_[r][item] == 0) continue;
        const auto wanted = static_cast<double>(met_[r][item]);
        std::vector<Term> all;
        for (const auto s : givers(r, item)) {
            const auto most = std::min(1.0, static_cast<double>(gives(s, item)) / wanted);
            const auto share = program.column(0, most, 0, false);
            all.push_back({share, 1});
            program.row({{share, 1}, {column_.at({r, s}), -most}}, -kUnlimited, 0);
            of_depot[s].push_back({share, wanted});
            of_node[depots_[s].node].push_back({share, wanted});
        }
        program.row(std::move(all), 1, 1);
    }
    const auto bound = [&](std::vector<Term> terms, std::int64_t most) {
        double sum = 0;
        for (const auto& term : terms) sum += term.factor;
        if (sum <= static_cast<double>(most)) return;
        for (auto& term : terms) term.factor /= static_cast<double>(most);
        program.row(std::move(terms), -kUnlimited, 1);
    };
    for (auto& [s, terms] : of_depot) bound(std::move(terms), depots_[s].holds[item]);
    for (auto& [n, terms] : of_node) bound(std::move(terms), spare_[n][item]);
}

void Work::drive(const optimise::Solver& solver, double limit_seconds, Allotment& made) {
    Program program;
    write_pairs(program);
    for (const auto& [item, network] : networks_)
        is_ample(item) ? write_ample(program, item) : write_scarce(program, item);
    if (program.columns().empty()) {
        made.proven = true;
        return;
    }
    const auto found = solver.solve(program, limit_seconds, {});
    if (!found) return;
    made.bound_km = found->bound;
    made.proven = found->proven;
    made.seconds = found->seconds;
    const auto before = allowed_;
    for (std::size_t r = 0; r < places_.size(); ++r)
        for (std::size_t s = 0; s < depots_.size(); ++s) {
            const auto column = column_.find({r, s});
            allowed_[r][s] = column != column_.end() && found->values[column->second] > 0.5;
        }
    for (std::size_t r = 0; r < places_.size(); ++r) {
        for (auto& [item, network] : networks_) network.allow(r, allowed_[r]);
    }
    const bool whole = std::all_of(networks_.begin(), networks_.end(), [&](auto& each) {
        return each.second.run() == total_[each.first];
    });
    if (whole) return;
    // A solver's rounding would leave somebody short: everything within the time may drive again, and nothing is
    // proved.
    allowed_ = before;
    made.proven = false;
}

void Work::fill(Allotment& made) {
    std::set<std::pair<std::size_t, std::size_t>> driven;
    made.latest_minutes.assign(places_.size(), 0);
    for (auto& [item, network] : networks_) {
        for (std::size_t r = 0; r < places_.size(); ++r) network.allow(r, allowed_[r]);
        network.run();
        for (std::size_t r = 0; r < places_.size(); ++r)
            for (std::size_t s = 0; s < depots_.size(); ++s)
                if (const auto quantity = network.sent(s, r); quantity > 0) {
                    made.sent.push_back({s, r, item, quantity});
                    made.latest_minutes[r] = std::max(made.latest_minutes[r], places_[r].minutes[s]);
                    if (driven.insert({r, s}).second) made.km += places_[r].km[s];
                }
    }
    made.unmet.resize(places_.size());
    for (std::size_t r = 0; r < places_.size(); ++r)
        for (std::size_t i = 0; i < met_[r].size(); ++i)
            made.unmet[r].push_back(std::max<std::int64_t>(0, places_[r].needs[i]) - met_[r][i]);
    if (made.proven) made.bound_km = made.km;
    made.bound_km = std::min(made.bound_km, made.km);
}

}  // namespace

Allotment allot(
    const std::vector<Depot>& depots,
    const std::vector<std::vector<std::int64_t>>& spare,
    const std::vector<Place>& places,
    const optimise::Solver& solver,
    double limit_seconds
) {
    Allotment made;
    Work work(depots, spare, places);
    work.meet();
    work.hurry();
    work.drive(solver, limit_seconds, made);
    work.fill(made);
    return made;
}

}  // namespace anlan::dispatch
