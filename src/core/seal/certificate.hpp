#pragma once

#include <string>
#include <string_view>

/// What nodes show each other on a line: certificates that sign themselves and are pinned by the neighbour.
namespace anlan::seal {

struct Certificate {
    std::string certificate_pem, key_pem;
};

/// EC P-256, valid for thirty years: a pinned certificate is changed by joining again, never by a date.
Certificate make_certificate(std::string_view common_name);

/// Ed25519 (RFC 8032) from a seed of 32 bytes; public key 32 bytes, signature 64 bytes.
std::string ed25519_public(std::string_view seed);
std::string ed25519_sign(std::string_view seed, std::string_view text);

}  // namespace anlan::seal
