#pragma once

#include "broadcast/queries.hpp"

/// Two people (双人授权): nothing is released without a `Release`, and there is no other way to come by one than these.
namespace anlan::broadcast {

inline constexpr const char* kProgram = "system:broadcast";  ///< who drafts the monthly test
/// Nobody has written it yet.
bool by_program(const BroadcastFacts& draft);

class Release {
  public:
    /// Refuses `not_a_person` (the program), `nobody_wrote_it` (the program drafted it), `same_person`.
    static Result<Release> by_second(const BroadcastFacts& draft, const PersonId& second);

    /// The drafter alone, in the name of a red warning in force, if the policy lets it: an emergency, within the
    /// warning's areas, in the words of a template for its hazard, unchanged. Refuses `not_a_person`,
    /// `not_preauthorised`, `warning_not_in_force`, `warning_elsewhere`, `words_not_authorised`.
    static Result<Release> by_warning(
        const BroadcastFacts& draft, const PersonId& one, const std::string& warning, store::Rows& rows, Instant now
    );

    const PersonId& by() const { return by_; }
    const std::string& warning() const { return warning_; }

  private:
    Release(PersonId by, std::string warning) : by_(std::move(by)), warning_(std::move(warning)) {}
    PersonId by_;
    std::string warning_;
};

/// Refuses `not_a_person` for the program itself and for nobody.
Result<void> check_person(const PersonId& actor);

}  // namespace anlan::broadcast
