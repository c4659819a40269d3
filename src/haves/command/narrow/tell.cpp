#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "calls/events.hpp"
#include "journal/room.hpp"
#include "narrow/queries.hpp"
#include "orders/events.hpp"
#include "response/events.hpp"

namespace anlan::narrow {

namespace {

using journal::Entry;
using journal::Room;

std::uint32_t order_of(const response::Footing& footing) {
    return footing.ordered_by.empty() ? 0 : mark_of(footing.ordered_by);
}

std::string joined(const std::string& one, const std::string& other) {
    return one.empty() || other.empty() ? one + other : one + "；" + other;
}

CallTold told_of_call(const Entry& entry, const calls::CallPlaced& placed) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(placed.due - entry.at).count();
    return {
        placed.hazard,
        placed.colour,
        placed.level,
        placed.area,
        std::max<std::int64_t>(0, minutes),
        static_cast<std::int64_t>(placed.ladder.size()),
        placed.post_title,
        placed.headline};
}

std::optional<Told> told_of_proposal(const response::ResponseProposed& proposed) {
    const auto& footing = proposed.footing;
    if (footing.ordered_by.empty()) return std::nullopt;
    return ReceiptTold{order_of(footing), footing.hazard, footing.level};
}

/// An order to activate goes without its hazard: the response itself is told too, and that proposes the plan.
OrderTold told_of_order(const Entry& entry, const orders::OrderIssued& issued) {
    const auto& sheet = issued.sheet;
    auto text = sheet.number.empty() ? sheet.title : sheet.number + " " + sheet.title;
    return {entry.subject, OrderState::active, "", 0, joined(text, sheet.text)};
}

/// What was noted here for a station below that telephoned is nothing to tell further up.
std::optional<Told> told_of_receipt(const Entry& entry, const orders::OrderReceipted& receipted) {
    if (receipted.on_behalf) return std::nullopt;
    return ReceiptTold{mark_of(entry.subject), "", 0};
}

std::optional<Told> told_of_answer(const Entry& entry, const orders::OrderAnswered& answered) {
    if (answered.on_behalf) return std::nullopt;
    auto text = answered.text;
    for (const auto& given : answered.values) text = joined(text, fmt::format("{}: {:g}", given.key, given.value));
    return OrderAnswerTold{mark_of(entry.subject), OrderAnswer::started, "", 0, text};
}

/// What is for some of those below is not told to the others.
bool meant_for(const Entry& entry, const AreaCode& neighbour) {
    if (entry.kind == WordsDown::kKind.text()) return Room::body_of<WordsDown>(entry).to == neighbour;
    if (entry.kind != orders::OrderIssued::kKind.text()) return true;
    const auto to = Room::body_of<orders::OrderIssued>(entry).sheet.to;
    return std::find(to.begin(), to.end(), neighbour) != to.end();
}

using Teller = std::function<std::optional<Told>(const Entry&)>;

template <class E, class Make>
std::pair<const std::string, Teller> teller(Make make) {
    return {E::kKind.text(), [make](const Entry& entry) -> std::optional<Told> {
                return make(entry, Room::body_of<E>(entry));
            }};
}

template <class E>
std::pair<const std::string, Teller> as_it_is() {
    return teller<E>([](const Entry&, E said) { return Told(std::move(said)); });
}

const std::map<std::string, Teller>& tellers_up() {
    using namespace response;
    static const std::map<std::string, Teller> all{
        as_it_is<SituationReported>(),
        as_it_is<CasualtiesReported>(),
        as_it_is<HelpCalled>(),
        teller<WordsUp>([](const Entry&, const WordsUp& said) { return WordsTold{said.text}; }),
        teller<calls::CallPlaced>(&told_of_call),
        teller<calls::CallAnswered>([](const Entry&, const calls::CallAnswered& said) {
            return AnswerTold{said.seconds, to_text(said.channel), said.on_behalf, said.note};
        }),
        teller<orders::OrderReceipted>(&told_of_receipt),
        teller<orders::OrderAnswered>(&told_of_answer),
        teller<ResponseProposed>([](const Entry&, const ResponseProposed& said) { return told_of_proposal(said); }),
        teller<ResponseActivated>([](const Entry&, const ResponseActivated& said) {
            const auto& footing = said.footing;
            return OrderAnswerTold{order_of(footing), OrderAnswer::started, footing.hazard, footing.level, said.reason};
        }),
        teller<ResponseDeclined>([](const Entry&, const ResponseDeclined& said) {
            return OrderAnswerTold{0, OrderAnswer::declined, "", 0, said.reason};
        }),
        teller<LevelChanged>([](const Entry&, const LevelChanged& said) {
            const auto& footing = said.footing;
            return OrderAnswerTold{order_of(footing), OrderAnswer::changed, footing.hazard, footing.level, said.reason};
        }),
        teller<ResponseClosed>([](const Entry&, const ResponseClosed& said) {
            return OrderAnswerTold{0, OrderAnswer::closed, "", 0, said.reason};
        })};
    return all;
}

const std::map<std::string, Teller>& tellers_down() {
    using namespace response;
    static const std::map<std::string, Teller> all{
        teller<WordsDown>([](const Entry&, const WordsDown& said) { return WordsTold{said.text}; }),
        teller<orders::OrderIssued>(&told_of_order),
        teller<ResponseActivated>([](const Entry& entry, const ResponseActivated& said) {
            return OrderTold{
                entry.subject,
                OrderState::active,
                said.footing.hazard,
                said.footing.level,
                joined(said.statement.matter_zh, said.statement.measures_zh)};
        }),
        teller<LevelChanged>([](const Entry& entry, const LevelChanged& said) {
            return OrderTold{
                entry.subject,
                OrderState::changed,
                said.footing.hazard,
                said.footing.level,
                joined(said.reason, said.statement.measures_zh)};
        }),
        teller<ResponseClosed>([](const Entry& entry, const ResponseClosed& said) {
            return OrderTold{entry.subject, OrderState::closed, "", 0, said.reason};
        })};
    return all;
}

}  // namespace

std::optional<Fact> fact_of(const Entry& entry, const AreaCode& here, const AreaCode& neighbour) {
    const bool up = neighbour != here && neighbour.contains(here);
    const auto& tellers = up ? tellers_up() : tellers_down();
    const auto teller = tellers.find(entry.kind);
    if (teller == tellers.end()) return std::nullopt;
    if (!meant_for(entry, neighbour)) return std::nullopt;
    auto told = teller->second(entry);
    if (!told) return std::nullopt;
    return Fact{
        entry.seq,
        mark_of(entry.subject),
        std::chrono::floor<std::chrono::minutes>(entry.at),
        drill_mark_of(entry.drill),
        std::move(*told)};
}

}  // namespace anlan::narrow
