#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace anlan::seal {

/// The client's half of a TLS connection without a socket: cipher text goes in and out as bytes, so that the owner of
/// the socket decides what is sent when. TLS 1.2 or newer. The other side must show exactly the pinned certificate;
/// dates are not looked at, because the clock of a node that was without power is often wrong.
class TlsClient {
  public:
    /// A certificate that cannot be read trusts nobody.
    explicit TlsClient(std::string_view pinned_certificate_pem);
    ~TlsClient();

    void feed(std::string_view cipher_text);
    /// What has to go to the other side now; the first call gives the greeting.
    std::string take_cipher_text();
    void write(std::string_view text);
    std::string read();

    bool established() const;
    /// Empty while all is well.
    const std::string& fault() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::seal
