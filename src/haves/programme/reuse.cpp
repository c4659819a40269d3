#include "programme/reuse.hpp"

#include <cmath>

#include "programme/funds_queries.hpp"

namespace anlan::programme {

namespace {

constexpr std::size_t kPlainDigits = 9;  ///< of a town's code; what follows is a village's

/// The survey is kept by stations; a row may lie in one of its villages.
AreaCode station_of(const AreaCode& area) {
    return area.level() == Level::village ? AreaCode{area.text.substr(0, kPlainDigits) + "000"} : area;
}

std::optional<Surveyed> read(const registers::KeptRow& row, const AreaCode& node) {
    auto what = from_json<Existing>(row.values);
    if (!what) return std::nullopt;
    return Surveyed{row.id, node, std::move(what.value())};
}

}  // namespace

std::int64_t Surveyed::value_fen() const {
    return std::llround(what.value_yuan * kFenOfYuan);
}

std::vector<Surveyed> all_found(store::Rows& rows) {
    std::vector<Surveyed> all;
    for (const auto& row : registers::kept_rows(rows, kReuseSurvey))
        if (auto found = read(row, {})) all.push_back(std::move(*found));
    for (const auto& row : registers::rows_below(rows, kReuseSurvey))
        if (auto found = read(row, station_of(row.area))) all.push_back(std::move(*found));
    return all;
}

std::optional<Surveyed> own_found(store::Rows& rows, const std::string& id) {
    const auto row = registers::kept_row(rows, kReuseSurvey, id);
    return row ? read(*row, {}) : std::nullopt;
}

}  // namespace anlan::programme
