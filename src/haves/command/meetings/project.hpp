#pragma once

#include "meetings/events.hpp"
#include "store/rows.hpp"

namespace anlan::meetings {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const MeetingOpened& opened);
void project(store::Rows& rows, const Entry& entry, const GuestsInvited& invited);
void project(store::Rows& rows, const Entry& entry, const PersonJoined& joined);
void project(store::Rows& rows, const Entry& entry, const PersonLeft& left);
void project(store::Rows& rows, const Entry& entry, const HandMoved& moved);
void project(store::Rows& rows, const Entry& entry, const ViewShared& shared);
void project(store::Rows& rows, const Entry& entry, const RecordingSwitched& switched);
void project(store::Rows& rows, const Entry& entry, const CameraShared& shared);
void project(store::Rows& rows, const Entry& entry, const CameraStopped& stopped);
void project(store::Rows& rows, const Entry& entry, const MeetingClosed& closed);
void project(store::Rows& rows, const Entry& entry, const FilmMade& made);
void project(store::Rows& rows, const Entry& entry, const MeetingSpanned& spanned);
void project(store::Rows& rows, const Entry& entry, const SpanEnded& ended);

}  // namespace anlan::meetings
