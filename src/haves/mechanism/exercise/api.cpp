#include <algorithm>

#include "documents/download.hpp"
#include "exercise/commands.hpp"
#include "exercise/paper.hpp"
#include "exercise/room.hpp"

namespace anlan::exercise {

namespace {

using http::Call;
using http::Page;

constexpr const char* kView = "team.view";
constexpr const char* kRun = "drill.start";
constexpr const char* kAll = "/api/v1/exercises";

Result<ExerciseFacts> known(const Call& call, store::Rows& rows) {
    auto exercise = find_exercise(rows, {call.path("exercise")});
    if (!exercise) return refuse("exercise_unknown", "exercise", "没有这次演练", "there is no such exercise");
    return std::move(*exercise);
}

Result<Page<ExerciseBrief>> list(const Call& call, store::Rows& rows) {
    Page<ExerciseBrief> page;
    for (const auto& each : find_exercises(rows, call.limit())) page.items.push_back(brief_of(rows, each));
    return page;
}

Result<Page<Script>> scripts(const Call&, store::Rows&) {
    return Page<Script>{shipped_scripts(), std::nullopt};
}

Result<ExerciseDetail> one(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto exercise, known(call, rows));
    return detail_of(rows, exercise, call.now);
}

/// An observer's sheet on the phone: of the running exercises one observes.
struct ObserverSheet {
    std::string id, title;
    std::vector<InjectLine> lines;
    std::vector<ObservationLine> mine;
};
BOOST_DESCRIBE_STRUCT(ObserverSheet, (), (id, title, lines, mine))

Result<Page<ObserverSheet>> observing(const Call& call, store::Rows& rows) {
    Page<ObserverSheet> page;
    for (const auto& each : find_exercises(rows, 50)) {
        const auto& observers = each.sheet.observers;
        if (!each.running() || std::count(observers.begin(), observers.end(), call.caller.person) == 0) continue;
        auto detail = detail_of(rows, each, call.now);
        ObserverSheet sheet{each.id.text, each.sheet.title, std::move(detail.lines), {}};
        for (const auto& seen : observed_in(rows, each.id))
            if (seen.observer == call.caller.person)
                sheet.mine.push_back({seen.at_index, call.caller.name, seen.mark, seen.fact, seen.at});
        page.items.push_back(std::move(sheet));
    }
    return page;
}

Result<documents::Official> paper(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto exercise, known(call, rows));
    return paper_of(detail_of(rows, exercise, call.now), call.node.name, call.now);
}

}  // namespace

void add_endpoints(http::Endpoints& table, const documents::Writer* writer) {
    using http::Method;
    const std::string one_of = std::string(kAll) + "/{exercise}";
    table.list<ExerciseBrief>(kAll, kView, "演练", "exercises", &list).asks({http::asked_limit()});
    table.list<Script>(std::string(kAll) + "/scripts", kView, "演练脚本", "scripts to begin from", &scripts);
    table.list<ObserverSheet>(
        std::string(kAll) + "/observing", "", "我的观察表", "the sheets I keep as an observer", &observing
    );
    table.get<ExerciseDetail>(one_of, kView, "一次演练", "one exercise", &one);
    documents::add_official(
        table, writer, one_of + "/report", kView, "演练评估报告", "the report of an exercise", &paper
    );
    table.command<PlanExercise>(Method::post, kAll, kRun, "安排演练", "plan an exercise").creates = true;
    table.command<BeginExercise>(Method::post, one_of + "/begin", kRun, "开始演练", "begin it");
    table.command<GiveInject>(Method::post, one_of + "/injects", kRun, "发出注入", "give an inject");
    table.command<Observe>(Method::post, one_of + "/observations", "", "观察记录", "what an observer saw");
    table.command<EndExercise>(Method::post, one_of + "/end", kRun, "结束并评分", "end and score it");
    table.command<SetImprovement>(
        Method::post, one_of + "/improvements", kRun, "整改任务", "what has to become better"
    );
}

}  // namespace anlan::exercise
