#pragma once

#include <optional>
#include <vector>

#include "programme/registers.hpp"

/// The survey of what exists already (利旧摸底, R29) and what became of it: used on, or something was bought instead.
namespace anlan::programme {

inline constexpr const char* kReuseSurvey = "reuse_survey";
inline constexpr const char* kNotReusable = "不可利旧";
inline constexpr const char* kAfterRepair = "修复后可利旧";

/// A thing, a room or people found, with the row's id. `node` is empty for this node's own.
struct Surveyed {
    std::string id;
    AreaCode node;
    Existing what;
    bool reusable() const { return what.reuse != kNotReusable; }
    std::int64_t value_fen() const;
};

/// This node's rows and those told from below; within a node as they were entered.
std::vector<Surveyed> all_found(store::Rows& rows);
std::optional<Surveyed> own_found(store::Rows& rows, const std::string& id);

}  // namespace anlan::programme
