#pragma once

#include <string_view>

namespace anlan {

/// Whether the text is the name of an attachment: the SHA-256 of its bytes, in small hexadecimal digits.
inline bool is_attachment_id(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace anlan
