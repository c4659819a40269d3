#include <algorithm>

#include "journal/vault.hpp"
#include "organisation/queries.hpp"
#include "rescue/answers.hpp"
#include "rescue/api.hpp"
#include "rescue/training_commands.hpp"

namespace anlan::rescue {

namespace {

using http::Call;
using http::Page;

struct SignedIn {
    PersonId person;
    std::string name;
    Instant at{};
    bool by_desk = false;
    std::optional<double> hours;
};
BOOST_DESCRIBE_STRUCT(SignedIn, (), (person, name, at, by_desk, hours))

struct TrainingSheet {
    TrainingFacts training;
    std::vector<std::string> team_names;
    std::int64_t expected = 0, present = 0;
};
BOOST_DESCRIBE_STRUCT(TrainingSheet, (), (training, team_names, expected, present))

struct TrainingDetail {
    TrainingSheet sheet;
    std::vector<SignedIn> people;
    std::vector<MemberFacts> absent;
    std::vector<std::string> absent_names;
};
BOOST_DESCRIBE_STRUCT(TrainingDetail, (), (sheet, people, absent, absent_names))

/// What the screen in the room shows, and for how long.
struct CodeShown {
    std::string code;
    Instant until{};
};
BOOST_DESCRIBE_STRUCT(CodeShown, (), (code, until))

/// As a member's phone sees it: without who else is there.
struct MyTraining {
    std::string id, title, place;
    Instant starts{}, ends{};
    bool signed_in = false;
};
BOOST_DESCRIBE_STRUCT(MyTraining, (), (id, title, place, starts, ends, signed_in))

TrainingSheet sheet_of(store::Rows& rows, const TrainingFacts& training) {
    TrainingSheet made{training, {}, 0, static_cast<std::int64_t>(people_in(rows, training.id).size())};
    for (const auto& id : training.teams) {
        if (const auto team = find_team(rows, id)) made.team_names.push_back(team->name);
        made.expected += static_cast<std::int64_t>(members_of(rows, id).size());
    }
    return made;
}

Result<TrainingFacts> known(const Call& call, store::Rows& rows) {
    auto training = find_training(rows, {call.path("training")});
    if (!training) return refuse("training_unknown", "training", "没有这次训练", "there is no such training");
    return std::move(*training);
}

Result<Page<TrainingSheet>> list_trainings(const Call& call, store::Rows& rows) {
    Page<TrainingSheet> page;
    for (const auto& each : find_trainings(rows, call.limit())) page.items.push_back(sheet_of(rows, each));
    return page;
}

Result<TrainingDetail> one_training(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto training, known(call, rows));
    TrainingDetail made{sheet_of(rows, training), {}, {}, {}};
    const auto people = people_in(rows, training.id);
    for (const auto& each : people)
        made.people.push_back(
            {each.person, organisation::person_name(rows, each.person), each.at, !each.recorded_by.empty(), each.hours}
        );
    for (const auto& team : training.teams)
        for (const auto& member : members_of(rows, team)) {
            const bool here = std::any_of(people.begin(), people.end(), [&](const TrainingPerson& each) {
                return each.person == member.person;
            });
            if (here) continue;
            made.absent.push_back(member);
            made.absent_names.push_back(organisation::person_name(rows, member.person));
        }
    return made;
}

Result<CodeShown> code(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto training, known(call, rows));
    if (training.closed_at) return refuse("already_closed", "training", "这次训练已经结束", "this training is over");
    const auto secret = journal::vault::reveal_or(rows, training.id.text, "code", "");
    const auto seconds = std::chrono::floor<std::chrono::seconds>(call.now).time_since_epoch();
    const auto turn = seconds / kCodeEvery + 1;
    return CodeShown{code_at(secret, call.now), Instant{turn * kCodeEvery}};
}

Result<Page<MyTraining>> my_trainings(const Call& call, store::Rows& rows) {
    Page<MyTraining> page;
    const auto member = find_member(rows, call.caller.person);
    if (!member) return page;
    for (const auto& each : find_trainings(rows, 50)) {
        const bool ours = std::count(each.teams.begin(), each.teams.end(), member->team) > 0;
        if (!ours || each.closed_at || each.ends + std::chrono::hours{12} < call.now) continue;
        const auto people = people_in(rows, each.id);
        const bool in = std::any_of(people.begin(), people.end(), [&](const TrainingPerson& person) {
            return person.person == call.caller.person;
        });
        page.items.push_back({each.id.text, each.title, each.place, each.starts, each.ends, in});
    }
    return page;
}

}  // namespace

void add_training_endpoints(http::Endpoints& table) {
    using http::Method;
    const std::string all = "/api/v1/trainings";
    const std::string one_of = all + "/{training}";
    table.list<TrainingSheet>(all, kView, "训练", "training", &list_trainings).asks({http::asked_limit()});
    table.list<MyTraining>(all + "/mine", "", "我的训练", "training for me", &my_trainings);
    table.get<TrainingDetail>(one_of, kView, "一次训练", "one training", &one_training);
    table.get<CodeShown>(one_of + "/code", kKeep, "现在的签到码", "the code of this half minute", &code);
    table.command<PlanTraining>(Method::post, all, kKeep, "安排训练", "plan a training").creates = true;
    table.command<SignInTraining>(Method::post, one_of + "/sign-in", "", "签到", "sign in");
    table.command<CloseTraining>(Method::post, one_of + "/close", kKeep, "结束训练", "close it");
}

}  // namespace anlan::rescue
