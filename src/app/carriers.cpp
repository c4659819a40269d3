#include "app/carriers.hpp"

#include "app/node_key.hpp"
#include "push/posting_carrier.hpp"
#include "push/robot_postman.hpp"
#include "sms/sms_carrier.hpp"

namespace anlan::app {

namespace {

constexpr std::chrono::seconds kRobotLimit{10};

std::unique_ptr<calls::Carrier> sms_carrier(const SmsDevices& devices, const std::filesystem::path& folder) {
    sms::SmsSettings one;
    one.folder = folder / "sms";
    one.devices = devices.devices;
    one.connection = devices.connection;
    return std::make_unique<sms::SmsCarrier>(std::move(one));
}

/// A second notice takes the place of the first.
std::unique_ptr<calls::Carrier> push_carrier(
    const push::PushSettings& settings, const std::filesystem::path& folder, const std::shared_ptr<push::Vapid>& vapid
) {
    push::PostingSettings posting;
    posting.folder = folder / "push";
    posting.repeatable = true;
    return std::make_unique<push::PostingCarrier>(std::make_unique<push::PushPostman>(settings, vapid), posting);
}

std::unique_ptr<calls::Carrier> robot_carrier(
    const std::vector<push::Robot>& robots, const std::filesystem::path& folder
) {
    return std::make_unique<push::PostingCarrier>(
        std::make_unique<push::RobotPostman>(robots, kRobotLimit), push::robot_posting(folder / "robots")
    );
}

}  // namespace

std::shared_ptr<push::Vapid> make_vapid(const CarrierSettings& settings, const std::filesystem::path& folder) {
    if (!settings.push) return nullptr;
    return std::make_shared<push::Vapid>(push_key_of(folder), settings.push->contact);
}

subscriptions::PushService push_service(const CarrierSettings& settings, std::shared_ptr<push::Vapid> vapid) {
    if (!vapid) return {};
    return {
        [vapid] { return vapid->key(); },
        [services = *settings.push](const std::string& host) { return push::serves(services, host); }};
}

std::vector<std::unique_ptr<calls::Carrier>> make_carriers(
    const CarrierSettings& settings, const std::filesystem::path& folder, const std::shared_ptr<push::Vapid>& vapid
) {
    std::vector<std::unique_ptr<calls::Carrier>> made;
    if (settings.sms) made.push_back(sms_carrier(*settings.sms, folder));
    if (vapid) made.push_back(push_carrier(*settings.push, folder, vapid));
    if (!settings.robots.empty()) made.push_back(robot_carrier(settings.robots, folder));
    return made;
}

}  // namespace anlan::app
