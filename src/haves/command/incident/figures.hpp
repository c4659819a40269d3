#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/reflect.hpp"

/// The numbers of an incident (核心数字). Absent is "not known"; zero is a number that somebody counted.
namespace anlan::incident {

struct Figures {
    std::optional<std::int64_t> dead{}, missing{}, injured_badly{}, injured_lightly{}, trapped{};
    std::optional<std::int64_t> affected{}, moved{}, houses{};
    std::optional<double> loss_yuan{};
    bool operator==(const Figures&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    Figures, (), (dead, missing, injured_badly, injured_lightly, trapped, affected, moved, houses, loss_yuan)
)

/// How one number is called on every form: {"dead", "死亡", "dead", "人"}.
struct FigureName {
    std::string key, zh, en, unit_zh, unit_en;
};
BOOST_DESCRIBE_STRUCT(FigureName, (), (key, zh, en, unit_zh, unit_en))
const std::vector<FigureName>& figure_names();

/// A number that is not what it was in the report before. Absent: not known.
struct Change {
    std::string key;
    std::optional<double> from, to;
};
BOOST_DESCRIBE_STRUCT(Change, (), (key, from, to))
std::vector<Change> changes_between(const Figures& before, const Figures& now);

std::optional<double> figure(const Figures& figures, const std::string& key);

/// "死亡 1 人，失联 2 人"; what is not known is left out, nothing at all gives the empty text. Loss in 万元.
std::string figures_in_words(const Figures& figures);
/// "死亡由 1 人更正为 2 人"; `verb` is 更正为 or 变为.
std::string change_in_words(const Change& change, const std::string& verb);

/// Refuses `figure_invalid` with the field "figures.dead": below zero, or beyond what can be.
Result<void> check_figures(const Figures& figures);

}  // namespace anlan::incident
