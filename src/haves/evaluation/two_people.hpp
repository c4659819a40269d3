#pragma once

#include "base/result.hpp"
#include "base/strong.hpp"

namespace anlan::evaluation {

/// Two different people. There is no other way to make one, and a change by hand is confirmed by nothing else.
class TwoPeople {
  public:
    /// Refuses `same_person`; `person_wanted` when one of the two is the program itself.
    static Result<TwoPeople> of(PersonId first, PersonId second);

    const PersonId& first() const { return first_; }
    const PersonId& second() const { return second_; }

  private:
    TwoPeople(PersonId first, PersonId second) : first_(std::move(first)), second_(std::move(second)) {}
    PersonId first_, second_;
};

}  // namespace anlan::evaluation
