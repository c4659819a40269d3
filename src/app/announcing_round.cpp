#include "app/announcing_round.hpp"

#include <algorithm>
#include <set>

#include "base/attachment_id.hpp"
#include "sound/opus.hpp"
#include "sound/siren.hpp"
#include "speech/recording.hpp"

namespace anlan::app {

namespace {

constexpr double kAfterSiren_seconds = 0.6, kAfterRound_seconds = 1;

int rate_for(const std::vector<broadcast::TerminalFacts>& terminals) {
    const bool wide = std::any_of(terminals.begin(), terminals.end(), [](const broadcast::TerminalFacts& one) {
        return one.codec == broadcast::TerminalCodec::opus || one.kind == broadcast::TerminalKind::icecast;
    });
    return wide ? sound::kWideRate : sound::kTelephoneRate;
}

Result<sound::Sound> spoken(const broadcast::Speech& voice, const std::string& words, int rate) {
    BOOST_OUTCOME_TRY(const auto wav, voice.wav(words));
    BOOST_OUTCOME_TRY(const auto made, sound::read_wav(wav));
    return sound::at_rate(made, rate);
}

/// A recording does not know that it is played in an exercise: that is said around it.
Result<sound::Sound> words_of(
    const broadcast::ToPlay& what, const broadcast::Speech& voice, const std::filesystem::path& attachments, int rate
) {
    if (what.recording.empty()) return spoken(voice, what.words, rate);
    if (!is_attachment_id(what.recording))
        return refuse("recording_missing", "recording", "找不到录音文件", "the recording is not here");
    BOOST_OUTCOME_TRY(auto recorded, speech::recording(attachments / what.recording, rate));
    if (!what.exercise) return recorded;
    BOOST_OUTCOME_TRY(auto made, spoken(voice, "演练，演练。", rate));
    BOOST_OUTCOME_TRY(const auto after, spoken(voice, "以上是演练，不是真的。", rate));
    sound::append(made, recorded);
    sound::append(made, after);
    return made;
}

loudspeakers::Coding coding_of(broadcast::TerminalCodec codec) {
    return codec == broadcast::TerminalCodec::opus ? loudspeakers::Coding::opus : loudspeakers::Coding::g711;
}

}  // namespace

std::vector<loudspeakers::RtpTarget> targets_of(const std::vector<broadcast::TerminalFacts>& terminals) {
    std::vector<loudspeakers::RtpTarget> made;
    for (const auto& terminal : terminals) {
        if (terminal.kind != broadcast::TerminalKind::rtp) continue;
        if (const auto place = udp::place_of(terminal.address))
            made.push_back({terminal.id.text, place.value(), terminal.volume, coding_of(terminal.codec)});
    }
    return made;
}

std::vector<icecast::StreamTarget> streams_of(const std::vector<broadcast::TerminalFacts>& terminals) {
    std::vector<icecast::StreamTarget> made;
    for (const auto& terminal : terminals)
        if (terminal.kind == broadcast::TerminalKind::icecast)
            made.push_back({terminal.id.text, terminal.address, static_cast<double>(terminal.volume) / 100});
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
    const auto rate = rate_for(what.terminals);
    made.sound.rate = rate;
    BOOST_OUTCOME_TRY(const auto words, words_of(what, voice, attachments, rate));
    if (what.siren && what.siren_seconds > 0) {
        made.sound = sound::siren({.seconds = static_cast<double>(what.siren_seconds)}, rate);
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
