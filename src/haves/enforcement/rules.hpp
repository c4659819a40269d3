#pragma once

#include <vector>

#include "enforcement/calendar.hpp"
#include "enforcement/queries.hpp"
#include "journal/desk.hpp"

/// What several decisions of this room share.
namespace anlan::enforcement {

inline constexpr std::size_t kLongestText = 6000;  ///< bytes: 2000 Chinese characters

/// Refuses `enforcement_is_real` in a drill.
Result<void> real(const journal::Desk& desk);

Result<InspectionFacts> inspection_at(const journal::Desk& desk, const InspectionId& id);
Result<RectificationFacts> rectification_at(const journal::Desk& desk, const RectificationId& id);
Refusal place_unknown();

/// Not empty and not too long. Refuses `text_missing`, `too_long`.
Result<void> check_text(const std::string& text, const std::string& field, const char* zh, const char* en);
/// Each is the name of an attachment. Refuses `photo_invalid`.
Result<void> check_photos(const std::vector<std::string>& photos, const std::string& field);

/// 行政处罚法 art. 42: not fewer than two, each with a certificate that holds today. Refuses as StartInspection.
Result<std::vector<Officer>> check_officers(
    const journal::Desk& desk, const std::vector<PersonId>& persons, bool no_interest
);
/// 安全生产法 art. 68: signed by the officers and by the party, or its refusal noted.
Result<void> check_signatures(
    const std::vector<Officer>& officers,
    const std::vector<Signature>& signed_by,
    const std::string& party_signature,
    const std::string& refusal_reason
);

/// The next paper of its kind this year. `ahead` counts papers of the kind that the same decision issues before it.
Paper new_paper(const journal::Desk& desk, PaperKind kind, int ahead = 0);

/// When an order that ends with `due` is reminded of and must be re-checked.
struct OrderDays {
    std::string remind_on, recheck_by;
};
OrderDays order_days(const journal::Desk& desk, Day due);
/// Refuses `day_invalid`, `due_past`, `due_too_far`. `from`: the day the order was given.
Result<Day> check_due(const journal::Desk& desk, const std::string& due, const std::string& field, Day from);

/// A whole number of the policy pack.
int policy_count(const journal::Desk& desk, const std::string& key);

}  // namespace anlan::enforcement
