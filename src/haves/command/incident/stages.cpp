#include "incident/stages.hpp"

#include <fmt/format.h>

namespace anlan::incident {

std::string stage_in_words(Stage stage, std::int64_t number) {
    switch (stage) {
        case Stage::first:
            return "首报";
        case Stage::followup:
            return fmt::format("续报（第 {} 号）", number);
        case Stage::correction:
            return fmt::format("更正报告（第 {} 号）", number);
        default:
            return fmt::format("终报（第 {} 号）", number);
    }
}

}  // namespace anlan::incident
