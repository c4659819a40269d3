#pragma once

#include <yaml-cpp/yaml.h>

#include "plan/ports.hpp"

namespace anlan::plan_yaml {

/// Fills described structs from YAML, collecting every fault instead of stopping at the first.
class YamlReader {
  public:
    explicit YamlReader(std::vector<plan::PlanFault>& faults) : faults_(faults) {}

    template <class T>
    void read(T& into, const YAML::Node& node, const std::string& path);

    void fault(const YAML::Node& node, std::string code, std::string zh, std::string en);

  private:
    template <class T>
    void read_struct(T& into, const YAML::Node& node, const std::string& path);
    template <class T>
    void read_scalar(T& into, const YAML::Node& node, const std::string& path);
    void unknown(const YAML::Node& key, const std::vector<std::string>& known);
    bool within_limits(const YAML::Node& node);

    std::vector<plan::PlanFault>& faults_;
    int values_ = 0, depth_ = 0;
    bool too_large_ = false;
};

}  // namespace anlan::plan_yaml
