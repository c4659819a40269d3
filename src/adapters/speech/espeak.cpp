#include "speech/espeak.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <list>
#include <mutex>

#include "child/run.hpp"
#include "sound/sound.hpp"
#include "speech/characters.hpp"
#include "speech/sentences.hpp"

namespace anlan::speech {

namespace {

constexpr std::size_t kBytesMost = 32 * 1024 * 1024;  ///< of one sentence
constexpr double kBreath_seconds = 0.35, kPeak = 0.9;
constexpr const char* kChineseVoice = "cmn-latn-pinyin";
constexpr const char* kEnglishVoice = "en";

Refusal failed(const std::string& zh, const std::string& en) {
    return refuse("speech_failed", "text", "合成不了语音：" + zh, "speech cannot be made: " + en);
}

Refusal of(child::End end) {
    switch (end) {
        case child::End::missing:
            return refuse(
                "speech_missing",
                "",
                "本机没有装语音合成软件，请管理员安装软件包 espeak-ng；在此之前可以上传录音播发",
                "nothing that speaks is installed here: ask the administrator to install the package espeak-ng; until "
                "then a recording can be played"
            );
        case child::End::too_late:
            return failed("超时，请缩短文字或改用录音", "it took too long; shorten the text or use a recording");
        default:
            return failed("语音合成软件出错，请改用录音", "the program failed; use a recording");
    }
}

}  // namespace

/// The latest texts and their sound, newest first.
struct Espeak::Kept {
    std::mutex mutex;
    std::list<std::pair<std::string, std::string>> sounds;

    std::string find(const std::string& text) {
        std::lock_guard lock(mutex);
        for (auto at = sounds.begin(); at != sounds.end(); ++at) {
            if (at->first != text) continue;
            sounds.splice(sounds.begin(), sounds, at);
            return at->second;
        }
        return {};
    }
    void keep(const std::string& text, const std::string& sound, std::size_t most) {
        std::lock_guard lock(mutex);
        sounds.emplace_front(text, sound);
        while (sounds.size() > most) sounds.pop_back();
    }
};

Espeak::Espeak(SpeechLimits limits) : limits_(std::move(limits)), kept_(std::make_unique<Kept>()) {}
Espeak::~Espeak() = default;

Result<std::string> Espeak::wav(const std::string& text) const {
    if (auto known = kept_->find(text); !known.empty()) return known;
    BOOST_OUTCOME_TRY(auto made, make(text));
    kept_->keep(text, made, limits_.kept);
    return made;
}

Result<std::string> Espeak::make(const std::string& text) const {
    if (const auto count = characters_of(text).size(); count > limits_.characters)
        return failed(
            fmt::format("文字有 {} 个字，最多 {} 个，请分成几条播发", count, limits_.characters),
            fmt::format(
                "the text has {} characters, at most {} can be spoken; make several of it", count, limits_.characters
            )
        );
    const auto sentences = sentences_of(text);
    if (sentences.empty()) return failed("没有可以读出来的字", "there is nothing in it that can be read aloud");
    const auto until = std::chrono::steady_clock::now() + limits_.time;
    sound::Sound whole;
    for (const auto& sentence : sentences) {
        const std::vector<std::string> words{
            limits_.program,
            "-v",
            sentence.chinese ? kChineseVoice : kEnglishVoice,
            "-s",
            std::to_string(limits_.words_per_minute),
            "-b",
            "1",  // UTF-8
            "--stdin",
            "--stdout"};
        const auto answer = child::run_child(words, sentence.text + "\n", until, kBytesMost);
        if (answer.end != child::End::well) {
            spdlog::warn("speech: {} ended badly ({})", limits_.program, static_cast<int>(answer.end));
            return of(answer.end);
        }
        const auto heard = sound::read_wav(answer.said);
        if (!heard) return of(child::End::failed);
        sound::append(whole, sound::at_rate(heard.value(), whole.rate));
        sound::append_silence(whole, kBreath_seconds);
    }
    sound::level(whole, kPeak);
    if (sound::loudness(whole.samples) <= 0) return failed("没有声音", "it stays silent");
    return sound::to_wav(whole);
}

}  // namespace anlan::speech
