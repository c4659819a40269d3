#include <gtest/gtest.h>

#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "policy/room.hpp"
#include "tasks/commands.hpp"
#include "tasks/queries.hpp"
#include "tasks/records.hpp"
#include "tasks/room.hpp"
#include "trial/trial.hpp"

namespace anlan::tasks {
namespace {

using std::chrono::minutes;

const AreaCode kTown{"350581106000"};

struct a_task : ::testing::Test {
    a_task() : trial({policy::make_room(), organisation::make_room(), make_room()}) {
        trial.when(organisation::AdoptAreas{{{kTown, "永宁镇", AreaCode{"350581000000"}, 118.7, 24.7}}}).value();
        owner = {trial.when(organisation::AddPerson{"测试甲", "13900000001", kTown, true, {}}).value().subject};
        deputy = {trial.when(organisation::AddPerson{"测试乙", "13900000002", kTown, true, {}}).value().subject};
        post = {
            trial.when(organisation::CreatePost{"marine", "海上组长", kTown, "", false, false, "", 0}).value().subject};
        trial.when(organisation::Appoint{post, owner, deputy, ""}).value();
    }

    TaskAssigned boats() {
        TaskAssigned task;
        task.origin = "r1";
        task.step = "boats";
        task.title = "渔船回港";
        task.post = post;
        task.area = kTown;
        task.due = trial.now() + minutes{30};
        return task;
    }
    TaskId assign(const TaskAssigned& task) { return {trial.when(AssignTask{task}).value().subject}; }
    ConfirmTask confirm(const TaskId& task) {
        return {.task = task, .number = {}, .photo = {}, .lon = {}, .lat = {}, .note = {}};
    }
    TaskRow row(const TaskId& task) { return *task_row(trial.rows(), task); }

    trial::Trial trial;
    PersonId owner, deputy;
    PostId post;
};

TEST_F(a_task, needs_a_title_and_a_time) {
    auto task = boats();
    task.title.clear();
    EXPECT_EQ(trial.when(AssignTask{task}).error().code, "title_empty");
    task = boats();
    task.due = {};
    EXPECT_EQ(trial.when(AssignTask{task}).error().code, "due_missing");
}

TEST_F(a_task, belongs_to_the_holder_of_its_post_and_is_assigned_once) {
    const auto task = assign(boats());
    EXPECT_EQ(row(task).owner, owner);
    EXPECT_EQ(row(task).post_title, "海上组长");
    EXPECT_EQ(assign(boats()), task);
}

TEST_F(a_task, is_confirmed_by_its_owner_or_deputy_with_the_proof_it_wants) {
    auto wanted = boats();
    wanted.confirmation = Confirmation::number;
    wanted.number_wanted = 46;
    const auto task = assign(wanted);
    EXPECT_EQ(trial.when(confirm(task), "p-stranger").error().code, "not_yours");
    EXPECT_EQ(trial.when(confirm(task), owner.text).error().code, "number_wanted");
    auto done = confirm(task);
    done.number = -1;
    EXPECT_EQ(trial.when(done, owner.text).error().code, "number_invalid");
    done.number = 40;
    ASSERT_TRUE(trial.when(done, deputy.text));
    EXPECT_EQ(trial.kinds(), std::vector<std::string>{"task.progressed"});
    done.number = 46;
    ASSERT_TRUE(trial.when(done, owner.text));
    EXPECT_EQ(row(task).state, TaskState::done);
    EXPECT_EQ(trial.when(done, owner.text).error().code, "already_done");
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_task, takes_no_place_in_the_sea_off_africa_and_no_invented_photo) {
    auto wanted = boats();
    wanted.confirmation = Confirmation::place;
    const auto task = assign(wanted);
    auto done = confirm(task);
    EXPECT_EQ(trial.when(done, owner.text).error().code, "place_wanted");
    done.lon = 0;
    done.lat = 0;
    EXPECT_EQ(trial.when(done, owner.text).error().code, "place_invalid");
    done.lon = 118.7;
    done.lat = 24.7;
    done.photo = "photo.jpg";
    EXPECT_EQ(trial.when(done, owner.text).error().code, "photo_invalid");
    done.photo.clear();
    EXPECT_TRUE(trial.when(done, owner.text));
}

TEST_F(a_task, is_noted_once_when_its_time_has_passed) {
    const auto task = assign(boats());
    trial.advance(minutes{31});
    EXPECT_EQ(trial.kinds(), std::vector<std::string>{"task.overdue"});
    EXPECT_EQ(counts_of(trial.rows(), "r1", trial.now()).late, 1);
    ASSERT_TRUE(trial.when(confirm(task), owner.text));
    EXPECT_EQ(counts_of(trial.rows(), "r1", trial.now()).late, 1) << "late stays late";
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_task, given_to_another_is_told_to_them_and_confirmed_by_them) {
    const auto task = assign(boats());
    EXPECT_EQ(trial.when(ReassignTask{task, {"p-nobody"}, "换人"}).error().code, "person_unknown");
    EXPECT_EQ(trial.when(ReassignTask{task, deputy, ""}).error().code, "reason_missing");
    const PersonId third{trial.when(organisation::AddPerson{"测试丙", "13900000003", kTown, true, {}}).value().subject};
    EXPECT_EQ(trial.when(confirm(task), third.text).error().code, "not_yours");
    ASSERT_TRUE(trial.when(ReassignTask{task, third, "海上组长外出"}));
    const auto& entry = trial.written().at(0);
    std::vector<PersonId> told;
    for (const auto& room : trial.writer().rooms())
        for (auto [each, end] = room.tellings.equal_range(entry.kind); each != end; ++each)
            for (const auto& telling : each->second(entry)) told.push_back(telling.person);
    EXPECT_EQ(told, std::vector<PersonId>{third});
    ASSERT_TRUE(trial.when(confirm(task), third.text));
    EXPECT_EQ(row(task).done_by, third);
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_task, ends_with_its_response) {
    const auto task = assign(boats());
    ASSERT_TRUE(trial.when(CancelTasks{"r1", "响应结束"}));
    EXPECT_EQ(trial.when(confirm(task), owner.text).error().code, "already_cancelled");
    trial.advance(minutes{60});
    EXPECT_TRUE(trial.written().empty());
    EXPECT_TRUE(trial.prove().ok);
}

}  // namespace
}  // namespace anlan::tasks
