#include <algorithm>
#include <map>

#include "policy/queries.hpp"
#include "venue/answers.hpp"

namespace anlan::venue {

namespace {

constexpr std::size_t kMostMissed = 10;

void count_visits(store::Rows& rows, VenueFigures& made, std::map<std::string, MonthCount>& months) {
    std::map<Group, std::int64_t> groups;
    std::int64_t stars = 0;
    for (const auto& each : visits_between(rows, made.year + "-01-01", made.year + "-12-31")) {
        made.visitors += each.people;
        months[each.day.substr(0, 7)].visitors += each.people;
        groups[each.group] += each.people;
        made.rated += each.stars > 0;
        stars += each.stars;
    }
    if (made.rated > 0) made.stars = static_cast<double>(stars) / static_cast<double>(made.rated);
    for (const auto& [group, people] : groups) made.groups.push_back({group, people});
    std::sort(made.groups.begin(), made.groups.end(), [](const GroupCount& a, const GroupCount& b) {
        return a.people > b.people;
    });
}

void count_activities(store::Rows& rows, VenueFigures& made, std::map<std::string, MonthCount>& months) {
    for (const auto& each : activities_between(rows, made.year + "-01-01", made.year + "-12-31")) {
        if (each.state != ActivityState::held) continue;
        made.participants += each.people;
        auto& month = months[each.sheet.day.substr(0, 7)];
        month.activities += 1;
        month.participants += each.people;
    }
}

void count_papers(store::Rows& rows, VenueFigures& made, Instant since) {
    const auto wanted = policy::number(rows, "venue.quiz_pass");
    std::map<std::string, MissedQuestion> asked;
    for (const auto& paper : quizzes_since(rows, since)) {
        ++made.papers;
        made.passed += 100.0 * static_cast<double>(paper.right) >= wanted * static_cast<double>(paper.questions.size());
        for (std::size_t i = 0; i < paper.questions.size(); ++i) {
            const auto* question = find_question(paper.questions[i]);
            if (question == nullptr) continue;  // of an older bank
            auto& counted = asked[question->id];
            counted.asked += 1;
            counted.missed += paper.answers[i] != question->right;
        }
    }
    for (auto& [id, counted] : asked) {
        if (counted.missed == 0) continue;
        const auto* question = find_question(id);
        made.missed.push_back({id, question->text, question->hazard, counted.asked, counted.missed});
    }
    std::stable_sort(made.missed.begin(), made.missed.end(), [](const MissedQuestion& a, const MissedQuestion& b) {
        return a.missed * b.asked > b.missed * a.asked;
    });
    if (made.missed.size() > kMostMissed) made.missed.resize(kMostMissed);
}

}  // namespace

VenueFigures figures_of(store::Rows& rows, Instant now) {
    VenueFigures made;
    made.year = to_text(day_at(now)).substr(0, 4);
    std::map<std::string, MonthCount> months;
    count_visits(rows, made, months);
    count_activities(rows, made, months);
    count_papers(rows, made, start_of(parse_day(made.year + "-01-01", "").value()));
    for (auto& [month, counted] : months) {
        counted.month = month;
        made.months.push_back(counted);
    }
    return made;
}

}  // namespace anlan::venue
