#pragma once

#include "organisation/commands.hpp"

/// Checks that several decisions of this room share.
namespace anlan::organisation {

inline constexpr std::size_t kTextBytesMax = 2'000;

Result<void> area_is_ours(const Desk& desk, const AreaCode& area, const char* field);
/// `line` empty passes when `may_be_empty`.
Result<void> line_is_known(const std::string& line, const char* field, bool may_be_empty);
Result<void> person_is_here(const Desk& desk, const PersonId& person, const char* field);
Result<void> person_is_active(const Desk& desk, const PersonId& person, const char* field);
Result<void> name_is_sound(const std::string& name);
/// Digits, with + - blank ( ) between them; 5 to 20 digits. Empty passes.
Result<void> phone_is_sound(const std::string& phone);
Result<void> reason_is_given(const std::string& reason);
bool is_date(const std::string& text);

struct PersonState {
    AreaCode area;
    bool full_time = false, active = false, erased = false;
};
BOOST_DESCRIBE_STRUCT(PersonState, (), (area, full_time, active, erased))
std::optional<PersonState> person_state(store::Rows& rows, const PersonId& person);
std::vector<std::string> lines_of(store::Rows& rows, const PersonId& person);

}  // namespace anlan::organisation
