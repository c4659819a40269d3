#include "venue/commands.hpp"
#include "venue/quiz.hpp"
#include "venue/rules.hpp"

namespace anlan::venue {

namespace {

Result<void> check_answers(const std::vector<std::int64_t>& answers, const std::vector<const Question*>& questions) {
    bool fits = answers.size() == questions.size();
    for (std::size_t i = 0; fits && i < answers.size(); ++i)
        fits = answers[i] >= -1 && answers[i] < static_cast<std::int64_t>(questions[i]->options.size());
    if (fits) return done();
    return refuse(
        "answers_invalid", "answers", "答案与试卷对不上，请重新开始答题", "the answers do not fit the paper; start anew"
    );
}

}  // namespace

Result<Decision> decide(const AnswerPaper& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRY(const auto questions, draw(wish.paper, wish.hazard));
    BOOST_OUTCOME_TRYV(check_answers(wish.answers, questions));
    if (const auto before = quiz(desk.views, wish.paper)) {
        if (before->answers == wish.answers && before->hazard == wish.hazard) return Decision{{}, wish.paper, {}};
        return refuse(
            "already_answered", "paper", "这份试卷已经交过，请换一份再答", "this paper was handed in; take another"
        );
    }
    QuizTaken taken{wish.paper, bank().version, wish.hazard, {}, wish.answers, 0, wish.group, {}};
    for (std::size_t i = 0; i < questions.size(); ++i) {
        taken.questions.push_back(questions[i]->id);
        taken.right += wish.answers[i] == questions[i]->right;
    }
    if (wish.learning && desk.actor != "public") taken.learner = desk.person();
    return journal::decided(journal::event("quiz/" + wish.paper, taken));
}

}  // namespace anlan::venue
