#pragma once

#include "consultation/queries.hpp"
#include "journal/desk.hpp"

/// What several decisions of this room share.
namespace anlan::consultation {

inline constexpr std::size_t kLongestTitle = 300;  ///< bytes: 100 Chinese characters
inline constexpr std::size_t kLongestText = 6000;  ///< bytes

Refusal consultation_unknown();
Refusal resolution_unknown();
/// Refuses `consultation_unknown`, `already_concluded`.
Result<ConsultationFacts> open_consultation(const journal::Desk& desk, const ConsultationId& id);
/// Refuses `resolution_unknown`, `already_closed`.
Result<ResolutionFacts> open_resolution(const journal::Desk& desk, const ResolutionId& id);

/// Refuses `<code>` when empty, `too_long` when it is.
Result<void> check_text(
    const std::string& text, const char* code, const char* field, const char* zh, const char* en, std::size_t most
);
/// The people with the titles of their posts, each once. Refuses `invited_missing`, `person_unknown`.
Result<std::vector<Invited>> invited_of(const journal::Desk& desk, const std::vector<PersonId>& people);
Result<void> check_person(const journal::Desk& desk, const PersonId& person, const char* field);
/// Title of a post of this node or below it; empty for somebody without one.
std::string title_of(const journal::Desk& desk, const PersonId& person);

}  // namespace anlan::consultation
