#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace anlan::push {

/// The station's word to a push service who it is (RFC 8292). May be asked on several threads at once.
class Vapid {
  public:
    using Clock = std::chrono::system_clock;

    /// `contact`: "mailto:…" or "https:…", whom the service tells of trouble.
    Vapid(std::string private_pem, std::string contact);

    /// The public key in base64url, as browsers subscribe with.
    const std::string& key() const { return key_; }
    /// The value of Authorization for a service; one word serves for hours.
    std::string authorization(const std::string& origin, Clock::time_point now);

  private:
    struct Word {
        std::string text;
        Clock::time_point made, until;
    };
    std::string private_pem_, contact_, key_;
    std::mutex mutex_;
    std::map<std::string, Word> words_;
};

}  // namespace anlan::push
