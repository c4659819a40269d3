#include <fmt/format.h>

#include "calls/queries.hpp"
#include "policy/queries.hpp"
#include "programme/measures.hpp"
#include "programme/paper.hpp"
#include "shelter/queries.hpp"

/// 三、机制 (C1–C9). What the duty and incident rooms know is asked there.
namespace anlan::programme {

namespace {

std::optional<Measured> five_systems(const Ground& ground) {
    std::string missing;
    Measured measured;
    for (const auto* kind : {"统筹制度", "议事制度", "决策制度", "会商制度", "调度制度"}) {
        if (document_in_force(ground, kind)) continue;
        measured.lost += 0.3;
        missing += missing.empty() ? kind : std::string("、") + kind;
    }
    measured.zh = missing.empty() ? "五项制度齐全" : "没有登记：" + missing;
    measured.en = missing.empty() ? "all five systems are on record" : "not on record: " + missing;
    if (!missing.empty()) {
        measured.fix_zh = "印发并登记" + missing;
        measured.fix_en = "issue and enter them under Documents and rules";
    }
    return measured;
}

/// Nothing to judge by before the first red or orange call of the last year.
std::optional<Measured> answered(const Ground& ground) {
    const auto limit = policy::seconds(ground.rows, "callout.ack.red");
    const auto calls = calls::high_calls_since(ground.rows, ground.now - std::chrono::hours{24 * 365}, limit);
    if (calls.total == 0) return std::nullopt;
    const auto lost = calls.total - calls.in_time - calls.escalated;
    return Measured{
        0.2 * static_cast<double>(lost),
        fmt::format(
            "近一年红、橙叫应 {} 次：时限内应答 {}，超时已升级 {}，未应答也未升级 {}",
            calls.total,
            calls.in_time,
            calls.escalated,
            lost
        ),
        fmt::format(
            "{} red and orange calls in a year: {} answered in time, {} late but passed on, {} neither",
            calls.total,
            calls.in_time,
            calls.escalated,
            lost
        ),
        lost > 0 ? "核对未应答人员的电话和备岗" : "",
        lost > 0 ? "check the telephones and deputies of who did not answer" : ""};
}

std::optional<Measured> households(const Ground& ground) {
    const auto all = shelter::households_of(ground.rows, ground.node.area);
    if (all.empty())
        return Measured{
            kAll,
            "没有登记转移对象",
            "no households to be moved on record",
            "在“转移对象户”名册登记并落实责任人",
            "enter them in the list of households, each with a helper"};
    std::int64_t complete = 0;
    for (const auto& each : all) complete += !each.helper.empty() && each.people > 0 && !each.kind.empty();
    const auto total = static_cast<std::int64_t>(all.size());
    const auto missing = 100 * (total - complete) / total;
    return Measured{
        0.2 * static_cast<double>((missing + 1) / 2),
        fmt::format("转移对象 {} 户，{} 户有人数、原因和责任人", total, complete),
        fmt::format("{} households, {} with people, reason and helper", total, complete),
        missing > 0 ? "补齐每户的转移责任人" : "",
        missing > 0 ? "name a helper for each household" : ""};
}

}  // namespace

void add_mechanism_measures(Measures& all) {
    all["C5"] = &five_systems;
    all["C8"] = &answered;
    all["C9"] = &households;
}

}  // namespace anlan::programme
