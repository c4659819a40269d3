#include "app/calling.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

#include "calls/channel_commands.hpp"
#include "calls/channel_queries.hpp"
#include "subscriptions/commands.hpp"

namespace anlan::app {

namespace {

using calls::Channel;

constexpr std::chrono::hours kReportsComeWithin{48};
constexpr std::chrono::seconds kLookAgain{5};  ///< in case a commit's news was missed

bool is_carried(const journal::Entry& entry) {
    return entry.kind.starts_with("call.carried/");
}

}  // namespace

struct Calling::Inside {
    Inside(
        std::string name,
        std::vector<std::unique_ptr<calls::Carrier>> given,
        journal::Writer& to,
        const Clock& by,
        Read reader
    )
        : station(std::move(name)), carriers(std::move(given)), writer(to), clock(by), read(std::move(reader)) {}

    void run();
    void hand_over(calls::Carrier& carrier);
    void tell_health(const calls::Carrier& carrier);
    void hear(Channel channel, const calls::Reply& reply);
    void sleep_unserved();
    template <class C>
    void submit(C command) {
        writer.submit(
            journal::wish(World::real(), "system:calls", std::move(command)),
            [](const Result<journal::Outcome>& done) {
                if (!done) spdlog::info("calls: {} ({})", done.error().en, done.error().code);
            }
        );
    }

    std::string station;
    std::vector<std::unique_ptr<calls::Carrier>> carriers;
    journal::Writer& writer;
    const Clock& clock;
    Read read;
    std::set<std::string> given;  ///< in this run
    std::mutex mutex;
    std::condition_variable wake;
    bool asked = true, stopping = false;
    std::thread thread;
};

void Calling::Inside::run() {
    for (;;) {
        {
            std::unique_lock lock(mutex);
            wake.wait_for(lock, kLookAgain, [this] { return stopping || asked; });
            if (stopping) return;
            asked = false;
        }
        try {
            for (auto& carrier : carriers) hand_over(*carrier);
        } catch (const std::exception& fault) {
            spdlog::error("calls: {}", fault.what());
        }
    }
}

void Calling::Inside::hand_over(calls::Carrier& carrier) {
    std::vector<calls::Carry> all;
    read([&](store::Rows& rows) {
        all = calls::to_carry(rows, carrier.channel(), station, clock.now() - kReportsComeWithin);
    });
    for (const auto& carry : all)
        if (given.insert(carry.id.text).second) carrier.carry(carry);
}

void Calling::Inside::tell_health(const calls::Carrier& carrier) {
    const auto health = carrier.health();
    submit(calls::TellChannel{carrier.channel(), health.awake, health.note_zh, health.note_en});
}

/// Told twice, it counts once: the carrier keeps a reply until it is written.
void Calling::Inside::hear(Channel channel, const calls::Reply& reply) {
    auto wish = journal::wish(World::real(), "system:calls", calls::HearReply{channel, reply.address, reply.words});
    wish.once = journal::Once{"reply " + std::string(to_text(channel)) + " " + reply.id, reply.id};
    writer.submit(std::move(wish), [taken = reply.taken](const Result<journal::Outcome>& heard) {
        if (!heard) spdlog::info("calls: a reply answers nothing: {}", heard.error().code);
        if (taken) taken();
    });
}

/// A channel that was served once and is no more sleeps, and says so.
void Calling::Inside::sleep_unserved() {
    std::vector<Channel> awake;
    read([&](store::Rows& rows) { awake = calls::awake_channels(rows); });
    for (const auto channel : awake)
        if (std::none_of(carriers.begin(), carriers.end(), [&](const auto& c) { return c->channel() == channel; }))
            submit(calls::TellChannel{channel, false, "本机不再配置这个渠道", "this channel is configured no more"});
}

Calling::Calling(
    std::string station,
    std::vector<std::unique_ptr<calls::Carrier>> carriers,
    journal::Writer& writer,
    const Clock& clock,
    Read read
)
    : inside_(std::make_unique<Inside>(std::move(station), std::move(carriers), writer, clock, std::move(read))) {}

Calling::~Calling() {
    stop();
}

void Calling::start() {
    auto& in = *inside_;
    in.sleep_unserved();
    if (in.carriers.empty() || in.thread.joinable()) return;
    for (auto& carrier : in.carriers) {
        auto* one = carrier.get();
        one->open(
            {[&in](calls::CarryNews news) {
                 in.submit(calls::TellCarriage{news.id, news.state, news.parts, news.note_zh, news.note_en});
             },
             [&in, one](const calls::Reply& reply) { in.hear(one->channel(), reply); },
             [&in, one] { in.tell_health(*one); },
             [&in](const std::string& device) { in.submit(subscriptions::DropSubscription{{device}}); }}
        );
    }
    in.thread = std::thread([&in] { in.run(); });
}

void Calling::stop() {
    auto& in = *inside_;
    {
        std::lock_guard lock(in.mutex);
        in.stopping = true;
    }
    in.wake.notify_all();
    if (in.thread.joinable()) in.thread.join();
    for (auto& carrier : in.carriers) carrier->close();
}

void Calling::follow(const std::vector<journal::Entry>& entries) {
    if (std::none_of(entries.begin(), entries.end(), &is_carried)) return;
    {
        std::lock_guard lock(inside_->mutex);
        inside_->asked = true;
    }
    inside_->wake.notify_all();
}

calls::ChannelHealth Calling::health(Channel channel) const {
    for (const auto& carrier : inside_->carriers)
        if (carrier->channel() == channel) return carrier->health();
    return {};
}

}  // namespace anlan::app
