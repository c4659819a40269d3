#include "journal/writer.hpp"

#include <spdlog/spdlog.h>

#include <future>
#include <thread>

#include "journal/deadline.hpp"
#include "journal/group.hpp"
#include "journal/ledger.hpp"
#include "journal/work_queue.hpp"

namespace anlan::journal {

namespace {

constexpr Milliseconds kPauseAfterFault{10'000};

Refusal stopping() {
    return refuse("stopping", "", "系统正在停止，请稍后重试", "the station is stopping; try again in a moment");
}

Refusal storage(const store::StoreFault& fault) {
    if (fault.disk_full)
        return refuse(
            "storage_full",
            "",
            "磁盘已满，未能保存；请清理磁盘后重试",
            "the disk is full and nothing was saved; free some space and retry"
        );
    return refuse(
        "storage_fault",
        "",
        "存储出错，未能保存；请重试或联系管理员",
        "storage failed and nothing was saved; retry or call the administrator"
    );
}

}  // namespace

struct Writer::Inside {
    WriterSettings settings;
    std::vector<Room> rooms;
    std::unique_ptr<store::Rows> rows;
    std::vector<Listener> listeners;
    std::vector<std::function<void(const std::map<std::string, Mark>&)>> posted_listeners;

    WorkQueue queue;
    std::thread thread;

    std::vector<Submission> take_group() { return queue.take(settings.group_max); }

    Result<Outcome> decide_one(Group& group, const Submission& one) {
        if (!one.parcels.empty()) {
            group.accept(one.parcels);
            return Outcome{};
        }
        if (one.epoch) {
            group.begin_epoch(*one.epoch);
            return Outcome{};
        }
        auto outcome = group.grant(one.wish);
        if (!one.deadline_key.empty()) group.settle_deadline(one.deadline_key, outcome.has_value());
        return outcome;
    }

    struct Saved {
        std::vector<Result<Outcome>> outcomes;
        std::vector<Entry> entries;
        std::map<std::string, Mark> posted;
    };

    /// One transaction: all of the group is saved, or nothing and the fault is told.
    std::optional<store::StoreFault> save(const std::vector<Submission>& taken, Group::Trust trust, Saved& saved) {
        saved = {};
        try {
            rows->begin();
            Group group(*rows, rooms, settings.node, *settings.dice, settings.clock->now(), trust);
            for (const auto& one : taken) saved.outcomes.push_back(decide_one(group, one));
            if (settings.at_commit) settings.at_commit(WriterSettings::Moment::before_commit);
            rows->commit();
            if (settings.at_commit) settings.at_commit(WriterSettings::Moment::after_commit);
            saved.entries = group.take_entries();
            saved.posted = group.take_sent();
            return std::nullopt;
        } catch (const store::StoreFault& fault) {
            spdlog::error("nothing of this group was saved: {}", fault.what());
            give_up(*rows);
            return fault;
        }
    }

    /// One piece of work that the store refuses must not take the others of its group with it.
    void commit_group(std::vector<Submission>& taken) {
        Saved saved;
        auto fault = save(taken, Group::Trust::full, saved);
        if (fault && !fault->disk_full && taken.size() > 1) return commit_one_by_one(taken);
        if (fault && !fault->disk_full && !taken.front().parcels.empty())
            fault = save(taken, Group::Trust::entry_by_entry, saved);
        if (fault) {
            saved = {};
            saved.outcomes.assign(taken.size(), storage(*fault));
            // What the clock asked for stays due: asking again after a pause is enough while nothing can be saved.
            queue.forget_recalled(settings.clock->now() + kPauseAfterFault);
        }
        queue.settle(taken);
        if (!saved.entries.empty())
            for (const auto& listener : listeners) listener(saved.entries);
        if (!saved.posted.empty())
            for (const auto& listener : posted_listeners) listener(saved.posted);
        for (std::size_t i = 0; i < taken.size(); ++i) {
            if (taken[i].reply) taken[i].reply(std::move(saved.outcomes[i]));
            if (taken[i].then) taken[i].then();
        }
    }

    void commit_one_by_one(std::vector<Submission>& taken) {
        for (auto& one : taken) {
            std::vector<Submission> alone;
            alone.push_back(std::move(one));
            commit_group(alone);
        }
    }

    static void give_up(store::Rows& rows) {
        try {
            rows.rollback();
        } catch (const store::StoreFault& fault) {
            spdlog::warn("rollback said: {}", fault.what());  // a failed BEGIN or COMMIT has rolled back already
        }
    }

    void run() {
        while (queue.wait()) {
            auto group = take_group();
            commit_group(group);
        }
    }

    /// Queues what the deadlines that are due ask for. On the writer's thread: its connection is free only there.
    void recall(const Desk& desk) {
        for (auto& deadline : due_deadlines(desk.views, desk.now, 2'000)) {
            for (const auto& room : rooms) {
                const auto recalled = room.recalled.find(deadline.command);
                if (recalled == room.recalled.end()) continue;
                queue.recall(deadline.key, [&]() -> std::optional<Wish> {
                    auto wish = recalled->second(World::stored(deadline.drill), deadline.body);
                    if (!wish) return std::nullopt;
                    return std::move(wish.value());
                });
            }
        }
    }
};

Writer::Writer(WriterSettings settings, std::vector<Room> rooms) : inside_(std::make_unique<Inside>()) {
    inside_->settings = std::move(settings);
    inside_->rooms = std::move(rooms);
    inside_->rows = store::connect(inside_->settings.place, store::Use::writing);
    const auto replayed = prepare_tables(*inside_->rows, inside_->rooms);
    if (replayed > 0) spdlog::info("{}: views rebuilt from {} entries", inside_->settings.node.name, replayed);
}

Writer::~Writer() {
    stop();
}

void Writer::submit(Wish wish, Reply reply) {
    Submission one{std::move(wish), std::move(reply), {}, {}, {}, {}};
    if (!inside_->queue.push(std::move(one))) one.reply(stopping());
}

Result<Outcome> Writer::execute(Wish wish) {
    auto promise = std::make_shared<std::promise<Result<Outcome>>>();
    auto future = promise->get_future();
    submit(std::move(wish), [promise](Result<Outcome> outcome) { promise->set_value(std::move(outcome)); });
    if (!inside_->thread.joinable()) run_pending();
    return future.get();
}

void Writer::deliver(std::vector<Parcel> parcels, std::function<void()> then) {
    if (parcels.empty()) return;
    inside_->queue.push({{}, {}, std::move(parcels), std::move(then), {}, {}});
}

void Writer::recall_due() {
    const auto pause = inside_->queue.recalled_from() - inside_->settings.clock->now();
    if (pause > Milliseconds{0} && pause <= kPauseAfterFault) return;
    // A wish that changes nothing and queues the recalled commands behind itself.
    auto look = [this](const Desk& desk) -> Result<Decision> {
        inside_->recall(desk);
        return Decision{};
    };
    submit({World::real(), "system:schedule", std::move(look), {}}, [](const Result<Outcome>&) {});
}

void Writer::on_commit(Listener listener) {
    inside_->listeners.push_back(std::move(listener));
}

void Writer::on_posted(std::function<void(const std::map<std::string, Mark>&)> listener) {
    inside_->posted_listeners.push_back(std::move(listener));
}

void Writer::begin_epoch(NewEpoch wanted, std::function<void()> then) {
    inside_->queue.push({{}, {}, {}, std::move(then), {}, std::move(wanted)});
}

void Writer::start() {
    inside_->thread = std::thread([this] { inside_->run(); });
}

void Writer::stop() {
    auto left = inside_->queue.close();
    if (inside_->thread.joinable()) inside_->thread.join();
    for (auto& one : left)
        if (one.reply) one.reply(stopping());
}

std::size_t Writer::run_pending() {
    std::size_t count = 0;
    for (auto group = inside_->take_group(); !group.empty(); group = inside_->take_group()) {
        count += group.size();
        inside_->commit_group(group);
    }
    return count;
}

const NodeFacts& Writer::node() const {
    return inside_->settings.node;
}
const std::vector<Room>& Writer::rooms() const {
    return inside_->rooms;
}
const Clock& Writer::clock() const {
    return *inside_->settings.clock;
}
store::Rows& Writer::rows() {
    return *inside_->rows;
}

}  // namespace anlan::journal
