#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The words plans are written in: standard posts and lines (shared with the organisation), hazards, chapters, kinds of
/// need. A station may use posts and hazards of its own; the words here are for suggestions and for names people read.
namespace anlan::plan {

struct Word {
    std::string_view code, zh, en;
};

std::span<const Word> standard_posts();
std::span<const Word> standard_lines();
std::span<const Word> standard_hazards();
std::span<const Word> need_kinds();

/// The chapters of the ministry's outline for a town plan (应急厅函〔2023〕231号).
std::span<const std::string_view> outline_chapters();

/// The Chinese or English name; the code itself when it is not in the list.
std::string name_of(std::span<const Word> words, std::string_view code, bool english = false);
bool has_word(std::span<const Word> words, std::string_view code);
std::vector<std::string> codes_of(std::span<const Word> words);

}  // namespace anlan::plan
