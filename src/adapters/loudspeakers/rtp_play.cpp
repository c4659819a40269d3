#include "loudspeakers/rtp_play.hpp"

#include <map>

namespace anlan::loudspeakers {

namespace {

// Neither begins at nought: GStreamer takes the packet before the first for one of an earlier cycle, and counts it.
constexpr std::uint32_t kSequenceLeast = 1'000, kSequenceSpread = 20'000;
constexpr std::uint32_t kTimestampLeast = 16'000, kTimestampSpread = 1'000'000;

}  // namespace

void Play::frame_into(std::vector<Packet>& packets) {
    std::vector<std::string_view> bodies;
    bodies.reserve(voices.size());
    for (const auto& voice : voices) bodies.push_back(voice->frame(frame));
    for (auto& stream : streams) {
        const auto& voice = *voices[stream.voice];
        const auto body = bodies[stream.voice];
        const auto sequence = static_cast<std::uint16_t>(stream.evidence.next() & 0xFFFF);
        write_header({voice.payload_type(), frame == 0, sequence, stream.timestamp, stream.source}, stream.header);
        packets.push_back({stream.to, stream.header, kRtpHeaderBytes, body});
        stream.timestamp += voice.ticks();
        stream.body_bytes += static_cast<std::uint32_t>(body.size());
        stream.evidence.sent();
    }
}

void Play::step() {
    if (++frame < frames) return;
    frame = 0;
    sending = ++round < rounds;
}

Play make_play(
    std::string id,
    const sound::Sound& round,
    std::size_t rounds,
    const std::vector<RtpTarget>& targets,
    const Payloads& payloads,
    seal::Dice& dice
) {
    Play made;
    made.id = std::move(id);
    made.rounds = std::max<std::size_t>(1, rounds);
    made.frames = frames_in(round);
    sound::Sound telephone;  // once for all volumes, and only if anybody takes it
    std::map<std::pair<Coding, std::int64_t>, std::size_t> by_manner;
    std::map<Place, std::size_t> by_place;
    for (const auto& target : targets) {
        const auto [known, fresh] = by_place.try_emplace(target.place, made.streams.size());
        if (fresh) {
            const auto [voice, unheard] = by_manner.try_emplace({target.coding, target.volume}, made.voices.size());
            if (unheard) {
                if (target.coding == Coding::g711 && telephone.samples.empty())
                    telephone = sound::at_rate(round, sound::kTelephoneRate);
                const auto& from = target.coding == Coding::g711 ? telephone : round;
                made.voices.push_back(make_voice(from, target.coding, target.volume, payloads));
            }
            auto& stream = made.streams.emplace_back();
            stream.to = target.place;
            stream.source = static_cast<std::uint32_t>(dice.roll());
            stream.timestamp = kTimestampLeast + static_cast<std::uint32_t>(dice.roll() % kTimestampSpread);
            stream.voice = voice->second;
            stream.evidence = Evidence(kSequenceLeast + static_cast<std::uint32_t>(dice.roll() % kSequenceSpread));
        }
        made.streams[known->second].terminals.push_back(target.terminal);
    }
    made.sending = made.frames > 0;
    return made;
}

}  // namespace anlan::loudspeakers
