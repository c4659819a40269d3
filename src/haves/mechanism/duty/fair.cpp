#include "duty/fair.hpp"

#include <algorithm>

namespace anlan::duty {

namespace {

constexpr unsigned kPosts = 4;
constexpr double kMostCarried = 2;

unsigned bit(DutyPost post) {
    return 1U << static_cast<unsigned>(post);
}

/// How much each post wants of one kind of turn.
std::array<double, kPosts> wanted(const std::vector<Slot>& slots, double Turns::*kind) {
    std::array<double, kPosts> sums{};
    for (const auto& slot : slots)
        sums[static_cast<unsigned>(slot.post)] += turns_of(slot).*kind * static_cast<double>(slot.people);
    return sums;
}

struct Taker {
    PersonId person;
    unsigned posts = 0;
    double present = 0;  ///< days of the month not on leave
};

std::vector<Taker> takers_of(const Month& month) {
    std::vector<Taker> takers;
    for (const auto& member : month.members) {
        Taker taker{member.person, 0, 0};
        for (const auto post : member.posts) taker.posts |= bit(post);
        for (const auto& day : month.days) taker.present += month.away(member.person, day.day) ? 0 : 1;
        if (taker.posts != 0 && taker.present > 0) takers.push_back(taker);
    }
    return takers;
}

/// Posts whose turns press hardest on those who alone can take them.
struct Pressed {
    unsigned posts = 0;
    double level = -1;  ///< turns a day of presence
};

Pressed hardest(const std::array<double, kPosts>& sums, unsigned left, const std::vector<Taker>& takers) {
    Pressed worst;
    for (unsigned set = 1; set < (1U << kPosts); ++set) {
        if ((set & ~left) != 0) continue;
        double turns = 0, present = 0;
        for (unsigned post = 0; post < kPosts; ++post)
            if ((set >> post) & 1U) turns += sums[post];
        for (const auto& taker : takers)
            if ((taker.posts & set) != 0) present += taker.present;
        // A wider set of the same pressure is as good, and ends sooner.
        if (present > 0 && turns / present >= worst.level) worst = {set, turns / present};
    }
    return worst;
}

/// The most even sharing there is: the tightest posts are shared among their takers, who then owe nothing to the rest.
void share(const Month& month, const std::vector<Slot>& slots, double Turns::*kind, std::map<PersonId, Turns>& shares) {
    const auto sums = wanted(slots, kind);
    auto takers = takers_of(month);
    unsigned left = (1U << kPosts) - 1;
    while (left != 0 && !takers.empty()) {
        const auto pressed = hardest(sums, left, takers);
        if (pressed.posts == 0) return;
        for (const auto& taker : takers)
            if ((taker.posts & pressed.posts) != 0) shares[taker.person].*kind = pressed.level * taker.present;
        std::erase_if(takers, [&](const Taker& taker) { return (taker.posts & pressed.posts) != 0; });
        left &= ~pressed.posts;
    }
}

}  // namespace

std::map<PersonId, Turns> fair_shares(const Month& month) {
    std::map<PersonId, Turns> shares;
    for (const auto& member : month.members) shares[member.person] = {};
    const auto slots = slots_of(month);
    for (const auto kind : kTurnKinds) share(month, slots, kind, shares);
    for (auto& [person, turns] : shares) {
        const auto ahead = month.ahead.find(person);
        if (ahead == month.ahead.end()) continue;
        for (const auto kind : kTurnKinds)
            turns.*kind = std::max(0.0, turns.*kind - std::clamp(ahead->second.*kind, -kMostCarried, kMostCarried));
    }
    return shares;
}

}  // namespace anlan::duty
