#include "shelter/room.hpp"

#include <set>

#include "shelter/commands.hpp"
#include "shelter/project.hpp"

namespace anlan::shelter {

std::string_view views_sql();

namespace {

/// What changes much is counted for the level above at once; after that every hour.
template <class E>
journal::Wishes count_now(const journal::Cause& cause, const E&) {
    if (!cause.mine) return {};
    return {cause.wish("system:shelter", CountHeads{cause.entry.drill})};
}

/// What a town tells its county, the county tells the level above: so it climbs within the hour.
journal::Wishes count_with_it(const journal::Cause& cause, const HeadsCounted&) {
    if (cause.mine) return {};
    return {cause.wish("system:shelter", CountHeads{cause.entry.drill})};
}

/// Whoever has to knock at doors is told so at once.
std::vector<journal::Telling> tell_helpers(const Entry& entry, const TransferOrdered& ordered) {
    std::set<PersonId> helpers;
    for (const auto& one : ordered.listed)
        if (!one.helper.empty()) helpers.insert(one.helper);
    std::vector<journal::Telling> told;
    for (const auto& helper : helpers)
        told.push_back({helper, {{"transfer", {{"id", entry.subject}, {"title", ordered.title}}}}});
    return told;
}

}  // namespace

journal::Room make_room() {
    journal::Room room("shelter", views_sql());
    room.projects<
            ShelterOpened,
            ShelterClosed,
            SignedIn,
            SignedOut,
            TransferOrdered,
            HouseholdMarked,
            TransferLifted,
            TransferClosed,
            HeadsCounted>()
        .mirrors<HeadsCounted>()
        .reacts<ShelterOpened>(&count_now<ShelterOpened>)
        .reacts<ShelterClosed>(&count_now<ShelterClosed>)
        .reacts<TransferOrdered>(&count_now<TransferOrdered>)
        .reacts<TransferLifted>(&count_now<TransferLifted>)
        .reacts<TransferClosed>(&count_now<TransferClosed>)
        .reacts<HeadsCounted>(&count_with_it)
        .recalls<CountHeads>("shelter.count")
        .tells<TransferOrdered>(&tell_helpers);
    return room;
}

}  // namespace anlan::shelter
