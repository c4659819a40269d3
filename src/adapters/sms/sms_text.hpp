#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

/// Words as a telephone takes them (3GPP TS 23.040): parts of UTF-16, joined by a header.
namespace anlan::sms {

struct Part {
    std::string words;   ///< UTF-8, to be seen by people
    std::string hex;     ///< UTF-16BE
    std::string header;  ///< hexadecimal; empty for a single part
};

/// A telephone number as modems take it: +86 before a number of eleven digits beginning with 1. Refuses
/// `number_invalid`.
Result<std::string> number_of(const std::string& text);

/// At most ten parts of 67 units, or one of 70. A pair of units that is one character stays together; what is no
/// character (a broken byte, a control sign) becomes □. `mark` tells the parts of two messages apart. Refuses
/// `message_too_long`, `message_empty`.
Result<std::vector<Part>> parts_of(const std::string& words, unsigned char mark);

}  // namespace anlan::sms
