#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "bench/child.hpp"

namespace anlan::bench {

/// A county and one of its towns, each a process of its own, joined with a code and linked by two nats-servers on
/// loopback. The town's line stays cut until link() is called.
class LinkedPair {
  public:
    /// The town begins with so many routine entries (rows of a list) that wait for the county.
    LinkedPair(const std::filesystem::path& folder, int waiting);

    int county_port() const { return port_; }
    const std::string& token() const { return token_; }  ///< of a desk session at the county
    long long waiting();                                 ///< entries the town has for the county
    long long arrived();                                 ///< of them, committed at the county
    void link();

  private:
    int port_ = 0;
    std::string token_;
    std::unique_ptr<Child> county_, town_;
};

}  // namespace anlan::bench
