#include "base/ensure.hpp"

#include <cstdio>
#include <cstdlib>

namespace anlan {

void ensure(bool holds, const char* promise, std::source_location where) {
    if (holds) return;
    std::fprintf(stderr, "%s:%u: promise broken: %s\n", where.file_name(), where.line(), promise);
    std::abort();
}

}  // namespace anlan
