#include "broadcast/order.hpp"

#include <tuple>

namespace anlan::broadcast {

namespace {

auto weight(const Order& order) {
    return std::tuple(order.purpose, order.severity, order.origin);
}

}  // namespace

bool before(const Order& a, const Order& b) {
    return std::tuple(weight(a), a.released_at, a.id.text) < std::tuple(weight(b), b.released_at, b.id.text);
}

bool pre_empts(const Order& a, const Order& b) {
    return weight(a) < weight(b);
}

}  // namespace anlan::broadcast
