#include "federation/in_process.hpp"

#include <memory>

namespace anlan::federation {

class Switchboard::NodeLine final : public Line {
  public:
    NodeLine(Switchboard& board, AreaCode area) : board_(board), area_(std::move(area)) {}

    void open(Receive receive) override {
        std::lock_guard lock(mutex_);
        receive_ = std::move(receive);
    }
    void close() override {
        std::lock_guard lock(mutex_);
        receive_ = {};
    }

    void send(const AreaCode& to, Lane, std::string frame) override {
        NodeLine* other = nullptr;
        {
            std::lock_guard lock(board_.mutex_);
            if (!board_.connected(area_, to)) return;
            other = board_.lines_.at(to).get();
        }
        count(bytes_out_, to, frame.size());
        other->count(other->bytes_in_, area_, frame.size());
        other->take(area_, std::move(frame));
    }

    LineFacts facts(const AreaCode& neighbour) const override {
        LineFacts facts;
        {
            std::lock_guard lock(board_.mutex_);
            facts.connected = board_.connected(area_, neighbour);
        }
        std::lock_guard lock(mutex_);
        if (const auto in = bytes_in_.find(neighbour); in != bytes_in_.end()) facts.bytes_in_today = in->second;
        if (const auto out = bytes_out_.find(neighbour); out != bytes_out_.end()) facts.bytes_out_today = out->second;
        return facts;
    }

    bool is_open() const {
        std::lock_guard lock(mutex_);
        return static_cast<bool>(receive_);
    }

  private:
    void take(const AreaCode& from, std::string frame) {
        std::lock_guard lock(mutex_);
        if (receive_) receive_(from, std::move(frame));
    }
    void count(std::map<AreaCode, std::int64_t>& bytes, const AreaCode& other, std::size_t size) {
        std::lock_guard lock(mutex_);
        bytes[other] += static_cast<std::int64_t>(size);
    }

    Switchboard& board_;
    AreaCode area_;
    mutable std::mutex mutex_;
    Receive receive_;
    std::map<AreaCode, std::int64_t> bytes_in_, bytes_out_;
};

Switchboard::Switchboard() = default;
Switchboard::~Switchboard() = default;

Line& Switchboard::line_of(const AreaCode& area) {
    std::lock_guard lock(mutex_);
    auto& line = lines_[area];
    if (!line) line = std::make_unique<NodeLine>(*this, area);
    return *line;
}

void Switchboard::set_up(const AreaCode& child, bool up) {
    std::lock_guard lock(mutex_);
    if (up)
        cut_.erase(child);
    else
        cut_.insert(child);
}

bool Switchboard::connected(const AreaCode& one, const AreaCode& other) const {
    const auto& lower = one.contains(other) ? other : one;
    const auto found = lines_.find(other);
    return !cut_.contains(lower) && found != lines_.end() && found->second->is_open();
}

}  // namespace anlan::federation
