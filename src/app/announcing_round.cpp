#include "app/announcing_round.hpp"

#include <set>

#include "base/attachment_id.hpp"
#include "sound/siren.hpp"
#include "speech/recording.hpp"

namespace anlan::app {

namespace {

constexpr double kAfterSiren_seconds = 0.6, kAfterRound_seconds = 1;

Result<sound::Sound> spoken(const broadcast::Speech& voice, const std::string& words) {
    BOOST_OUTCOME_TRY(const auto wav, voice.wav(words));
    BOOST_OUTCOME_TRY(const auto made, sound::read_wav(wav));
    return sound::at_rate(made, sound::kTelephoneRate);
}

/// A recording does not know that it is played in an exercise: that is said around it.
Result<sound::Sound> words_of(
    const broadcast::ToPlay& what, const broadcast::Speech& voice, const std::filesystem::path& attachments
) {
    if (what.recording.empty()) return spoken(voice, what.words);
    if (!is_attachment_id(what.recording))
        return refuse("recording_missing", "recording", "找不到录音文件", "the recording is not here");
    BOOST_OUTCOME_TRY(auto recorded, speech::recording(attachments / what.recording));
    if (!what.exercise) return recorded;
    BOOST_OUTCOME_TRY(auto made, spoken(voice, "演练，演练。"));
    BOOST_OUTCOME_TRY(const auto after, spoken(voice, "以上是演练，不是真的。"));
    sound::append(made, recorded);
    sound::append(made, after);
    return made;
}

}  // namespace

std::vector<loudspeakers::RtpTarget> targets_of(const std::vector<broadcast::TerminalFacts>& terminals) {
    std::vector<loudspeakers::RtpTarget> made;
    for (const auto& terminal : terminals) {
        if (terminal.kind != broadcast::TerminalKind::rtp) continue;
        if (const auto place = loudspeakers::place_of(terminal.address))
            made.push_back({terminal.id.text, place.value(), terminal.volume});
    }
    return made;
}

std::vector<sip::PageTarget> pages_of(const std::vector<broadcast::TerminalFacts>& terminals) {
    std::vector<sip::PageTarget> made;
    for (const auto& terminal : terminals)
        if (terminal.kind == broadcast::TerminalKind::sip)
            made.push_back({terminal.id.text, terminal.address, static_cast<double>(terminal.volume) / 100});
    return made;
}

Result<Round> make_round(
    const broadcast::ToPlay& what, const broadcast::Speech& voice, const std::filesystem::path& attachments
) {
    Round made;
    BOOST_OUTCOME_TRY(const auto words, words_of(what, voice, attachments));
    if (what.siren && what.siren_seconds > 0) {
        made.sound = sound::siren({.seconds = static_cast<double>(what.siren_seconds)});
        sound::append_silence(made.sound, kAfterSiren_seconds);
    }
    sound::append(made.sound, words);
    sound::append_silence(made.sound, kAfterRound_seconds);
    made.targets = targets_of(what.terminals);
    std::set<std::string> found;
    for (const auto& target : made.targets) found.insert(target.terminal);
    for (const auto& terminal : what.terminals)
        if (terminal.kind == broadcast::TerminalKind::rtp && !found.contains(terminal.id.text))
            made.unreachable.push_back(
                {terminal.id.text, {loudspeakers::Fate::failed, 0, "地址无法解析，请核对终端地址"}}
            );
    return made;
}

}  // namespace anlan::app
