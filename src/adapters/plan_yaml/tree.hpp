#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/ports.hpp"
#include "plan_yaml/limits.hpp"

/// A YAML text as a tree of values that know their place. Anchors, aliases, tags and further documents are refused:
/// a plan needs none of them, and an alias is how a small text becomes a large one.
namespace anlan::plan_yaml {

struct Place {
    int line = 0, column = 0;  ///< 1-based; columns count characters
};

struct Value {
    enum class Kind { nothing, text, list, map };
    Kind kind = Kind::nothing;
    Place place;
    std::string text;
    std::vector<Value> items;  ///< of a list; of a map: key, value, key, value …
};

struct Tree {
    std::optional<Value> root;  ///< empty when there is a fault
    std::vector<plan::PlanFault> faults;
};

/// Never throws on bad input and takes time in proportion to its length.
Tree parse(std::string_view text, const Limits& limits = {});

}  // namespace anlan::plan_yaml
