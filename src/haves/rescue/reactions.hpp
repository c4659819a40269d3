#pragma once

#include "journal/desk.hpp"
#include "rescue/callout_events.hpp"

namespace anlan::rescue {

journal::Wishes on_team_called(const journal::Cause& cause, const TeamCalled& called);
journal::Wishes on_member_answered(const journal::Cause& cause, const MemberAnswered& answered);
journal::Wishes on_callout_closed(const journal::Cause& cause, const CalloutClosed& closed);
journal::Wishes on_aid_asked(const journal::Cause& cause, const AidAsked& asked);
journal::Wishes on_aid_passed(const journal::Cause& cause, const AidPassed& passed);
journal::Wishes on_aid_answered(const journal::Cause& cause, const AidAnswered& answered);
journal::Wishes on_aid_told(const journal::Cause& cause, const AidTold& told);

}  // namespace anlan::rescue
