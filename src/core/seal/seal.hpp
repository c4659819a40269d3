#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// Cryptography of the house; the only place that knows OpenSSL and argon2. Algorithms are the national ones: SM2
/// signatures, SM3 digests, SM4 encryption (GB/T 32918, 32905, 32907).
namespace anlan::seal {

/// Randomness, handed in so that a simulation can repeat itself.
class Dice {
  public:
    virtual ~Dice() = default;
    virtual std::uint64_t roll() = 0;
    std::string bytes(std::size_t count);
};

class SystemDice final : public Dice {
  public:
    std::uint64_t roll() override;
};

class SeededDice final : public Dice {
  public:
    explicit SeededDice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t roll() override;

  private:
    std::uint64_t state_;
};

std::string to_hex(std::string_view bytes);

/// SM3 over the parts joined without separators; 64 hex digits.
std::string sm3(std::string_view text);
/// SHA-256, 64 hex digits; names attachments by their content.
std::string sha256(std::string_view bytes);

/// SM4-CTR; `key` and `nonce` are 16 bytes. Encrypting twice gives the text back.
std::string sm4(std::string_view key, std::string_view nonce, std::string_view text);

/// An SM2 key pair as PEM.
struct KeyPair {
    std::string private_pem, public_pem;
};
KeyPair new_key_pair();
/// Base64 of the DER signature over SM3 of the text, with the default user id.
std::string sign(std::string_view private_pem, std::string_view text);
bool verify(std::string_view public_pem, std::string_view text, std::string_view signature);

/// argon2id, 19 MiB, 2 passes; the text form that carries its own parameters and salt.
std::string hash_password(std::string_view password, Dice& dice);
bool password_matches(std::string_view hash, std::string_view password);

/// RFC 6238, SHA-1, 6 digits, 30 s. `secret` is base32.
std::string new_totp_secret(Dice& dice);
bool totp_matches(std::string_view secret, std::string_view code, std::int64_t unix_seconds);

std::string to_base64(std::string_view bytes);

}  // namespace anlan::seal
