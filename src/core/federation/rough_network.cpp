#include "federation/rough_network.hpp"

namespace anlan::federation {

class RoughNetwork::NodeLine final : public Line {
  public:
    NodeLine(RoughNetwork& network, AreaCode area) : network_(network), area_(std::move(area)) {}

    void open(Receive receive) override { receive_ = std::move(receive); }
    void close() override { receive_ = {}; }
    void send(const AreaCode& to, Lane, std::string frame) override {
        bytes_out_[to] += static_cast<std::int64_t>(frame.size());
        network_.post(area_, to, std::move(frame));
    }
    LineFacts facts(const AreaCode& neighbour) const override {
        LineFacts facts;
        facts.connected = receive_ && network_.connected(area_, neighbour);
        if (const auto out = bytes_out_.find(neighbour); out != bytes_out_.end()) facts.bytes_out_today = out->second;
        return facts;
    }
    void take(const AreaCode& from, std::string frame) {
        if (receive_) receive_(from, std::move(frame));
    }

  private:
    RoughNetwork& network_;
    AreaCode area_;
    Receive receive_;
    std::map<AreaCode, std::int64_t> bytes_out_;
};

RoughNetwork::RoughNetwork(const Clock& clock, seal::Dice& dice, Roughness roughness)
    : clock_(clock), dice_(dice), roughness_(roughness) {}
RoughNetwork::~RoughNetwork() = default;

Line& RoughNetwork::line_of(const AreaCode& area) {
    auto& line = lines_[area];
    if (!line) line = std::make_unique<NodeLine>(*this, area);
    return *line;
}

void RoughNetwork::set_up(const AreaCode& child, bool up) {
    if (up)
        cut_.erase(child);
    else
        cut_.insert(child);
    std::erase_if(letters_, [&](const auto& waiting) { return !connected(waiting.second.from, waiting.second.to); });
}

std::size_t RoughNetwork::deliver() {
    std::size_t count = 0;
    while (!letters_.empty() && letters_.begin()->first <= clock_.now()) {
        auto letter = std::move(letters_.begin()->second);
        letters_.erase(letters_.begin());
        if (const auto line = lines_.find(letter.to); line != lines_.end())
            line->second->take(letter.from, std::move(letter.frame));
        ++count;
    }
    return count;
}

std::optional<Instant> RoughNetwork::next() const {
    if (letters_.empty()) return std::nullopt;
    return letters_.begin()->first;
}

void RoughNetwork::inject(const AreaCode& from, const AreaCode& to, std::string frame) {
    letters_.emplace(clock_.now(), Letter{from, to, std::move(frame)});
}

bool RoughNetwork::connected(const AreaCode& one, const AreaCode& other) const {
    const auto& lower = one.contains(other) ? other : one;
    return !cut_.contains(lower) && lines_.contains(other);
}

void RoughNetwork::post(const AreaCode& from, const AreaCode& to, std::string frame) {
    if (!connected(from, to)) return;
    if (overhears_) overheard_.emplace_back(to, frame);
    const int copies = chance(roughness_.lost_per_mille) ? 0 : chance(roughness_.doubled_per_mille) ? 2 : 1;
    for (int copy = 0; copy < copies; ++copy) {
        auto sent = frame;
        if (chance(roughness_.altered_per_mille)) sent[dice_.roll() % sent.size()] ^= 0x20;
        const auto spread = static_cast<std::uint64_t>((roughness_.most - roughness_.least).count() + 1);
        const auto delay = roughness_.least + Milliseconds{static_cast<std::int64_t>(dice_.roll() % spread)};
        const auto leaves = sent_at(from, to, sent.size());
        letters_.emplace(leaves + delay, Letter{from, to, std::move(sent)});
    }
}

/// When the last byte has left: a slow way sends one frame after the other.
Instant RoughNetwork::sent_at(const AreaCode& from, const AreaCode& to, std::size_t bytes) {
    if (roughness_.bytes_per_second == 0) return clock_.now();
    auto& free = free_at_[{from, to}];
    const Milliseconds takes{static_cast<std::int64_t>(bytes) * 1000 / roughness_.bytes_per_second};
    free = std::max(free, clock_.now()) + takes;
    return free;
}

bool RoughNetwork::chance(int per_mille) {
    return static_cast<int>(dice_.roll() % 1000) < per_mille;
}

}  // namespace anlan::federation
