#include <fmt/format.h>

#include <algorithm>

#include "journal/vault.hpp"
#include "rescue/rules.hpp"
#include "rescue/training_commands.hpp"
#include "rescue/training_queries.hpp"
#include "seal/seal.hpp"

namespace anlan::rescue {

namespace {

constexpr std::chrono::hours kEarliest{1};  ///< before it starts
constexpr std::size_t kSecret_bytes = 16;

Result<TrainingFacts> open_training(const Desk& desk, const TrainingId& id) {
    auto training = find_training(desk.views, id);
    if (!training) return refuse("training_unknown", "training", "没有这次训练", "there is no such training");
    if (training->closed_at) return refuse("already_closed", "training", "这次训练已经结束", "this training is over");
    return std::move(*training);
}

bool code_fits(const Desk& desk, const TrainingId& id, const std::string& code) {
    const auto secret = journal::vault::reveal(desk.views, id.text, "code");
    return secret && (code == code_at(*secret, desk.now) || code == code_at(*secret, desk.now - kCodeEvery));
}

}  // namespace

std::string code_at(const std::string& secret, Instant at) {
    const auto turn = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch() / kCodeEvery;
    const auto digest = seal::sm3(secret + ":" + std::to_string(turn));
    return fmt::format("{:06}", std::stoull(digest.substr(0, 12), nullptr, 16) % 1'000'000);
}

Result<Decision> decide(const PlanTraining& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    if (wish.title.empty()) return refuse("title_missing", "title", "请写训练内容", "say what is trained");
    if (wish.teams.empty()) return refuse("teams_missing", "teams", "请选择队伍", "choose a team");
    for (const auto& team : wish.teams) {
        BOOST_OUTCOME_TRYV(known_team(desk, team));
    }
    if (wish.ends <= wish.starts || wish.ends - wish.starts > std::chrono::hours{24})
        return refuse(
            "times_invalid", "ends", "结束应晚于开始，且不超过一天", "it must end after it starts, within a day"
        );
    const auto id = desk.new_id();
    return journal::decided(journal::event(
        id,
        TrainingPlanned{wish.kind, wish.title, wish.place, wish.goal, wish.teams, wish.starts, wish.ends},
        {{id, "code", seal::to_hex(desk.dice.bytes(kSecret_bytes)), journal::Retention::keep}}
    ));
}

Result<Decision> decide(const SignInTraining& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto training, open_training(desk, wish.training));
    const auto person = wish.person.value_or(desk.person());
    const bool other = person != desk.person();
    if (other && !works_the_desk(desk))
        return refuse("not_permitted", "person", "只能替自己签到", "sign in for yourself only");
    const auto member = find_member(desk.views, person);
    const auto& teams = training.teams;
    if (!member || std::find(teams.begin(), teams.end(), member->team) == teams.end())
        return refuse("not_member", "person", "不是参训队伍的队员", "not a member of the teams that train");
    if (desk.now + kEarliest < training.starts)
        return refuse("not_open", "training", "开始前一小时才能签到", "sign-in opens an hour before it starts");
    if (!other && !code_fits(desk, wish.training, wish.code))
        return refuse(
            "code_wrong",
            "code",
            "签到码不对或已更换，请看现场屏幕重新输入",
            "the code is wrong or has changed; look at the screen again"
        );
    for (const auto& each : people_in(desk.views, wish.training))
        if (each.person == person) return Decision{{}, wish.training.text, {}};
    return journal::decided(
        journal::event(wish.training.text, TrainingSignedIn{person, other ? desk.person() : PersonId{}})
    );
}

Result<Decision> decide(const CloseTraining& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto training, open_training(desk, wish.training));
    const auto people = people_in(desk.views, wish.training);
    if (people.empty()) return refuse("nobody_signed_in", "training", "还没有人签到", "nobody has signed in");
    TrainingClosed closed{wish.summary, {}};
    const auto end = std::min(desk.now, training.ends);
    for (const auto& each : people) {
        const auto span = std::max(Milliseconds{0}, end - std::max(each.at, training.starts));
        const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(span).count();
        closed.people.push_back({each.person, static_cast<double>((minutes + 3) / 6) / 10});
    }
    return journal::decided(journal::event(wish.training.text, closed));
}

}  // namespace anlan::rescue
