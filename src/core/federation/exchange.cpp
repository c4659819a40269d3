#include "federation/exchange.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace anlan::federation {

namespace {

constexpr Milliseconds kBeat{50};  ///< how late a timer may be noticed

constexpr Milliseconds kStrangerToldAgain{std::chrono::hours{1}};
constexpr int kSpared = 10;  ///< asking everybody takes at most a tenth of the thread's time

using SteadyClock = std::chrono::steady_clock;

}  // namespace

struct Exchange::Inside {
    ExchangeSettings settings;
    Line& line;
    Home home;

    std::map<AreaCode, bool> told_up;
    std::optional<Instant> stranger_told;

    mutable std::mutex hands;  ///< the hand-overs; held for one step
    std::map<AreaCode, std::unique_ptr<Handover>> handovers;
    std::vector<std::unique_ptr<Handover>> former;  ///< the writer may still answer to them
    std::vector<AreaCode> stirred;                  ///< have something to say before the next beat

    std::mutex inbox_mutex;
    std::condition_variable wake;
    std::vector<std::pair<AreaCode, std::string>> frames;
    std::vector<std::function<void()>> work;
    std::map<std::string, journal::Mark> ends;
    bool stopping = false;
    std::thread thread;

    Inside(ExchangeSettings given, Line& on) : settings(std::move(given)), line(on) {
        home.writer = settings.writer;
        home.read = settings.read;
        home.squeezer = settings.squeezer;
        home.private_pem = settings.key.private_pem;
        home.incarnation = settings.dice->roll();
        home.fault = settings.fault;
        home.stirred = [this](const AreaCode& area) { stirred.push_back(area); };
        home.later = [this](std::function<void()> piece) { add([&] { work.push_back(std::move(piece)); }); };
    }

    template <class Change>
    void add(Change change) {
        {
            std::lock_guard lock(inbox_mutex);
            change();
        }
        wake.notify_one();
    }

    /// Thousands of neighbours have mostly nothing to say: between the beats only those that were stirred are asked.
    std::size_t step(bool everybody) {
        std::vector<std::pair<AreaCode, std::string>> came;
        std::vector<std::function<void()>> pieces;
        std::map<std::string, journal::Mark> grown;
        {
            std::lock_guard lock(inbox_mutex);
            came.swap(frames);
            pieces.swap(work);
            grown.swap(ends);
        }
        std::lock_guard lock(hands);
        for (auto& piece : pieces) piece();
        for (auto& [from, frame] : came) take(from, frame);
        std::size_t done = came.size() + pieces.size();
        if (everybody || !grown.empty()) {
            for (auto& [area, handover] : handovers) {
                if (!grown.empty()) handover->posted(grown);
                done += ask(area, *handover);
            }
        } else {
            for (const auto& area : stirred)
                if (const auto found = handovers.find(area); found != handovers.end())
                    done += ask(area, *found->second);
        }
        stirred.clear();
        return done;
    }

    std::size_t ask(const AreaCode& area, Handover& handover) {
        const auto sent = handover.tick();
        notice(area, handover);
        return sent;
    }

    /// Who a frame is from is what it says and its signature proves, not what the line believes.
    void take(const AreaCode& believed, const std::string& frame) {
        const auto sender = sender_of(frame).value_or(believed);
        if (const auto found = handovers.find(sender); found != handovers.end()) return found->second->receive(frame);
        refuse_stranger(sender);
    }

    /// A stranger may call itself by any name and as often as it likes: told once an hour.
    void refuse_stranger(const AreaCode& sender) {
        const auto now = home.now();
        if (stranger_told && now - *stranger_told < kStrangerToldAgain && now >= *stranger_told) return;
        stranger_told = now;
        if (settings.fault)
            settings.fault(
                {sender, sender.text, {}},
                {"stranger", "收到未接入站点发来的数据，已拒收", "data of a station that has not joined was refused"}
            );
    }

    void notice(const AreaCode& area, const Handover& handover) {
        auto& told = told_up[area];
        if (told == handover.up()) return;
        told = handover.up();
        if (settings.changed) settings.changed(handover.neighbour(), handover.up());
    }

    void run() {
        for (auto beat = SteadyClock::now();;) {
            {
                std::unique_lock lock(inbox_mutex);
                const auto some = [&] { return stopping || !frames.empty() || !work.empty() || !ends.empty(); };
                wake.wait_until(lock, beat, some);
                if (stopping) return;
            }
            const auto began = SteadyClock::now();
            const bool everybody = began >= beat;
            step(everybody);
            const auto took = SteadyClock::now() - began;
            if (everybody) beat = began + std::max<SteadyClock::duration>(kBeat, took * kSpared);
        }
    }

    LinkState state_of(const Handover& handover) const {
        const auto& other = handover.neighbour();
        const auto facts = line.facts(other.area);
        LinkState state;
        state.area = other.area;
        state.name = other.name;
        state.direction = other.area.contains(home.area()) ? "parent" : "child";
        state.up = handover.up() && facts.connected;
        state.since = handover.since();
        state.last_at = handover.last_heard();
        state.bytes_in_today = facts.bytes_in_today;
        state.bytes_out_today = facts.bytes_out_today;
        state.refused = handover.refused();
        state.note = facts.note;
        if (const auto apart = handover.clock_difference()) state.clock_difference_ms = apart->count();
        if (const auto way = handover.round_trip()) state.round_trip_ms = way->count();
        return state;
    }
};

Exchange::Exchange(ExchangeSettings settings, Line& line)
    : inside_(std::make_unique<Inside>(std::move(settings), line)) {
    auto* in = inside_.get();
    in->settings.writer->on_posted([in](const std::map<std::string, journal::Mark>& grown) {
        in->add([&] {
            for (const auto& [stream, mark] : grown) in->ends[stream] = mark;
        });
    });
    line.open([in](const AreaCode& from, std::string frame) {
        in->add([&] { in->frames.emplace_back(from, std::move(frame)); });
    });
}

Exchange::~Exchange() {
    stop();
}

void Exchange::meet(Neighbour neighbour) {
    std::lock_guard lock(inside_->hands);
    const auto area = neighbour.area;
    auto& place = inside_->handovers[area];
    if (place) inside_->former.push_back(std::move(place));
    place = std::make_unique<Handover>(inside_->home, std::move(neighbour), inside_->line);
}

void Exchange::part(const AreaCode& area) {
    std::lock_guard lock(inside_->hands);
    const auto found = inside_->handovers.find(area);
    if (found == inside_->handovers.end()) return;
    inside_->former.push_back(std::move(found->second));
    inside_->handovers.erase(found);
}

std::size_t Exchange::step() {
    return inside_->step(true);
}

void Exchange::start() {
    inside_->thread = std::thread([in = inside_.get()] { in->run(); });
}

void Exchange::stop() {
    {
        std::lock_guard lock(inside_->inbox_mutex);
        inside_->stopping = true;
    }
    inside_->wake.notify_all();
    if (inside_->thread.joinable()) inside_->thread.join();
}

std::vector<LinkState> Exchange::links() const {
    std::vector<LinkState> all;
    std::vector<std::map<std::string, journal::Mark>> confirmed;
    {
        std::lock_guard lock(inside_->hands);
        for (const auto& [area, handover] : inside_->handovers) {
            all.push_back(inside_->state_of(*handover));
            confirmed.push_back(handover->waiting());
        }
    }
    const auto now = inside_->home.now();
    inside_->home.read([&](store::Rows& rows) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            std::optional<Instant> oldest;
            for (const auto& [stream, mark] : confirmed[i]) {
                const auto left = journal::backlog(rows, stream, mark);
                all[i].waiting += left.entries;
                if (left.oldest && (!oldest || *left.oldest < *oldest)) oldest = left.oldest;
            }
            if (oldest) all[i].waiting_seconds = std::max<std::int64_t>(0, (now - *oldest).count() / 1000);
        }
    });
    return all;
}

}  // namespace anlan::federation
