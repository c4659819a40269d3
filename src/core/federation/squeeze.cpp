#include "federation/squeeze.hpp"

#include <zdict.h>
#include <zstd.h>

#include "base/ensure.hpp"

namespace anlan::federation {

namespace {

constexpr int kQuickLevel = 3;
constexpr int kThoroughLevel = 9;  ///< a millisecond a frame; levels from 12 on take ten and save 2 % (Doksuri)

struct Free {
    void operator()(ZSTD_CDict* dictionary) const { ZSTD_freeCDict(dictionary); }
    void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

struct Dictionary {
    std::string text;
    std::unique_ptr<ZSTD_CDict, Free> thorough, quick;
    std::unique_ptr<ZSTD_DDict, Free> expand;
};

/// Bytes that zstd would put before every frame and both ends know: magic, dictionary id, checksum are left out.
void spare_header(ZSTD_CCtx* context) {
    ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 0);
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 1);
}

}  // namespace

struct Squeezer::Inside {
    std::map<int, Dictionary> dictionaries;
    std::unique_ptr<ZSTD_CCtx, Free> out{ZSTD_createCCtx()};
    std::unique_ptr<ZSTD_DCtx, Free> in{ZSTD_createDCtx()};

    const Dictionary* find(int version) const {
        const auto found = dictionaries.find(version);
        return found == dictionaries.end() ? nullptr : &found->second;
    }
    /// The dictionary and after it the past: what is nearest is the cheapest to refer to.
    std::string with_past(int version, std::string_view past) const {
        const auto* known = find(version);
        return (known == nullptr ? std::string() : known->text).append(past);
    }
};

Squeezer::Squeezer(const std::map<int, std::string>& dictionaries) : inside_(std::make_unique<Inside>()) {
    for (const auto& [version, text] : dictionaries) {
        auto& made = inside_->dictionaries[version];
        made.text = text;
        made.thorough.reset(ZSTD_createCDict(text.data(), text.size(), kThoroughLevel));
        made.quick.reset(ZSTD_createCDict(text.data(), text.size(), kQuickLevel));
        made.expand.reset(ZSTD_createDDict(text.data(), text.size()));
    }
}
Squeezer::~Squeezer() = default;

int Squeezer::newest() const {
    return inside_->dictionaries.empty() ? 0 : inside_->dictionaries.rbegin()->first;
}

bool Squeezer::has(int version) const {
    return version == 0 || inside_->dictionaries.contains(version);
}

std::string Squeezer::squeeze(int version, std::string_view text, Effort effort, std::string_view past) const {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    auto* context = inside_->out.get();
    ZSTD_CCtx_reset(context, ZSTD_reset_session_and_parameters);
    spare_header(context);
    const bool quick = effort == Effort::quick;
    const auto* known = inside_->find(version);
    const auto held = past.empty() ? std::string() : inside_->with_past(version, past);
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, quick ? kQuickLevel : kThoroughLevel);
    if (!held.empty())
        ZSTD_CCtx_loadDictionary(context, held.data(), held.size());
    else if (known != nullptr)
        ZSTD_CCtx_refCDict(context, quick ? known->quick.get() : known->thorough.get());
    const auto size = ZSTD_compress2(context, out.data(), out.size(), text.data(), text.size());
    ensure(ZSTD_isError(size) == 0, "zstd compresses into a buffer of its own bound");
    out.resize(size);
    return out;
}

std::optional<std::string> Squeezer::expand(
    int version, std::string_view bytes, std::size_t most_bytes, std::string_view past
) const {
    if (!has(version)) return std::nullopt;
    const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > most_bytes) return std::nullopt;
    std::string out(size, '\0');
    auto* context = inside_->in.get();
    ZSTD_DCtx_reset(context, ZSTD_reset_session_and_parameters);
    const auto* known = inside_->find(version);
    const auto held = past.empty() ? std::string() : inside_->with_past(version, past);
    if (!held.empty())
        ZSTD_DCtx_loadDictionary(context, held.data(), held.size());
    else if (known != nullptr)
        ZSTD_DCtx_refDDict(context, known->expand.get());
    const auto got = ZSTD_decompressDCtx(context, out.data(), out.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(got) != 0 || got != size) return std::nullopt;
    return out;
}

std::string train_dictionary(const std::vector<std::string>& samples, std::size_t bytes) {
    std::string all, dictionary(bytes, '\0');
    std::vector<std::size_t> sizes;
    for (const auto& sample : samples) {
        all += sample;
        sizes.push_back(sample.size());
    }
    const auto size = ZDICT_trainFromBuffer(
        dictionary.data(), dictionary.size(), all.data(), sizes.data(), static_cast<unsigned>(sizes.size())
    );
    if (ZDICT_isError(size) != 0) return {};
    dictionary.resize(size);
    return dictionary;
}

}  // namespace anlan::federation
