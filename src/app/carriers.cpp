#include "app/carriers.hpp"

#include "sip/voice_carrier.hpp"
#include "sms/sms_carrier.hpp"
#include "speech/espeak.hpp"

namespace anlan::app {

namespace {

/// What a call says, by the voice that also speaks from the loudspeakers.
sip::Speak telephone_voice() {
    return [voice = std::make_shared<speech::Espeak>()](const std::string& words) -> Result<sound::Sound> {
        BOOST_OUTCOME_TRY(const auto wav, voice->wav(words));
        BOOST_OUTCOME_TRY(const auto made, sound::read_wav(wav));
        return sound::at_rate(made, sound::kTelephoneRate);
    };
}

}  // namespace

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
    if (settings.sip && !settings.sip->gateway.empty()) {
        sip::VoiceSettings one;
        one.folder = folder / "voice";
        one.account = *settings.sip;
        one.speak = telephone_voice();
        one.manner.rounds = 3;
        one.manner.key = '1';
        made.push_back(std::make_unique<sip::VoiceCarrier>(std::move(one)));
    }
    return made;
}

}  // namespace anlan::app
