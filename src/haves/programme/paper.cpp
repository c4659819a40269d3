#include "programme/paper.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anlan::programme {

std::optional<Document> document_in_force(const Ground& ground, const std::string& kind) {
    std::optional<Document> newest;
    for (auto& each : rows_of<Document>(ground.rows, "station_documents")) {
        if (each.kind != kind || each.issued > ground.today()) continue;
        if (!each.valid_until.empty() && each.valid_until < ground.today()) continue;
        if (!newest || newest->issued < each.issued) newest = std::move(each);
    }
    return newest;
}

std::vector<Equipment> equipment_of(const Ground& ground, const std::string& kind) {
    auto all = rows_of<Equipment>(ground.rows, "equipment");
    std::erase_if(all, [&](const Equipment& each) { return each.kind != kind; });
    return all;
}

std::vector<EquipmentCheck> good_checks(const Ground& ground, const std::string& kind, const std::string& since) {
    auto all = rows_of<EquipmentCheck>(ground.rows, "equipment_checks");
    std::erase_if(all, [&](const EquipmentCheck& each) {
        return each.kind != kind || each.result != "正常" || each.day < since || each.day > ground.today();
    });
    std::ranges::sort(all, {}, &EquipmentCheck::day);
    return all;
}

std::vector<std::string> months_without(const Ground& ground, const std::vector<std::string>& days, int count) {
    int year = std::stoi(ground.today().substr(0, 4)), month = std::stoi(ground.today().substr(5, 2));
    std::vector<std::string> empty;
    for (int i = 0; i < count; ++i) {
        const auto name = fmt::format("{:04}-{:02}", year, month);
        const bool any = std::ranges::any_of(days, [&](const auto& day) { return day.substr(0, 7) == name; });
        if (!any) empty.push_back(name);
        if (--month == 0) month = 12, --year;
    }
    return empty;
}

Measured short_of(std::int64_t present, std::int64_t wanted, double each) {
    return {static_cast<double>(std::max<std::int64_t>(0, wanted - present)) * each, {}, {}, {}, {}};
}

}  // namespace anlan::programme
