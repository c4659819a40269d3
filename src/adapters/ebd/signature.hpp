#pragma once

#include <string>
#include <string_view>

#include "base/time.hpp"
#include "seal/seal.hpp"

namespace anlan::ebd {

/// Who signs. `issuer` and `serial` name the certificate as the platforms know it.
struct Signer {
    seal::KeyPair key;
    std::string issuer, serial;
};

/// `EBDS_EBDB_<id>.xml`: SM2 over SM3 of the body's bytes.
std::string write_signature(const Signer& signer, const std::string& ebd_id, std::string_view body, Instant at);

/// Whether `xml` vouches for just these bytes with the key of `public_pem`. False for anything that cannot be read.
bool signature_holds(
    std::string_view xml, const std::string& ebd_id, std::string_view body, std::string_view public_pem
);

}  // namespace anlan::ebd
