#include "journal/desk.hpp"

namespace anlan::journal {

// 9 characters of milliseconds, 11 of chance, in an alphabet without look-alikes: people read ids over the telephone.
std::string Desk::new_id() const {
    static constexpr std::string_view kAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    std::string id(20, '0');
    auto time = static_cast<std::uint64_t>(now.time_since_epoch().count());
    auto chance = dice.roll();
    for (int i = 8; i >= 0; --i, time >>= 5) id[static_cast<std::size_t>(i)] = kAlphabet[time & 31];
    for (std::size_t i = 9; i < 20; ++i, chance >>= 5) id[i] = kAlphabet[chance & 31];
    if (made.size() < 64) made.push_back(id);
    return id;
}

Decision decided(Event event) {
    Decision decision;
    decision.subject = event.subject;
    decision.events.push_back(std::move(event));
    return decision;
}

Decision decided(Events events, std::string subject) {
    Decision decision;
    decision.events = std::move(events);
    decision.subject = std::move(subject);
    return decision;
}

}  // namespace anlan::journal
