#include "programme/readiness.hpp"

#include <algorithm>
#include <cmath>

#include "programme/measures.hpp"
#include "programme/score.hpp"

namespace anlan::programme {

namespace {

/// POLICY.md §1.4, rules of the sheet: V2 and V3.
std::vector<std::string> gates_of(const std::vector<Finding>& findings) {
    std::vector<std::string> gates;
    const auto nothing = [&](const char* item) {
        const auto found = std::ranges::find(findings, item, &Finding::item);
        return found != findings.end() && found->standing == Standing::missing;
    };
    if (nothing("A2")) gates.push_back("V2");
    if (nothing("B2") || nothing("B3") || nothing("B4")) gates.push_back("V3");
    return gates;
}

void add(HaveScore& score, const Finding& finding) {
    if (finding.points) {
        score.points += *finding.points;
        score.out_of += finding.out_of;
    } else {
        score.on_site += finding.out_of;
    }
}

}  // namespace

Light light_of(double points, double out_of) {
    if (out_of <= 0) return Light::grey;
    const auto share = points / out_of;
    return share >= 0.9 ? Light::green : share >= 0.6 ? Light::amber : Light::red;
}

Finding finding_of(const Item& item, const std::optional<Measured>& measured) {
    Finding finding;
    finding.item = item.id;
    finding.out_of = item.points;
    if (!measured) return finding;
    const auto points = rounded(std::clamp(item.points - measured->lost, 0.0, item.points));
    finding.points = points;
    finding.standing = measured->lost >= kAll  ? Standing::missing
                       : points >= item.points ? Standing::met
                                               : Standing::partly;
    finding.zh = measured->zh;
    finding.en = measured->en;
    finding.fix_zh = measured->fix_zh;
    finding.fix_en = measured->fix_en;
    return finding;
}

std::int64_t to_do_of(const Readiness& readiness) {
    return std::ranges::count_if(readiness.findings, [](const Finding& each) {
        return each.standing != Standing::met;
    });
}

Readiness readiness_of(const Ground& ground) {
    const auto& sheet = shipped_sheet();
    Readiness all;
    all.sheet = sheet.version;
    for (const auto& have : sheet.haves) all.haves.push_back({have.id, 0, 0, 0, Light::grey});
    for (const auto& item : sheet.items) {
        const auto measure = measures().find(item.id);
        auto finding = finding_of(item, measure == measures().end() ? std::nullopt : measure->second(ground));
        add(*std::ranges::find(all.haves, item.have(), &HaveScore::id), finding);
        if (finding.points) all.findings.push_back(std::move(finding));
    }
    for (auto& have : all.haves) {
        have.points = rounded(have.points);
        have.light = light_of(have.points, have.out_of);
        all.points += have.points;
        all.out_of += have.out_of;
        all.on_site += have.on_site;
    }
    all.points = rounded(all.points);
    all.gates = gates_of(all.findings);
    return all;
}

}  // namespace anlan::programme
