#include <fmt/format.h>

#include <set>

#include "broadcast/queries.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"
#include "programme/measures.hpp"
#include "programme/paper.hpp"

/// B4: every village hears, and the loudspeakers prove it.
namespace anlan::programme {

namespace {

constexpr std::chrono::days kMonth{31};

/// The share of loudspeakers that have proved within a month that they play; of terminals that stand in the ledger
/// alone, what was entered of the last trial.
double receipts_percent(const Ground& ground) {
    const auto proved = broadcast::proved_since(ground.rows, ground.now - kMonth);
    if (proved.terminals > 0) return 100.0 * static_cast<double>(proved.played) / static_cast<double>(proved.terminals);
    const auto checks = good_checks(ground, "应急广播终端", ground.days_ago(31));
    return checks.empty() ? 0 : checks.back().receipts_percent;
}

std::optional<Measured> loudspeakers(const Ground& ground) {
    std::set<std::string> covered;
    for (const auto& each : broadcast::terminals(ground.rows)) covered.insert(each.area.text);
    for (const auto& each : equipment_of(ground, "应急广播终端")) covered.insert(each.area.text);
    if (covered.empty())
        return Measured{
            kAll,
            "没有应急广播终端",
            "no broadcast terminal",
            "建成应急广播并按村登记终端",
            "build the broadcast and enter its terminals village by village"};
    std::int64_t villages = 0, heard = 0;
    for (const auto& area : organisation::areas_below(ground.rows, ground.node.area)) {
        if (area.code == ground.node.area) continue;
        ++villages;
        if (covered.contains(area.code.text)) ++heard;
    }
    const auto missing = villages == 0 ? 0 : 100 * (villages - heard) / villages;
    const auto percent = receipts_percent(ground);
    const auto wanted = policy::number(ground.rows, "broadcast.ack_rate");
    const bool receipts = percent >= wanted;
    return Measured{
        0.3 * static_cast<double>((missing + 4) / 5) + (receipts ? 0 : 0.5),
        fmt::format("{} 个村中 {} 个有终端，近一月播发回执率 {:.0f}%（要求 {:.0f}%）", villages, heard, percent, wanted),
        fmt::format(
            "{} of {} villages have a terminal; receipts of a month {:.0f} % (asked: {:.0f} %)",
            heard,
            villages,
            percent,
            wanted
        ),
        missing > 0 || !receipts ? "补齐未覆盖的村；在“应急广播”每月试播一次，处理没有回执的喇叭" : "",
        missing > 0 || !receipts ? "cover the missing villages; hold the monthly test and see to silent loudspeakers"
                                 : ""};
}

}  // namespace

void add_loudspeaker_measure(Measures& all) {
    all["B4"] = &loudspeakers;
}

}  // namespace anlan::programme
