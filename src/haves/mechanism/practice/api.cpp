#include "practice/answers.hpp"
#include "practice/commands.hpp"
#include "practice/room.hpp"

namespace anlan::practice {

namespace {

using http::Call;
using http::Method;
using http::Page;

constexpr const char* kPlay = "incident.tell";  ///< whoever may tell an incident may learn to
constexpr const char* kSeeAll = "rota.edit";    ///< whoever keeps the rota sees who has practised

Result<Page<PracticeAnswer>> list(const Call& call, store::Rows& rows) {
    std::optional<PersonId> whose = call.caller.person;
    if (call.query("all") == "1" && call.caller.may(kSeeAll)) whose.reset();
    Page<PracticeAnswer> page;
    for (const auto& each : find_practices(rows, whose, call.limit(30)))
        page.items.push_back(practice_answer(rows, each, call.caller.person));
    return page;
}

Result<PracticeAnswer> one(const Call& call, store::Rows& rows) {
    const auto found = find_practice(rows, {call.path("practice")});
    if (!found || (found->person != call.caller.person && !call.caller.may(kSeeAll)))
        return refuse("practice_unknown", "practice", "没有这次实训", "there is no such practice of yours");
    return practice_answer(rows, *found, call.caller.person);
}

}  // namespace

void add_endpoints(http::Endpoints& table) {
    table.list<ScenarioAnswer>(
        "/api/v1/practice-scenarios",
        kPlay,
        "接报实训案例",
        "Scenarios for practice",
        [](const Call&, store::Rows& rows) -> Result<Page<ScenarioAnswer>> {
            return Page<ScenarioAnswer>{scenarios_answer(rows), {}};
        }
    );
    table.list<PracticeAnswer>("/api/v1/practices", kPlay, "接报实训记录", "Practices", &list)
        .asks({http::asked_limit(), http::asked_flag("all")});
    table.command<StartPractice>(Method::post, "/api/v1/practices", kPlay, "开始接报实训", "Begin a practice").creates =
        true;
    table.get<PracticeAnswer>("/api/v1/practices/{practice}", kPlay, "一次接报实训", "One practice", &one);
    table.command<PlayMove>(Method::post, "/api/v1/practices/{practice}/moves", kPlay, "实训作答", "Answer a step");
    table.command<LeavePractice>(
        Method::post, "/api/v1/practices/{practice}/leave", kPlay, "放弃实训", "Leave a practice"
    );
}

}  // namespace anlan::practice
