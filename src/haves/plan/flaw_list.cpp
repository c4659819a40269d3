#include <fmt/format.h>

#include <algorithm>

#include "plan/nearest.hpp"
#include "plan/step_rules.hpp"

namespace anlan::plan {

namespace {

constexpr std::size_t kFlawsMax = 200;

/// "；是否想写“x”？", or nothing when no word is near.
std::pair<std::string, std::string> meant(const std::string& word, const std::vector<std::string>& known) {
    const auto near = nearest(word, known);
    if (!near) return {};
    return {fmt::format("，是否想写“{}”？", *near), fmt::format("; did you mean \"{}\"?", *near)};
}

}  // namespace

bool is_blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

void FlawList::add(Flaw flaw) {
    if (flaws_.size() < kFlawsMax) flaws_.push_back(std::move(flaw));
}

void FlawList::error(std::string path, std::string code, std::string zh, std::string en) {
    add({std::move(path), std::move(code), std::move(zh), std::move(en), true});
}

void FlawList::warning(std::string path, std::string code, std::string zh, std::string en) {
    add({std::move(path), std::move(code), std::move(zh), std::move(en), false});
}

void FlawList::known_word(
    const std::string& path,
    const char* code,
    const std::string& word,
    std::span<const Word> words,
    const char* kind_zh,
    const char* kind_en
) {
    if (has_word(words, word)) return;
    const auto [zh, en] = meant(word, codes_of(words));
    warning(
        path,
        code,
        fmt::format("“{}”不是标准{}{}", word, kind_zh, zh),
        fmt::format("\"{}\" is not a standard {}{}", word, kind_en, en)
    );
}

void FlawList::known_call(const std::string& path, const std::string& word) {
    if (has_word(standard_posts(), word) || has_word(standard_lines(), word)) return;
    auto known = codes_of(standard_posts());
    for (auto& line : codes_of(standard_lines())) known.push_back(std::move(line));
    const auto [zh, en] = meant(word, known);
    warning(
        path,
        "call_unusual",
        fmt::format("叫应对象“{}”不是标准岗位或条线{}", word, zh),
        fmt::format("\"{}\" is not a standard post or line{}", word, en)
    );
}

void FlawList::known_chapter(const std::string& path, const std::string& word) {
    const auto chapters = outline_chapters();
    if (word.empty() || std::find(chapters.begin(), chapters.end(), word) != chapters.end()) return;
    warning(
        path,
        "chapter_unusual",
        fmt::format(
            "“{}”不在参考大纲的章名里（总则、组织体系、报告与预警、应急处置、后期处置、应急保障、预案管理、附件）", word
        ),
        fmt::format("\"{}\" is not a chapter of the outline", word)
    );
}

}  // namespace anlan::plan
