#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "calls/ports.hpp"
#include "push/push_postman.hpp"
#include "push/robot.hpp"
#include "sip/account.hpp"

namespace anlan::app {

/// [node.sms]: the modems for calls by short message.
struct SmsDevices {
    std::vector<std::string> devices;     ///< "/dev/ttyUSB0"
    std::string connection = "at115200";  ///< as gammu calls it
};

/// What carries calls out of a station.
struct CarrierSettings {
    std::optional<SmsDevices> sms{};
    std::optional<push::PushSettings> push{};  ///< [node.push]: notices on devices
    std::vector<push::Robot> robots{};         ///< [[node.robot]]: group chats
    std::optional<sip::Account> sip{};         ///< [node.sip]
};

/// The station's word to push services; none: no notices are configured. `folder`: of the node.
std::shared_ptr<push::Vapid> make_vapid(const CarrierSettings& settings, const std::filesystem::path& folder);

/// What the endpoints of devices ask.
subscriptions::PushService push_service(const CarrierSettings& settings, std::shared_ptr<push::Vapid> vapid);

/// One carrier for each channel that is configured.
std::vector<std::unique_ptr<calls::Carrier>> make_carriers(
    const CarrierSettings& settings, const std::filesystem::path& folder, const std::shared_ptr<push::Vapid>& vapid
);

}  // namespace anlan::app
