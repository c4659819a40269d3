#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "seal/seal.hpp"

/// What browsers speak: the curve P-256, AES-128-GCM and HKDF over SHA-256. For messages to browsers only (RFC 8291,
/// RFC 8292); everything of the house is sealed with the national algorithms of seal.hpp.
namespace anlan::seal {

inline constexpr std::size_t kPointBytes = 65, kTagBytes = 16;

/// A new key as PEM. Public keys are points: 65 bytes, uncompressed.
std::string new_p256();
/// Its point; empty when the key cannot be read.
std::string p256_point(std::string_view private_pem);
/// Whether these bytes are a point on the curve.
bool is_p256_point(std::string_view point);
/// 32 bytes both sides agree on (ECDH); empty when a key cannot be read.
std::string p256_agree(std::string_view private_pem, std::string_view other_point);

/// ES256 (RFC 7518, 3.4): 64 bytes, r and s; empty when the key cannot be read.
std::string es256_sign(std::string_view private_pem, std::string_view text);
bool es256_verify(std::string_view point, std::string_view text, std::string_view signature);

/// RFC 5869 with SHA-256, extract and expand; at most 32 bytes.
std::string hkdf_sha256(std::string_view salt, std::string_view secret, std::string_view info, std::size_t bytes);

/// `key` 16 bytes, `nonce` 12; the code of 16 bytes stands at the end.
std::string aes128_gcm_seal(std::string_view key, std::string_view nonce, std::string_view text);
/// Nothing when the code does not fit.
std::optional<std::string> aes128_gcm_open(std::string_view key, std::string_view nonce, std::string_view sealed);

}  // namespace anlan::seal
