#include "app/demo_practice.hpp"

#include "app/grant.hpp"
#include "identity/accounts.hpp"
#include "practice/commands.hpp"
#include "practice/queries.hpp"

namespace anlan::app {

namespace {

/// What the step wants; the first one is played with a zero that nobody said.
practice::PlayMove move_for(const practice::PracticeFacts& facts) {
    const auto& step = facts.started.steps.at(static_cast<std::size_t>(facts.step));
    practice::PlayMove move{facts.id, facts.step, step.incident, step.figures, {}};
    if (facts.step == 0 && !move.figures.dead) move.figures.dead = 0;
    for (std::size_t at = 0; at < step.options.size(); ++at)
        if (step.options[at].right) move.chosen.push_back(static_cast<std::int64_t>(at));
    return move;
}

}  // namespace

void seed_practice(Node& node) {
    std::string officer;
    node.read([&](store::Rows& rows) {
        if (const auto account = identity::account_of(rows, "zhiban")) officer = account->person.text;
    });
    if (officer.empty()) return;
    const auto grant = [&](auto command) { return app::grant(node, std::move(command), officer); };
    const auto id = grant(practice::StartPractice{"rain_cellar"});
    for (bool playing = !id.empty(); playing;) {
        std::optional<practice::PracticeFacts> facts;
        node.read([&](store::Rows& rows) { facts = practice::find_practice(rows, {id}); });
        playing = facts && facts->state == practice::PracticeState::playing && !grant(move_for(*facts)).empty();
    }
}

}  // namespace anlan::app
