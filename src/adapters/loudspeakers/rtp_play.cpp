#include "loudspeakers/rtp_play.hpp"

#include <algorithm>

namespace anlan::loudspeakers {

namespace {

// Neither begins at nought: GStreamer takes the packet before the first for one of an earlier cycle, and counts it.
constexpr std::uint32_t kSequenceLeast = 1'000, kSequenceSpread = 20'000;
constexpr std::uint32_t kTimestampLeast = 16'000, kTimestampSpread = 1'000'000;

std::shared_ptr<const std::string> bytes_of(const sound::Sound& round, sound::Law law, std::int64_t volume) {
    auto made = sound::coded(round.samples, law, static_cast<double>(std::clamp<std::int64_t>(volume, 0, 100)) / 100);
    const auto silence = static_cast<char>(law == sound::Law::a ? sound::to_a_law(0) : sound::to_mu_law(0));
    made.resize((made.size() + kFrameBytes - 1) / kFrameBytes * kFrameBytes, silence);
    return std::make_shared<const std::string>(std::move(made));
}

}  // namespace

void Play::frame_into(std::vector<Packet>& packets, std::uint8_t payload_type) {
    for (auto& stream : streams) {
        const auto sequence = static_cast<std::uint16_t>(stream.evidence.next() & 0xFFFF);
        write_header({payload_type, frame == 0, sequence, stream.timestamp, stream.source}, stream.header);
        const auto body = std::string_view(*stream.bytes).substr(frame * kFrameBytes, kFrameBytes);
        packets.push_back({stream.to, stream.header, kRtpHeaderBytes, body});
        stream.timestamp += kFrameBytes;
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
    sound::Law law,
    seal::Dice& dice
) {
    Play made;
    made.id = std::move(id);
    made.rounds = std::max<std::size_t>(1, rounds);
    std::map<std::int64_t, std::shared_ptr<const std::string>> by_volume;
    std::map<Place, std::size_t> by_place;
    for (const auto& target : targets) {
        const auto [known, fresh] = by_place.try_emplace(target.place, made.streams.size());
        if (fresh) {
            auto& bytes = by_volume[target.volume];
            if (!bytes) bytes = bytes_of(round, law, target.volume);
            made.frames = bytes->size() / kFrameBytes;
            auto& stream = made.streams.emplace_back();
            stream.to = target.place;
            stream.source = static_cast<std::uint32_t>(dice.roll());
            stream.timestamp = kTimestampLeast + static_cast<std::uint32_t>(dice.roll() % kTimestampSpread);
            stream.bytes = bytes;
            stream.evidence = Evidence(kSequenceLeast + static_cast<std::uint32_t>(dice.roll() % kSequenceSpread));
        }
        made.streams[known->second].terminals.push_back(target.terminal);
    }
    made.sending = made.frames > 0;
    return made;
}

}  // namespace anlan::loudspeakers
