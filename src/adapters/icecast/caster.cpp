#include "icecast/caster.hpp"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include "sound/opus.hpp"

namespace anlan::icecast {

namespace {

constexpr std::size_t kMastsMost = 50;  ///< a thread each
constexpr std::chrono::seconds kProbeLimit{3};

}  // namespace

struct Caster::Inside {
    Inside(std::vector<Server> known, StreamNews told, MastSettings given)
        : servers(std::move(known)), news(std::move(told)), settings(given), asker([this] { ask(); }) {}
    ~Inside() {
        {
            std::lock_guard lock(mutex);
            stopping = true;
            plays.clear();
        }
        wake.notify_all();
        for (const auto& [address, mast] : masts) mast->leave();
        asker.join();
        masts.clear();  // they tell this one, so they end first
    }

    struct Part {
        std::string address;
        std::shared_ptr<const Order> order;
    };
    /// One playing; played anew under the same name, it is another run.
    struct Play {
        std::uint64_t run = 0;
        std::map<std::string, Part> parts;  ///< by terminal, those that are not over
    };

    const Server* server_of(const std::string& address) const {
        const auto host = address.substr(0, address.find('/'));
        const auto found =
            std::find_if(servers.begin(), servers.end(), [&](const Server& one) { return one.address == host; });
        return found == servers.end() ? nullptr : &*found;
    }

    /// Nothing: there are too many.
    Mast* mast_of(const std::string& address, const Server& server) {
        const auto known = masts.find(address);
        if (known != masts.end()) return known->second.get();
        if (masts.size() >= kMastsMost) std::erase_if(masts, [](const auto& entry) { return entry.second->idle(); });
        if (masts.size() >= kMastsMost) return nullptr;
        auto made = std::make_unique<Mast>(server, address.substr(address.find('/') + 1), settings);
        return masts.emplace(address, std::move(made)).first->second.get();
    }

    void ended(const std::string& play, std::uint64_t run, const std::string& terminal, const StreamEnd& end) {
        bool over = false;
        {
            std::lock_guard lock(mutex);
            const auto found = plays.find(play);
            if (found == plays.end() || found->second.run != run) return;  // stopped
            if (found->second.parts.erase(terminal) == 0) return;
            over = found->second.parts.empty();
            if (over) plays.erase(found);
        }
        if (end.fate == Fate::sent && news.alive) news.alive(terminal);
        if (news.receipt) news.receipt(play, {terminal, end});
        if (over && news.over) news.over(play);
    }

    void ask() {
        std::unique_lock lock(mutex);
        for (;;) {
            wake.wait(lock, [this] { return stopping || !questions.empty(); });
            if (stopping) return;
            const auto [host, terminals] = *questions.begin();
            questions.erase(questions.begin());
            const auto* server = server_of(host);
            lock.unlock();
            const bool there = server != nullptr && look_at(*server, {}, kProbeLimit).answered;
            if (there && news.alive)
                for (const auto& terminal : terminals) news.alive(terminal);
            lock.lock();
        }
    }

    const std::vector<Server> servers;
    const StreamNews news;
    const MastSettings settings;
    std::mutex mutex;  ///< of all below
    std::condition_variable wake;
    std::map<std::string, Play> plays;
    std::map<std::string, std::set<std::string>> questions;  ///< terminals by their server
    std::uint64_t runs = 0;
    bool stopping = false;
    std::map<std::string, std::unique_ptr<Mast>> masts;  ///< by address
    std::thread asker;
};

Caster::Caster(std::vector<Server> servers, StreamNews news, MastSettings settings)
    : inside_(std::make_unique<Inside>(std::move(servers), std::move(news), settings)) {}
Caster::~Caster() = default;

void Caster::play(
    const std::string& play, const sound::Sound& round, std::size_t rounds, const std::vector<StreamTarget>& targets
) {
    auto& in = *inside_;
    stop(play);
    const auto wide = std::make_shared<const sound::Sound>(sound::at_rate(round, sound::kWideRate));
    std::vector<StreamReceipt> refused;
    std::uint64_t run = 0;
    {
        std::lock_guard lock(in.mutex);  // held: none of them ends before all are known
        run = in.runs + 1;
        in.runs = run;
        auto& made = in.plays[play];
        made.run = run;
        for (const auto& target : targets) {
            auto order = std::make_shared<Order>(Order{wide, rounds, target.volume, {}});
            order->ended = [&in, play, run, terminal = target.terminal](const StreamEnd& end) {
                in.ended(play, run, terminal, end);
            };
            made.parts[target.terminal] = {target.address, order};
            const auto* server = in.server_of(target.address);
            auto* mast = server == nullptr ? nullptr : in.mast_of(target.address, *server);
            if (mast != nullptr)
                mast->sound(order);
            else if (server == nullptr)
                refused.push_back(
                    {target.terminal,
                     {Fate::failed, 0, "配置文件里没有这台流媒体服务器的口令（[[node.icecast]] address）"}}
                );
            else
                refused.push_back({target.terminal, {Fate::failed, 0, "同时播发的流媒体挂载点太多，最多 50 个"}});
        }
    }
    for (const auto& one : refused) in.ended(play, run, one.terminal, one.end);
}

void Caster::stop(const std::string& play) {
    auto& in = *inside_;
    std::lock_guard lock(in.mutex);
    const auto found = in.plays.extract(play);
    if (found.empty()) return;
    for (const auto& [terminal, part] : found.mapped().parts) {
        const auto mast = in.masts.find(part.address);
        if (mast != in.masts.end()) mast->second->hush(part.order);
    }
}

void Caster::probe(const std::vector<StreamTarget>& targets) {
    auto& in = *inside_;
    {
        std::lock_guard lock(in.mutex);
        for (const auto& target : targets)
            in.questions[target.address.substr(0, target.address.find('/'))].insert(target.terminal);
    }
    in.wake.notify_all();
}

}  // namespace anlan::icecast
