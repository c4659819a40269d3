#pragma once

#include <map>
#include <string>

#include "journal/desk.hpp"
#include "warehouse/catalogue.hpp"
#include "warehouse/queries.hpp"

namespace anlan::warehouse {

/// Names looked up once for a whole answer.
class Names {
  public:
    Names(store::Rows& rows, const journal::NodeFacts& here);
    std::string store_name(const std::string& id) const;
    std::string node_name(const std::string& code) const;  ///< "" is this node
    std::string person_name(const std::string& id);
    const ItemFacts& item(const std::string& name);
    const std::map<std::string, StoreFacts>& stores() const { return stores_; }

  private:
    store::Rows& rows_;
    const journal::NodeFacts& here_;
    std::map<std::string, StoreFacts> stores_;
    std::map<std::string, std::string> people_;
    std::map<std::string, ItemFacts> items_;
};

}  // namespace anlan::warehouse
