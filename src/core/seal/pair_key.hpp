#pragma once

#include <string>
#include <string_view>

/// What two nodes alone know: a key agreed from their SM2 keys without a word exchanged (static Diffie-Hellman on the
/// SM2 curve). Frames between them carry a code made with it: sixteen bytes and a microsecond, where a signature costs
/// sixty-four and a millisecond. What must convince a third party, the checkpoints, is signed.
namespace anlan::seal {

inline constexpr std::size_t kCodeBytes = 16;

/// The same 32 bytes on both sides; empty when a key cannot be read.
std::string pair_key(std::string_view own_private_pem, std::string_view other_public_pem);

/// HMAC-SM3 over the text, its first 16 bytes.
std::string code_of(std::string_view key, std::string_view text);
/// Compares in constant time; an empty key agrees with nothing.
bool code_agrees(std::string_view key, std::string_view text, std::string_view code);

}  // namespace anlan::seal
