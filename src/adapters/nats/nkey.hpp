#pragma once

#include <string>
#include <string_view>

#include "seal/seal.hpp"

/// The keys NATS knows: Ed25519 in base32 with a prefix for the role and a CRC-16. Only the user's role is needed here.
namespace anlan::nats {

struct NkeyPair {
    std::string seed;        ///< "SU…", secret
    std::string public_key;  ///< "U…"
};

NkeyPair make_nkey(seal::Dice& dice);

/// Empty for a text that is not a user's seed.
std::string nkey_public(std::string_view seed);

/// Base64 of the signature; empty for a text that is not a user's seed.
std::string nkey_sign(std::string_view seed, std::string_view text);

}  // namespace anlan::nats
