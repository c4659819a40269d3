#include "app/announcing_hearts.hpp"

#include <algorithm>

namespace anlan::app {

void Hearts::beat(const std::string& terminal, Instant now) {
    std::lock_guard lock(mutex_);
    last_[terminal] = now;
}

std::optional<Instant> Hearts::last(const std::string& terminal) const {
    std::lock_guard lock(mutex_);
    const auto found = last_.find(terminal);
    return found == last_.end() ? std::nullopt : std::optional(found->second);
}

Hearts::News Hearts::compare(
    const std::vector<broadcast::TerminalFacts>& terminals, Instant now, Instant since, Milliseconds limit
) const {
    News news;
    for (const auto& terminal : terminals) {
        const auto heard_at = last(terminal.id.text);
        const bool beats = heard_at && now - *heard_at <= limit;
        if (beats && terminal.hearing != broadcast::Hearing::heard) news.heard.terminals.push_back(terminal.id);
        const bool overdue = now - std::max(since, heard_at.value_or(since)) > limit;
        if (overdue && terminal.hearing != broadcast::Hearing::silent)
            news.missed.terminals.push_back({terminal.id, heard_at});
    }
    return news;
}

}  // namespace anlan::app
