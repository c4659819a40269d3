#pragma once

#include <memory>
#include <string>
#include <string_view>

/// SM2 signatures in their short form, r and s of 32 bytes each, with the key read once: for frames between nodes.
namespace anlan::seal {

inline constexpr std::size_t kSignatureBytes = 64;

class Signer {
  public:
    explicit Signer(std::string_view private_pem);
    ~Signer();
    Signer(Signer&&) noexcept;
    std::string sign(std::string_view text) const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

class Checker {
  public:
    /// A key that cannot be read never agrees.
    explicit Checker(std::string_view public_pem);
    ~Checker();
    Checker(Checker&&) noexcept;
    bool agrees(std::string_view text, std::string_view signature) const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::seal
