#pragma once

#include <string>
#include <vector>

#include "base/reflect.hpp"
#include "base/result.hpp"

/// The question bank (题库) and the papers drawn from it.
namespace anlan::venue {

struct Question {
    std::string id, hazard, text;
    std::vector<std::string> options;
    std::int64_t right = 0;  ///< place of the right option
    std::string why;         ///< shown after the answer
};
BOOST_DESCRIBE_STRUCT(Question, (), (id, hazard, text, options, right, why))

struct Hazard {
    std::string id, zh, en;
};
BOOST_DESCRIBE_STRUCT(Hazard, (), (id, zh, en))

struct Bank {
    std::string version, source;
    std::vector<Hazard> hazards;
    std::vector<Question> questions;
};
BOOST_DESCRIBE_STRUCT(Bank, (), (version, source, hazards, questions))

/// The bank that ships with the program.
const Bank& bank();
const Question* find_question(const std::string& id);

inline constexpr std::size_t kPaperLength = 10;

/// Draws up to ten questions, of one hazard or of all. The paper's name alone decides which: SM3 over the name and each
/// question's id gives their order, so a page that was kept offline and the server mean the same paper. Refuses
/// `paper_invalid` (a name of 16 to 64 letters and digits), `hazard_unknown`.
Result<std::vector<const Question*>> draw(const std::string& paper, const std::string& hazard);

}  // namespace anlan::venue
