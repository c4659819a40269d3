#include "push/cut.hpp"

#include <string_view>

namespace anlan::push {

std::string cut(std::string text, std::size_t most_bytes) {
    static constexpr std::string_view kMore = "…";
    if (text.size() <= most_bytes) return text;
    auto end = most_bytes > kMore.size() ? most_bytes - kMore.size() : 0;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    text.resize(end);
    text += kMore;
    return text;
}

}  // namespace anlan::push
