#include "journal/work_queue.hpp"

#include <algorithm>

namespace anlan::journal {

bool WorkQueue::push(Submission&& one) {
    {
        std::lock_guard lock(mutex_);
        if (closed_) return false;
        queue_.push_back(std::move(one));
    }
    wake_.notify_one();
    return true;
}

bool WorkQueue::wait() {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [&] { return closed_ || !queue_.empty(); });
    return !closed_;
}

std::vector<Submission> WorkQueue::take(std::size_t most) {
    std::vector<Submission> taken;
    std::lock_guard lock(mutex_);
    while (!queue_.empty() && taken.size() < most) {
        taken.push_back(std::move(queue_.front()));
        queue_.pop_front();
    }
    return taken;
}

std::deque<Submission> WorkQueue::close() {
    std::deque<Submission> left;
    {
        std::lock_guard lock(mutex_);
        closed_ = true;
        left.swap(queue_);
    }
    wake_.notify_all();
    return left;
}

void WorkQueue::recall(const std::string& key, const std::function<std::optional<Wish>()>& make) {
    std::lock_guard lock(mutex_);
    if (std::find(recalled_.begin(), recalled_.end(), key) != recalled_.end()) return;
    auto wish = make();
    if (!wish) return;
    recalled_.push_back(key);
    queue_.push_back({std::move(*wish), {}, {}, {}, key});
}

void WorkQueue::settle(const std::vector<Submission>& decided) {
    std::lock_guard lock(mutex_);
    for (const auto& one : decided) std::erase(recalled_, one.deadline_key);
}

void WorkQueue::forget_recalled(Instant from) {
    std::lock_guard lock(mutex_);
    recalled_from_ = from;
    std::erase_if(queue_, [](const Submission& one) { return !one.deadline_key.empty(); });
    recalled_.clear();
}

Instant WorkQueue::recalled_from() const {
    std::lock_guard lock(mutex_);
    return recalled_from_;
}

}  // namespace anlan::journal
