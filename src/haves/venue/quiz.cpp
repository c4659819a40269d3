#include "venue/quiz.hpp"

#include <algorithm>
#include <cctype>

#include "base/ensure.hpp"
#include "seal/seal.hpp"

namespace anlan::venue {

std::string_view shipped_bank_json();

namespace {

constexpr std::size_t kNameShortest = 16;
constexpr std::size_t kNameLongest = 64;

bool is_name(const std::string& paper) {
    return paper.size() >= kNameShortest && paper.size() <= kNameLongest &&
           std::all_of(paper.begin(), paper.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '-'; });
}

}  // namespace

const Bank& bank() {
    static const Bank shipped = [] {
        auto read = from_json_text<Bank>(shipped_bank_json());
        ensure(read.has_value(), "the shipped question bank reads");
        return std::move(read.value());
    }();
    return shipped;
}

const Question* find_question(const std::string& id) {
    for (const auto& each : bank().questions)
        if (each.id == id) return &each;
    return nullptr;
}

Result<std::vector<const Question*>> draw(const std::string& paper, const std::string& hazard) {
    if (!is_name(paper))
        return refuse(
            "paper_invalid",
            "paper",
            "试卷号应为 16 至 64 位字母数字，请重新开始答题",
            "a paper's name has 16 to 64 letters or digits; start the quiz anew"
        );
    std::vector<std::pair<std::string, const Question*>> order;
    for (const auto& each : bank().questions)
        if (hazard.empty() || each.hazard == hazard) order.emplace_back(seal::sm3(paper + " " + each.id), &each);
    if (order.empty())
        return refuse("hazard_unknown", "hazard", "题库里没有这个灾种", "the bank has nothing on this hazard");
    std::sort(order.begin(), order.end());
    std::vector<const Question*> drawn;
    for (const auto& [mark, question] : order)
        if (drawn.size() < kPaperLength) drawn.push_back(question);
    return drawn;
}

}  // namespace anlan::venue
