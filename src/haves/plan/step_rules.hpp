#pragma once

#include <span>

#include "plan/rules.hpp"
#include "plan/vocabulary.hpp"

namespace anlan::plan {

/// Collects flaws; past 200 nobody reads on.
class FlawList {
  public:
    void error(std::string path, std::string code, std::string zh, std::string en);
    void warning(std::string path, std::string code, std::string zh, std::string en);

    /// Warns when the word is not one of the standard ones, naming the nearest.
    void known_word(
        const std::string& path,
        const char* code,
        const std::string& word,
        std::span<const Word> words,
        const char* kind_zh,
        const char* kind_en
    );
    void known_call(const std::string& path, const std::string& word);     ///< a post or a line
    void known_chapter(const std::string& path, const std::string& word);  ///< of the ministry's outline

    std::vector<Flaw> take() && { return std::move(flaws_); }

  private:
    void add(Flaw flaw);
    std::vector<Flaw> flaws_;
};

bool is_blank(const std::string& text);

/// The steps of one level: ids, titles, posts, needs, deadlines and their order.
void judge_steps(const PlanLevel& level, const std::string& path, FlawList& list);

}  // namespace anlan::plan
