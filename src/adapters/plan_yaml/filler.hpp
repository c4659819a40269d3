#pragma once

#include <map>

#include "plan_yaml/tree.hpp"

namespace anlan::plan_yaml {

/// Fills described structs from the tree, collecting every fault instead of stopping at the first, and remembers where
/// each value stood so that later findings can be given their lines.
class Filler {
  public:
    explicit Filler(const Limits& limits) : limits_(limits) {}

    void fill(plan::Plan& into, const Value& value);

    std::vector<plan::PlanFault> take_faults() { return std::move(faults_); }
    /// The place of "levels[0].steps[2].post", or of the nearest thing around it.
    Place place_of(std::string path) const;

  private:
    template <class T>
    void read(T& into, const Value& value, const std::string& path);
    template <class T>
    void read_struct(T& into, const Value& value, const std::string& path);
    template <class T>
    void read_scalar(T& into, const Value& value, const std::string& path);
    template <class T>
    void read_number(T& into, const Value& value, const std::string& path);

    void fault(const Value& value, const char* code, std::string zh, std::string en);
    void wrong_type(const Value& value, const std::string& path, const char* zh, const char* en);
    void unknown(const Value& key, const std::vector<std::string>& known);

    const Limits& limits_;
    std::vector<plan::PlanFault> faults_;
    std::map<std::string, Place> places_;
};

}  // namespace anlan::plan_yaml
