#include "bench/slow_link.hpp"

namespace anlan::bench {

namespace {

constexpr federation::Roughness kLine{0, 0, 0, Milliseconds{750}, Milliseconds{750}, 1'200};
constexpr Milliseconds kStep{250};
constexpr std::size_t kTypeAt = 1, kStreamAt = 18;  // docs/protocol/handover.md
constexpr char kStatus = 2;

federation::Roughness with_loss(int lost_per_mille) {
    auto line = kLine;
    line.lost_per_mille = lost_per_mille;
    return line;
}

}  // namespace

SlowLink::SlowLink(
    const std::filesystem::path& parent, const std::filesystem::path& child, Instant now, int lost_per_mille
)
    : clock_(now), network_(clock_, dice_, with_loss(lost_per_mille)) {
    const auto open = [&](const char* area, const char* name, const std::filesystem::path& folder) {
        app::NodeSettings settings;
        settings.facts = {AreaCode{area}, name};
        settings.folder = folder;
        settings.shared_data = ANLAN_DATA;
        return std::make_unique<app::Node>(
            settings, app::Surroundings{clock_, dice_, {}, &network_.line_of(settings.facts.area), {}, {}}
        );
    };
    parent_ = open("350581000000", "石狮市", parent);
    child_ = open("350581106000", "永宁镇", child);
    network_.overhear(true);
    parent_->meet({child_->settings().facts.area, "永宁镇", child_->key().public_pem});
    child_->meet({parent_->settings().facts.area, "石狮市", parent_->key().public_pem});
}

SlowLink::~SlowLink() = default;

void SlowLink::set_up(bool up) {
    network_.set_up(child_->settings().facts.area, up);
}

std::optional<Milliseconds> SlowLink::pass(const std::function<bool()>& done, Milliseconds limit) {
    const auto began = clock_.now();
    while (clock_.now() - began < limit) {
        for (bool moved = true; moved;) {
            moved = network_.deliver() > 0;
            moved = parent_->step() > 0 || moved;
            moved = child_->step() > 0 || moved;
        }
        if (done()) return clock_.now() - began;
        auto next = clock_.now() + kStep;
        if (const auto frame = network_.next()) next = std::min(next, std::max(*frame, clock_.now() + Milliseconds{1}));
        clock_.set(next);
    }
    return std::nullopt;
}

SlowLink::Traffic SlowLink::upward(int lane) const {
    Traffic traffic;
    for (const auto& [to, frame] : network_.overheard()) {
        if (to != parent_->settings().facts.area || frame[kTypeAt] == kStatus || frame[kStreamAt] != lane) continue;
        traffic.bytes += static_cast<std::int64_t>(frame.size());
        ++traffic.frames;
    }
    return traffic;
}

}  // namespace anlan::bench
