#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "ebd/package.hpp"
#include "journal/desk.hpp"
#include "platforms/ports.hpp"
#include "platforms/queries.hpp"

namespace anlan::app {

/// [node.emergency_network]: broadcasting platforms (应急广播平台) this station speaks with.
struct PlatformSettings {
    struct Platform {
        std::string name, id, url, public_pem;
    };
    std::string own_id;          ///< EBRID of this station
    std::string issuer, serial;  ///< of its certificate, as the platforms know it
    std::vector<Platform> platforms;
};

/// Packages in and out for one node: opens and answers what comes in, carries out what was released or stopped, and
/// keeps a heartbeat. Holds no truth: what a platform has been told stands in the journal.
class PlatformExchange final : public platforms::Packages {
  public:
    struct Node {
        std::string name;  ///< 永宁镇
        const Clock* clock = nullptr;
        std::function<void(const std::function<void(store::Rows&)>&)> read;
        std::function<void(journal::Wish)> note;  ///< writes and waits until it is on disk
    };
    PlatformExchange(PlatformSettings settings, seal::KeyPair key, Node node);

    Result<platforms::TakeMessage> open(std::string_view bytes, std::string& claimed) const override;
    std::string answer(
        const std::string& platform, const std::string& package, const platforms::Verdict& verdict, Instant now
    ) const override;

    /// Sends what is due to each platform, else a heartbeat when its time has come. Waits on them. One thread.
    void step();

  private:
    using Platform = PlatformSettings::Platform;
    const Platform* find(const std::string& id) const;
    std::optional<std::string> key_of(const std::string& id) const;
    ebd::Message addressed(const Platform& platform, std::string id, Instant at) const;
    ebd::Message message_of(const Platform& platform, const platforms::Due& due) const;
    Result<ebd::Answer> post(const Platform& platform, const ebd::Message& message) const;
    void serve(const Platform& platform);
    void note_reached(const Platform& platform, const Result<ebd::Answer>& answer);

    PlatformSettings settings_;
    ebd::Signer signer_;
    Node node_;
    std::map<std::string, Instant> spoken_;  ///< when each platform last answered or failed to
};

}  // namespace anlan::app
