#include <fmt/format.h>

#include "federation/handover.hpp"

/// What makes a neighbour doubtful, and is told: a second machine with its key, other histories, a wrong clock.
namespace anlan::federation {

namespace {

constexpr Milliseconds kToldAgainAfter{std::chrono::hours{1}};
constexpr Milliseconds kClockTolerance{60'000};

/// "2 天 3 小时": the two largest units of how far two clocks are apart.
Fault clock_off(const std::string& name, Milliseconds apart) {
    const auto minutes = std::abs(apart.count()) / 60'000;
    const auto days = minutes / 1'440, hours = minutes / 60 % 24, rest = minutes % 60;
    const auto zh = days > 0    ? fmt::format("{} 天 {} 小时", days, hours)
                    : hours > 0 ? fmt::format("{} 小时 {} 分钟", hours, rest)
                                : fmt::format("{} 分钟", rest);
    const auto en = days > 0    ? fmt::format("{} d {} h", days, hours)
                    : hours > 0 ? fmt::format("{} h {} min", hours, rest)
                                : fmt::format("{} min", rest);
    const bool behind = apart.count() < 0;
    return {
        "clock_off",
        fmt::format(
            "{}的时钟比本站{}约 {}，请核对两站时钟并校准；记录照常收发，时限按各站自己的时钟计算",
            name,
            behind ? "慢" : "快",
            zh
        ),
        fmt::format(
            "the clock of {} is about {} {} this one; check both and set the wrong one right. Entries go on both ways, "
            "and each station reckons its deadlines by its own clock",
            name,
            en,
            behind ? "behind" : "ahead of"
        )};
}

}  // namespace

/// A machine that starts again has a new incarnation and never an old one. A line may bring what the old one said as
/// late as it likes; only who has heard a frame that left after the new one was heard is a second machine with the key.
bool Handover::take_incarnation(const Status& status, Instant sent_at) {
    auto& last = heard_incarnations_[status.incarnation];
    if (sent_at <= last) return false;  // repeated or overtaken
    const bool known = last != Instant{};
    last = sent_at;
    if (status.incarnation == incarnation_) return true;
    if (known) {
        const bool alive = stamped_.contains(status.echo) && status.echo > incarnation_began_;
        if (!alive) {
            owes_receipt_ = true;  // whoever lives will answer with this frame's stamp
            return false;
        }
        refused_ = true;
        note(
            {"same_key_twice",
             fmt::format("发现两台机器同时使用{}的身份，已停止接收；请核实后为其中一台重新办理接入", neighbour_.name),
             fmt::format(
                 "two machines use the identity of {}; nothing more is taken from it until one of them joins anew",
                 neighbour_.name
             )}
        );
        return false;
    }
    incarnation_ = status.incarnation;
    incarnation_began_ = last_stamp_;
    return true;
}

/// The other end holds entries that this journal does not: it was restored from an old copy. Find the last mark that
/// both share and post everything after it anew, in an epoch that nobody has seen.
void Handover::settle_difference(const Status& status) {
    journal::NewEpoch wanted{"rolled_back", neighbour_.area, 0, {}};
    for (const auto& mark : status.arrived) wanted.above = std::max(wanted.above, mark.epoch);
    home_.read([&](store::Rows& rows) {
        for (const auto& out : outbound_) {
            auto& from = wanted.repost[out.stream];
            from = {1, 0, journal::kNoHash};
            for (const auto& mark : status.locators) {
                if (mark.stream != out.stream) continue;
                const auto hash = journal::hash_at(rows, mark.stream, mark.epoch, mark.number);
                if (hash.empty() || check_of(hash) != mark.check) continue;
                from = {mark.epoch, mark.number, hash};
                break;
            }
        }
    });
    wants_locators_ = false;
    changing_ = true;
    note(
        {"rolled_back",
         fmt::format("本站数据曾退回到较早的备份，{}保存有本站丢失的记录；已自动另起编号继续上报", neighbour_.name),
         fmt::format(
             "this station's data went back to an older copy; {} still holds entries that are lost here. Numbering "
             "began anew by itself and reporting goes on",
             neighbour_.name
         )}
    );
    home_.writer->begin_epoch(std::move(wanted), [this, later = home_.later] { later([this] { begin_anew(); }); });
}

void Handover::begin_anew() {
    changing_ = false;
    home_.stirred(neighbour_.area);
    home_.read([&](store::Rows& rows) {
        for (auto& out : outbound_) {
            out.end = journal::sent_out(rows, out.stream);
            out.in_flight.clear();
            out.cursor = out.confirmed;
        }
    });
    owes_receipt_ = true;
}

/// The neighbour's clock against this one, when the way there and back is known.
void Handover::measure_clock(const Status& status) {
    const auto echoed = stamped_.find(status.echo);
    if (echoed == stamped_.end()) return;
    const auto way = home_.now() - echoed->second - Milliseconds{status.echo_age_ms};
    if (way < Milliseconds{0} || way > Milliseconds{std::chrono::hours{1}}) return;
    pace_.echoed(way);
    clock_difference_ = status.clock + way / 2 - home_.now();
    if (std::abs(clock_difference_->count()) <= kClockTolerance.count()) return;
    note(clock_off(neighbour_.name, *clock_difference_));
}

void Handover::note(const Fault& fault) {
    const auto now = home_.now();
    auto [told, first] = noted_.try_emplace(fault.code, now);
    if (!first && now - told->second < kToldAgainAfter && now >= told->second) return;
    told->second = now;
    if (home_.fault) home_.fault(neighbour_, fault);
}

}  // namespace anlan::federation
