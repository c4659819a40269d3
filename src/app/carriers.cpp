#include "app/carriers.hpp"

#include "sms/sms_carrier.hpp"

namespace anlan::app {

std::vector<std::unique_ptr<calls::Carrier>> make_carriers(
    const CarrierSettings& settings, const std::filesystem::path& folder
) {
    std::vector<std::unique_ptr<calls::Carrier>> made;
    if (settings.sms) {
        sms::SmsSettings one;
        one.folder = folder / "sms";
        one.devices = settings.sms->devices;
        one.connection = settings.sms->connection;
        made.push_back(std::make_unique<sms::SmsCarrier>(std::move(one)));
    }
    return made;
}

}  // namespace anlan::app
