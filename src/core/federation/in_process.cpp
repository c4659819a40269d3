#include "federation/in_process.hpp"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace anlan::federation {

namespace {

constexpr int kBatch = 500;

struct Link {
    std::size_t parent = 0, child = 0;  // indexes of stations
    bool up = true;
    Instant since{};
    std::optional<Instant> last_at;
    std::int64_t confirmed_up = 0, confirmed_down = 0;
};

}  // namespace

struct InProcessCarrier::Inside {
    mutable std::mutex mutex;
    std::deque<Station> stations;
    std::deque<Link> links;
    std::condition_variable wake;
    bool dirty = false, stopping = false;
    std::thread thread;

    /// Sends what `target` misses of `source`; waits for the delivery only when the target has a thread of its own.
    std::size_t carry(Station& source, Station& target, journal::Direction direction, std::int64_t& confirmed) {
        std::int64_t next = 1;
        target.read([&](store::Rows& rows) { next = journal::next_expected(rows, source.area(), direction); });
        confirmed = next - 1;
        std::vector<journal::Parcel> parcels;
        source.read([&](store::Rows& rows) {
            parcels = journal::outgoing(rows, source.area(), direction, next, kBatch);
        });
        const auto count = parcels.size();
        if (count == 0) return 0;
        if (!thread.joinable()) {
            target.writer->deliver(std::move(parcels));
            target.writer->run_pending();
        } else {
            auto delivered = std::make_shared<std::promise<void>>();
            auto waiting = delivered->get_future();
            target.writer->deliver(std::move(parcels), [delivered] { delivered->set_value(); });
            waiting.wait_for(std::chrono::seconds{5});
        }
        confirmed += static_cast<std::int64_t>(count);
        return count;
    }

    std::size_t pump_link(Link& link) {
        auto& parent = stations[link.parent];
        auto& child = stations[link.child];
        const auto count = carry(child, parent, journal::Direction::up, link.confirmed_up) +
                           carry(parent, child, journal::Direction::down, link.confirmed_down);
        if (count > 0) link.last_at = parent.writer->clock().now();
        return count;
    }

    void run() {
        for (;;) {
            {
                std::unique_lock lock(mutex);
                wake.wait(lock, [&] { return dirty || stopping; });
                if (stopping) return;
                dirty = false;
            }
            std::size_t moved = 0;
            for (auto& link : links)
                if (link.up) moved += pump_link(link);
            if (moved > 0) mark_dirty();
        }
    }

    void mark_dirty() {
        {
            std::lock_guard lock(mutex);
            dirty = true;
        }
        wake.notify_one();
    }

    /// The nearest node above it in the house, which need not be the next level.
    std::optional<std::size_t> parent_of(std::size_t child) const {
        std::optional<std::size_t> nearest;
        for (std::size_t i = 0; i < stations.size(); ++i) {
            const auto& area = stations[i].area();
            if (i == child || !area.contains(stations[child].area()) || area == stations[child].area()) continue;
            if (!nearest || stations[*nearest].area().contains(area)) nearest = i;
        }
        return nearest;
    }
};

InProcessCarrier::InProcessCarrier() : inside_(std::make_unique<Inside>()) {}
InProcessCarrier::~InProcessCarrier() {
    stop();
}

void InProcessCarrier::join(Station station) {
    station.writer->on_commit([inside = inside_.get()](const std::vector<journal::Entry>&) { inside->mark_dirty(); });
    const auto since = station.writer->clock().now();
    inside_->stations.push_back(std::move(station));
    inside_->links.clear();
    for (std::size_t child = 0; child < inside_->stations.size(); ++child)
        if (const auto parent = inside_->parent_of(child))
            inside_->links.push_back({.parent = *parent, .child = child, .up = true, .since = since, .last_at = {}});
}

std::size_t InProcessCarrier::pump() {
    std::size_t count = 0;
    for (auto& link : inside_->links)
        if (link.up) count += inside_->pump_link(link);
    return count;
}

void InProcessCarrier::start() {
    inside_->thread = std::thread([this] { inside_->run(); });
    inside_->mark_dirty();
}

void InProcessCarrier::stop() {
    {
        std::lock_guard lock(inside_->mutex);
        inside_->stopping = true;
    }
    inside_->wake.notify_all();
    if (inside_->thread.joinable()) inside_->thread.join();
}

std::vector<LinkState> InProcessCarrier::links(const AreaCode& node) const {
    std::vector<LinkState> all;
    for (const auto& link : inside_->links) {
        auto& parent = inside_->stations[link.parent];
        auto& child = inside_->stations[link.child];
        const bool seen_from_child = child.area() == node;
        if (!seen_from_child && parent.area() != node) continue;
        auto& own = seen_from_child ? child : parent;
        const auto& other = (seen_from_child ? parent : child).writer->node();
        LinkState state{
            other.area, other.name, seen_from_child ? "parent" : "child", link.up, link.since, 0, link.last_at};
        own.read([&](store::Rows& rows) {
            const auto direction = seen_from_child ? journal::Direction::up : journal::Direction::down;
            state.waiting = std::max<std::int64_t>(
                0, journal::last_outgoing(rows, direction) - (seen_from_child ? link.confirmed_up : link.confirmed_down)
            );
        });
        all.push_back(std::move(state));
    }
    return all;
}

void InProcessCarrier::set_up(const AreaCode& child, bool up) {
    for (auto& link : inside_->links) {
        auto& station = inside_->stations[link.child];
        if (station.area() != child || link.up == up) continue;
        link.up = up;
        link.since = station.writer->clock().now();
    }
    inside_->mark_dirty();
}

}  // namespace anlan::federation
