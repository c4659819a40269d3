#include "loudspeakers/evidence.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anlan::loudspeakers {

namespace {

constexpr std::size_t kReportsKept = 64, kListenersMost = 1'000;
constexpr std::uint32_t kTail = kFrames_per_second;  ///< a second at the end that nobody need have heard

}  // namespace

void Evidence::reported(std::uint32_t short_time) {
    reports_.push_back(short_time);
    if (reports_.size() > kReportsKept) reports_.pop_front();
}

bool Evidence::heard(const ReceptionReport& report) {
    const bool of_our_report =
        report.last_report == 0 || std::find(reports_.begin(), reports_.end(), report.last_report) != reports_.end();
    const bool was_sent = report.highest >= first_ && report.highest < next_;
    const auto expected = static_cast<std::int64_t>(report.highest) - first_ + 1;
    const bool possible = was_sent && report.lost <= expected;
    const auto known = listeners_.find(report.reporter);
    const bool forward = known == listeners_.end() || report.highest >= known->second.highest;
    if (!of_our_report || !possible || !forward || (known == listeners_.end() && listeners_.size() >= kListenersMost)) {
        ++disbelieved_;
        return false;
    }
    listeners_[report.reporter] = {report.highest, report.lost};
    return true;
}

bool Evidence::reached_end(const Listener& one) const {
    return one.highest + std::min(kTail, count() / 2) + 1 >= next_;
}

double Evidence::lost_share(const Listener& one) const {
    return std::max(0, one.lost) / static_cast<double>(one.highest - first_ + 1);
}

bool Evidence::complete(double lost_most) const {
    return !listeners_.empty() && std::all_of(listeners_.begin(), listeners_.end(), [&](const auto& entry) {
        return of(entry.second, lost_most).fate == Fate::played;
    });
}

Verdict Evidence::of(const Listener& one, double lost_most) const {
    Verdict made;
    const auto expected = static_cast<std::int64_t>(one.highest) - first_ + 1;
    made.seconds = std::max<std::int64_t>(0, expected - std::max(0, one.lost)) / kFrames_per_second;
    const double share = lost_share(one);
    made.fate = share <= lost_most && reached_end(one) ? Fate::played : Fate::failed;
    if (share > lost_most)
        made.note = fmt::format("丢包 {:.0f}%", share * 100);
    else if (made.fate == Fate::failed)
        made.note = fmt::format("收到 {} 秒后没有回音", made.seconds);
    return made;
}

Verdict Evidence::of_nobody() const {
    if (refused_ > 0) return {Fate::failed, 0, "该地址没有终端接收（端口不通）"};
    if (disbelieved_ > 0) return {Fate::silent, 0, "回执与发出的内容对不上，不予采信"};
    return {Fate::silent, 0, "没有回执"};
}

Verdict Evidence::verdict(double lost_most, bool group) const {
    if (listeners_.empty()) return of_nobody();
    std::optional<Verdict> best, worst;
    std::size_t played = 0;
    for (const auto& [source, one] : listeners_) {
        const auto made = of(one, lost_most);
        played += made.fate == Fate::played ? 1 : 0;
        const auto better = [](const Verdict& a, const Verdict& b) {
            if (a.fate != b.fate) return a.fate == Fate::played;
            return a.seconds > b.seconds;
        };
        if (!best || better(made, *best)) best = made;
        if (!worst || better(*worst, made)) worst = made;
    }
    if (!group) return *best;
    auto made = *worst;
    const auto what = fmt::format("组播 {} 个终端有回执，{} 个播完", listeners_.size(), played);
    made.note = made.note.empty() ? what : what + "；" + made.note;
    return made;
}

}  // namespace anlan::loudspeakers
