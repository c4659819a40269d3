#include "app/carriers.hpp"

#include "app/node_key.hpp"
#include "push/posting_carrier.hpp"
#include "push/robot_postman.hpp"
#include "sip/voice_carrier.hpp"
#include "sms/sms_carrier.hpp"
#include "speech/espeak.hpp"

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

/// What a call says, by the voice that also speaks from the loudspeakers.
sip::Speak telephone_voice() {
    return [voice = std::make_shared<speech::Espeak>()](const std::string& words) -> Result<sound::Sound> {
        BOOST_OUTCOME_TRY(const auto wav, voice->wav(words));
        BOOST_OUTCOME_TRY(const auto made, sound::read_wav(wav));
        return sound::at_rate(made, sound::kTelephoneRate);
    };
}

/// Read three times, and answered with the key 1.
std::unique_ptr<calls::Carrier> voice_carrier(const sip::Account& account, const std::filesystem::path& folder) {
    sip::VoiceSettings one;
    one.folder = folder / "voice";
    one.account = account;
    one.speak = telephone_voice();
    one.manner.rounds = 3;
    one.manner.key = '1';
    return std::make_unique<sip::VoiceCarrier>(std::move(one));
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
    if (settings.sip && !settings.sip->gateway.empty()) made.push_back(voice_carrier(*settings.sip, folder));
    return made;
}

}  // namespace anlan::app
