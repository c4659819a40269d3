#include "turn/relay_passwords.hpp"

#include <fmt/format.h>

#include "seal/mac.hpp"
#include "seal/seal.hpp"

namespace anlan::turn {

namespace {

constexpr std::size_t kCodeDigits = 16;

}  // namespace

meetings::RelayAnswer RelayPasswords::servers(const PersonId& person, Instant now) const {
    const auto end = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count() + settings_.seconds;
    const auto code = seal::to_hex(seal::mac_sha256(settings_.secret, "person " + person.text)).substr(0, kCodeDigits);
    meetings::IceServer made;
    made.urls = {
        fmt::format("turn:{}?transport=udp", settings_.address),
        fmt::format("turn:{}?transport=tcp", settings_.address)};
    if (!settings_.tls_address.empty())
        made.urls.push_back(fmt::format("turns:{}?transport=tcp", settings_.tls_address));
    made.username = fmt::format("{}:{}", end, code);
    made.credential = seal::to_base64(seal::mac_sha1(settings_.secret, made.username));
    return {{made}, settings_.seconds};
}

}  // namespace anlan::turn
