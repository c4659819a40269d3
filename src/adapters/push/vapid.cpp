#include "push/vapid.hpp"

#include "base/reflect.hpp"
#include "seal/base64url.hpp"
#include "seal/p256.hpp"

namespace anlan::push {

namespace {

/// RFC 8292, 2: at most 24 hours; half of that bears a clock that is wrong by hours.
constexpr std::chrono::hours kGood{12}, kRenewed{6};

std::string part(const json::object& of) {
    return seal::to_base64url(json::serialize(of));
}

}  // namespace

Vapid::Vapid(std::string private_pem, std::string contact)
    : private_pem_(std::move(private_pem)),
      contact_(std::move(contact)),
      key_(seal::to_base64url(seal::p256_point(private_pem_))) {}

std::string Vapid::authorization(const std::string& origin, Clock::time_point now) {
    std::lock_guard held(mutex_);
    auto& word = words_[origin];
    if (word.text.empty() || now >= word.until || now < word.made) {  // also when the clock was set back
        const auto until = std::chrono::duration_cast<std::chrono::seconds>((now + kGood).time_since_epoch()).count();
        const auto claims =
            part({{"typ", "JWT"}, {"alg", "ES256"}}) + "." + part({{"aud", origin}, {"exp", until}, {"sub", contact_}});
        const auto signature = seal::to_base64url(seal::es256_sign(private_pem_, claims));
        word = {"vapid t=" + claims + "." + signature + ", k=" + key_, now, now + kRenewed};
    }
    return word.text;
}

}  // namespace anlan::push
