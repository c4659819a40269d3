#include "nats/ways.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace anlan::nats {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kNextAttempt{1500}, kAttemptLives{8000}, kWayLives{45'000};
constexpr milliseconds kStuck{5000};  ///< a way that greets so long has lost a packet
constexpr std::size_t kAtOnce = 2, kMost = 4, kChunk = 16'384;
constexpr int kUnsentGreeting = 2'048;

}  // namespace

bool Ways::may_greet(Steady::time_point now) const {
    if (ways_.size() >= kMost || any_ready()) return false;
    return ways_.size() < kAtOnce || now - ways_.back()->begun > kStuck;
}

Steady::time_point Ways::prepare(std::vector<pollfd>& waits) {
    const auto now = Steady::now();
    if (now >= next_ && may_greet(now)) {
        attempts_.push_back({begin_dial(place_.parent_host, place_.parent_leaf_port), now});
        next_ = now + kNextAttempt;
        if (!attempts_.back().socket.open()) note = "找不到上级节点的地址：" + place_.parent_host;
    }
    std::erase_if(attempts_, [&](const Attempt& one) { return !one.socket.open() || now - one.begun > kAttemptLives; });
    std::erase_if(ways_, [&](const auto& way) { return !way->session.fault.empty() || now - way->begun > kWayLives; });
    for (const auto& one : attempts_) waits.push_back({one.socket.descriptor(), POLLOUT, 0});
    for (const auto& way : ways_) {
        const bool speaks = !way->session.to_parent.empty();
        waits.push_back({way->parent.descriptor(), static_cast<short>(speaks ? POLLIN | POLLOUT : POLLIN), 0});
    }
    return std::max(next_, now + milliseconds{50});
}

void Ways::go_on(const std::vector<pollfd>& waits, std::size_t at) {
    const auto dialling = attempts_.size(), greeting = ways_.size();
    for (std::size_t i = 0; i < dialling; ++i) {
        auto& socket = attempts_[i].socket;
        if (waits[at + i].revents == 0) continue;
        if (!dialled(socket)) {
            note = std::string("接不通上级节点：") + std::strerror(errno);
        } else if (may_greet(Steady::now())) {
            prepare_for_bad_line(socket, kUnsentGreeting);
            ways_.push_back(std::make_unique<Way>(place_, local_port_, std::move(socket)));
            speak(*ways_.back());
        }
        socket.close();
    }
    for (std::size_t i = 0; i < greeting; ++i)
        if (waits[at + dialling + i].revents != 0) speak(*ways_[i]);
}

void Ways::speak(Way& way) {
    auto& session = way.session;
    const auto came_now = way.parent.read(kChunk);
    if (!came_now) session.fault = "与上级节点的连接中断。";
    if (came_now && !came_now->empty()) {
        came += static_cast<std::int64_t>(came_now->size());
        session.from_parent(*came_now);
    }
    const auto before = session.to_parent.size();
    if (session.fault.empty() && !way.parent.write(session.to_parent)) session.fault = "与上级节点的连接中断。";
    went += static_cast<std::int64_t>(before - session.to_parent.size());
    if (!session.fault.empty()) note = session.fault;
    if (!session.to_local.empty()) greeting_ = std::exchange(session.to_local, {});
}

void Ways::clear() {
    attempts_.clear();
    ways_.clear();
    greeting_.clear();
}

bool Ways::any_ready() const {
    return std::any_of(ways_.begin(), ways_.end(), [](const auto& way) { return way->session.ready(); });
}

std::unique_ptr<Way> Ways::take_ready() {
    const auto found = std::find_if(ways_.begin(), ways_.end(), [](const auto& way) { return way->session.ready(); });
    if (found == ways_.end()) return nullptr;
    auto way = std::move(*found);
    ways_.erase(found);
    return way;
}

}  // namespace anlan::nats
