#include "nats/nats_line.hpp"

#include <map>
#include <shared_mutex>
#include <thread>

#include "nats/leaf_watch.hpp"
#include "nats/mailbox.hpp"
#include "nats/nats_server.hpp"
#include "nats/neighbour.hpp"
#include "nats/subjects.hpp"
#include "nats/uplink.hpp"

namespace anlan::nats {

namespace {

constexpr Milliseconds kTend{200}, kLook{1000};

}  // namespace

struct NatsLine::Inside {
    Inside(NatsPlace given, const Clock& time, seal::Dice& dice)
        : place(std::move(given)), clock(time), uplink(place, time), server(place, uplink.local_port(), dice) {}

    NatsPlace place;
    const Clock& clock;
    Uplink uplink;
    NatsServer server;
    Mailbox outgoing, incoming;
    Receive receive;
    mutable std::shared_mutex mutex;  // guards neighbours (who is there), leafs, place.children
    std::map<AreaCode, std::unique_ptr<Neighbour>> neighbours;
    std::map<std::string, LeafState> leafs;
    std::unique_ptr<LeafWatch> watch;  // of the keeper's thread
    std::mutex waiting;
    std::condition_variable wake;
    bool stopping = false;
    std::thread sender, receiver, keeper;

    bool is_parent(const AreaCode& area) const { return place.has_parent() && area == place.parent; }

    void add(const AreaCode& other) {
        const auto account = link_account(is_parent(other) ? place.area : other);
        Neighbour::Who who{
            place.area, other, is_parent(other), {place.client_port, "own_" + account, server.password()}};
        const auto take_in = [this](const AreaCode& from, std::string frame) {
            incoming.put({from, federation::Lane::routine, std::move(frame)});
        };
        neighbours.emplace(other, std::make_unique<Neighbour>(std::move(who), take_in));
    }

    void send_letters() {
        while (const auto letter = outgoing.take()) {
            const std::shared_lock lock(mutex);
            if (const auto at = neighbours.find(letter->area); at != neighbours.end())
                at->second->send(letter->lane, letter->frame);
        }
    }

    void hand_in() {
        while (auto letter = incoming.take()) receive(letter->area, std::move(letter->frame));
    }

    void keep() {
        Instant looked{};
        std::unique_lock lock(waiting);
        while (!wake.wait_for(lock, kTend, [&] { return stopping; })) {
            lock.unlock();
            const auto now = clock.now();
            if (watch && (now - looked >= kLook || now < looked)) look(now), looked = now;
            const std::shared_lock reading(mutex);
            const auto up = uplink.facts();
            for (const auto& [area, neighbour] : neighbours) {
                const bool parent = is_parent(area);
                neighbour->tend(parent ? up.connected : leaf(area).connected, parent && up.slow, now);
            }
            lock.lock();
        }
    }

    /// Under the lock.
    LeafState leaf(const AreaCode& child) const {
        const auto at = leafs.find(link_account(child));
        return at == leafs.end() ? LeafState{} : at->second;
    }

    void look(Instant now) {
        watch->look(now);
        const std::unique_lock lock(mutex);
        leafs = watch->states();
    }
};

NatsLine::NatsLine(NatsPlace place, const Clock& clock, seal::Dice& dice)
    : inside_(std::make_unique<Inside>(std::move(place), clock, dice)) {}

NatsLine::~NatsLine() {
    close();
}

void NatsLine::open(Receive receive) {
    auto* inside = inside_.get();
    inside->receive = std::move(receive);
    inside->server.start();
    const auto& place = inside->place;
    if (place.has_parent()) inside->uplink.start(), inside->add(place.parent);
    for (const auto& child : place.children) inside->add(child.area);
    if (place.leaf_port != 0)
        inside->watch = std::make_unique<LeafWatch>(Login{place.client_port, "own_sys", inside->server.password()});
    inside->sender = std::thread([inside] { inside->send_letters(); });
    inside->receiver = std::thread([inside] { inside->hand_in(); });
    inside->keeper = std::thread([inside] { inside->keep(); });
}

void NatsLine::send(const AreaCode& to, federation::Lane lane, std::string frame) {
    inside_->outgoing.put({to, lane, std::move(frame)});
}

federation::LineFacts NatsLine::facts(const AreaCode& neighbour) const {
    if (inside_->is_parent(neighbour)) {
        const auto up = inside_->uplink.facts();
        return {up.connected, up.since, up.bytes_in_today, up.bytes_out_today, up.note};
    }
    const std::shared_lock lock(inside_->mutex);
    const auto leaf = inside_->leaf(neighbour);
    return {leaf.connected, leaf.since, leaf.bytes_in_today, leaf.bytes_out_today, {}};
}

void NatsLine::close() {
    {
        const std::lock_guard lock(inside_->waiting);
        inside_->stopping = true;
    }
    inside_->wake.notify_all();
    inside_->outgoing.close();
    inside_->incoming.close();
    for (auto* thread : {&inside_->keeper, &inside_->sender, &inside_->receiver})
        if (thread->joinable()) thread->join();
    inside_->neighbours.clear();
    inside_->watch.reset();
    inside_->uplink.stop();
    inside_->server.stop();
}

void NatsLine::set_children(std::vector<NatsChild> children) {
    inside_->server.set_children(children);
    const std::unique_lock lock(inside_->mutex);
    std::erase_if(inside_->neighbours, [&](const auto& entry) {
        const auto same = [&](const NatsChild& child) { return child.area == entry.first; };
        return !inside_->is_parent(entry.first) && std::none_of(children.begin(), children.end(), same);
    });
    for (const auto& child : children)
        if (!inside_->neighbours.contains(child.area)) inside_->add(child.area);
    inside_->place.children = std::move(children);
}

bool NatsLine::slow(const AreaCode& neighbour) const {
    return inside_->is_parent(neighbour) && inside_->uplink.facts().slow;
}

int NatsLine::server_pid() const {
    return inside_->server.pid();
}

}  // namespace anlan::nats
