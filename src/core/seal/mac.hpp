#pragma once

#include <string>
#include <string_view>

/// Codes under a shared secret (HMAC), 32 bytes; of SHA-1, for protocols that know no other, 20.
namespace anlan::seal {

std::string mac_sm3(std::string_view key, std::string_view text);
std::string mac_sha1(std::string_view key, std::string_view text);
std::string mac_sha256(std::string_view key, std::string_view text);

}  // namespace anlan::seal
