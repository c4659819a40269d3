#include <algorithm>

#include "sound/g711.hpp"
#include "sound/sound.hpp"

namespace anlan::sound {

namespace {

constexpr unsigned kPcm = 1, kALaw = 6, kMuLaw = 7, kExtensible = 0xFFFE;
constexpr unsigned kRateLeast = 4'000, kRateMost = 192'000, kChannelsMost = 8;

Refusal invalid(const char* zh, const char* en) {
    return refuse("wav_invalid", "", std::string("不是可用的 WAV 录音：") + zh, std::string("no usable WAV: ") + en);
}

unsigned number(std::string_view bytes, std::size_t at, std::size_t count) {
    unsigned value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value |= static_cast<unsigned>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return value;
}

void put(std::string& to, unsigned value, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) to.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
}

struct Form {
    unsigned coding = 0, channels = 0, rate = 0, bits = 0;
    bool usable() const {
        const bool coded =
            (coding == kPcm && (bits == 8 || bits == 16)) || ((coding == kALaw || coding == kMuLaw) && bits == 8);
        return coded && channels >= 1 && channels <= kChannelsMost && rate >= kRateLeast && rate <= kRateMost;
    }
};

int sample_at(const Form& form, std::string_view data, std::size_t at) {
    if (form.bits == 16) return static_cast<std::int16_t>(number(data, at, 2));
    const auto byte = static_cast<std::uint8_t>(data[at]);
    if (form.coding == kPcm) return (static_cast<int>(byte) - 128) * 256;
    return form.coding == kALaw ? from_a_law(byte) : from_mu_law(byte);
}

Sound mixed(const Form& form, std::string_view data) {
    const std::size_t step = form.bits / 8, whole = step * form.channels;
    Sound made{static_cast<int>(form.rate), {}};
    made.samples.reserve(data.size() / whole);
    for (std::size_t at = 0; at + whole <= data.size(); at += whole) {
        int sum = 0;
        for (std::size_t channel = 0; channel < form.channels; ++channel)
            sum += sample_at(form, data, at + channel * step);
        made.samples.push_back(static_cast<std::int16_t>(sum / static_cast<int>(form.channels)));
    }
    return made;
}

}  // namespace

Result<Sound> read_wav(std::string_view bytes) {
    if (bytes.size() < 12 || !bytes.starts_with("RIFF") || bytes.substr(8, 4) != "WAVE")
        return invalid("文件头不对", "its beginning is another");
    Form form;
    for (std::size_t at = 12; at + 8 <= bytes.size();) {
        const auto name = bytes.substr(at, 4);
        const std::size_t size = number(bytes, at + 4, 4);
        const auto body = bytes.substr(at + 8, size);
        if (name == "fmt " && body.size() >= 16) {
            form = {number(body, 0, 2), number(body, 2, 2), number(body, 4, 4), number(body, 14, 2)};
            if (form.coding == kExtensible && body.size() >= 26) form.coding = number(body, 24, 2);
            if (!form.usable())
                return invalid("应为 8 或 16 位 PCM 或 G.711", "it should be PCM of 8 or 16 bits, or G.711");
        }
        if (name == "data") {
            if (form.rate == 0) return invalid("缺少格式说明", "its form is not told");
            auto made = mixed(form, body);
            if (made.samples.empty()) return invalid("没有声音", "there is no sound in it");
            return made;
        }
        at += 8 + size + (size & 1U);
    }
    return invalid("没有声音", "there is no sound in it");
}

std::string to_wav(const Sound& sound) {
    const auto bytes = static_cast<unsigned>(sound.samples.size() * 2);
    const auto rate = static_cast<unsigned>(sound.rate);
    std::string made = "RIFF";
    put(made, 36 + bytes, 4);
    made += "WAVEfmt ";
    put(made, 16, 4);
    put(made, kPcm, 2);
    put(made, 1, 2);
    put(made, rate, 4);
    put(made, rate * 2, 4);
    put(made, 2, 2);
    put(made, 16, 2);
    made += "data";
    put(made, bytes, 4);
    for (const auto sample : sound.samples) put(made, static_cast<std::uint16_t>(sample), 2);
    return made;
}

}  // namespace anlan::sound
