#pragma once

#include "app/node.hpp"
#include "app/rooms.hpp"
#include "archive/signed_zip.hpp"
#include "cap/area_matcher.hpp"
#include "cap/reader.hpp"
#include "cap/writer.hpp"
#include "plan_yaml/plan_yaml.hpp"

namespace anlan::app {

/// The adapters of one node, and the ports made of them. Outlives the node's rooms.
class Outside {
  public:
    Outside(
        const NodeSettings& settings,
        const seal::KeyPair& key,
        std::function<std::vector<federation::LinkState>()> links
    );
    const Ports& ports() const { return ports_; }

  private:
    cap::CapReader reader_;
    cap::CapWriter writer_;
    cap::CapAreaMatcher matcher_;
    plan_yaml::PlanYaml plans_;
    archive::SignedZip archive_;
    std::optional<geo::Roads> roads_;
    Ports ports_;
};

}  // namespace anlan::app
