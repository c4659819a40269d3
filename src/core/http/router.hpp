#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace anlan::http {

struct Match {
    int endpoint = -1;  ///< index given to add(); -1: none
    std::map<std::string, std::string> path_values;
    std::string allow;  ///< for a path that exists under other methods: "GET, POST"
};

/// Finds the endpoint of a path, segment by segment. A plain segment wins over a `{name}`.
class Router {
  public:
    Router();
    ~Router();
    void add(Method method, std::string_view pattern, int endpoint);
    Match find(Method method, std::string_view path) const;

  private:
    struct Segment;
    std::unique_ptr<Segment> root_;
};

}  // namespace anlan::http
