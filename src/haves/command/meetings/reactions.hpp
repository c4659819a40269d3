#pragma once

#include "journal/desk.hpp"
#include "meetings/events.hpp"

/// Who is rung.
namespace anlan::meetings {

journal::Wishes on_opened(const journal::Cause& cause, const MeetingOpened& opened);
journal::Wishes on_invited(const journal::Cause& cause, const GuestsInvited& invited);
/// Nobody need answer a call to what is over.
journal::Wishes on_closed(const journal::Cause& cause, const MeetingClosed& closed);

journal::Wishes on_spanned(const journal::Cause& cause, const MeetingSpanned& spanned);
journal::Wishes on_span_ended(const journal::Cause& cause, const SpanEnded& ended);

}  // namespace anlan::meetings
