#include "hooks/queries.hpp"

#include <algorithm>
#include <set>

#include "tokens/queries.hpp"

namespace anlan::hooks {

namespace {

constexpr const char* kSelect =
    "SELECT id, name, url, kinds, token, drills, made_at, made_by, mark, delivered, skipped, last_at, waiting_seq, "
    "attempts, failing_since, next_at, fault_zh, fault_en, test_asked, tested_at, test_fine, test_zh, test_en, "
    "ended_at, end_reason FROM hook ";

/// Rooms that keep the house itself, and words that tell of people alone.
const std::set<std::string_view> kHouse{"journal", "identity", "tokens", "hooks", "links", "search"};
const std::set<std::string_view> kPeople{"person", "calendar", "leave"};

std::string_view word_of(std::string_view kind) {
    return kind.substr(0, kind.find('.'));
}

std::string_view without_version(std::string_view kind) {
    return kind.substr(0, kind.find('/'));
}

bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::ranges::find(all, one) != all.end();
}

}  // namespace

bool HookFacts::wants(const journal::Entry& entry) const {
    if (!entry.drill.empty() && !drills) return false;
    const auto kind = without_version(entry.kind);
    return std::ranges::any_of(kinds, [&](const std::string& each) { return each == kind || each == word_of(kind); });
}

std::optional<HookFacts> find_hook(store::Rows& rows, const HookId& id) {
    return rows.first<HookFacts>(std::string(kSelect) + "WHERE id = :i", id);
}

std::vector<HookFacts> all_hooks(store::Rows& rows) {
    return rows.select<HookFacts>(
        std::string(kSelect) + "ORDER BY CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END, made_at DESC, id"
    );
}

std::vector<std::string> offered_kinds(const std::vector<journal::Room>& rooms) {
    std::set<std::string> all;
    for (const auto& room : rooms) {
        if (kHouse.contains(room.name)) continue;
        for (const auto& [text, facts] : room.kinds)
            if (!kPeople.contains(word_of(text))) all.emplace(without_version(text));
    }
    return {all.begin(), all.end()};
}

Reach reach_of(store::Rows& rows, const std::string& token, const AreaCode& station, Instant now) {
    const auto key = tokens::find_token(rows, {token});
    if (!key || key->revoked_at || key->expires <= now) return Reach::nothing;
    if (!key->area.contains(station) || !holds(key->permissions, "desk.view")) return Reach::nothing;
    return holds(key->permissions, "journal.read") ? Reach::bodies : Reach::notices;
}

}  // namespace anlan::hooks
