#pragma once

#include <string>
#include <utility>
#include <vector>

#include "warning/ports.hpp"

namespace anlan::cap {

/// Something about a message that its sender should mend. Codes that start with "prose." are rules of the standard that
/// its schema cannot say; they never change the verdict.
struct Finding {
    int line = 0;  ///< 1-based, 0 for the whole file
    std::string code;
    std::string zh;
    std::string en;
};

using Findings = std::vector<Finding>;

inline constexpr std::string_view kProse = "prose.";

inline warning::AlertFault fault_of(const Finding& finding) {
    return {finding.line, finding.code, finding.zh + " / " + finding.en};
}

}  // namespace anlan::cap
