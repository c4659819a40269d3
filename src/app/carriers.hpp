#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "calls/ports.hpp"
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
    std::optional<sip::Account> sip{};  ///< [node.sip]
};

/// One carrier for each channel that is configured. `folder`: of the node.
std::vector<std::unique_ptr<calls::Carrier>> make_carriers(
    const CarrierSettings& settings, const std::filesystem::path& folder
);

}  // namespace anlan::app
