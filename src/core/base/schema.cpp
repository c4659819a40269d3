#include "base/schema.hpp"

#include <boost/core/demangle.hpp>

namespace anlan {

std::string described_name(const std::type_info& type) {
    auto name = boost::core::demangle(type.name());
    for (const std::string part : {"anlan::", "(anonymous namespace)::"})
        for (auto at = name.find(part); at != std::string::npos; at = name.find(part)) name.erase(at, part.size());
    return name;
}

}  // namespace anlan
