#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace anlan::push {

/// What a message takes at most (RFC 8291, 4: a body of 4,096 bytes, of which 103 are not its words).
inline constexpr std::size_t kWordsMost_bytes = 3'993;

/// A message only the browser can read, as `Content-Encoding: aes128gcm` (RFC 8188, 8291): salt (16), record size (4),
/// length of the sender's point (1), the point (65), then one record: words, the delimiter 2, the code.
/// `sender_pem`: a key made for this one message; `salt`: 16 random bytes. Empty when a key is none.
std::string seal_content(
    std::string_view words,
    std::string_view browser_point,
    std::string_view auth,
    std::string_view sender_pem,
    std::string_view salt
);

/// As the browser does; nothing when it was not meant for it, or was altered.
std::optional<std::string> open_content(std::string_view content, std::string_view browser_pem, std::string_view auth);

}  // namespace anlan::push
