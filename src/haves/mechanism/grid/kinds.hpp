#pragma once

#include <string>
#include <vector>

#include "base/reflect.hpp"

/// Kinds of what members report, as data (data/grid/kinds.json).
namespace anlan::grid {

struct ReportKind {
    std::string key, zh, en, hint_zh, hint_en;
    std::string incident;  ///< kind of incident it may become; empty: to be chosen
};
BOOST_DESCRIBE_STRUCT(ReportKind, (), (key, zh, en, hint_zh, hint_en, incident))

const std::vector<ReportKind>& kinds();
const ReportKind* find_kind(const std::string& key);
std::string kind_name(const std::string& key);  ///< the key itself if unknown

}  // namespace anlan::grid
