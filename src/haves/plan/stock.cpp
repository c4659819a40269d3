#include "plan/stock.hpp"

namespace anlan::plan {

void add_stock(store::Rows&, const AreaCode&, Roster&) {}

}  // namespace anlan::plan
