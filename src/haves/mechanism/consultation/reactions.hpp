#pragma once

#include "consultation/events.hpp"
#include "journal/desk.hpp"
#include "meetings/events.hpp"
#include "orders/events.hpp"
#include "tasks/events.hpp"

/// Who is rung, what a resolution becomes, and when it is settled.
namespace anlan::consultation {

journal::Wishes on_called(const journal::Cause& cause, const ConsultationCalled& called);
journal::Wishes on_invited(const journal::Cause& cause, const PeopleInvited& invited);
/// Held by video: the meeting is opened; whoever is invited has been rung already.
journal::Wishes on_met(const journal::Cause& cause, const MeetingJoined& met);
/// Who enters the meeting is there.
journal::Wishes on_joined(const journal::Cause& cause, const meetings::PersonJoined& joined);
/// Nobody need answer a call to what is over.
journal::Wishes on_concluded(const journal::Cause& cause, const ConsultationConcluded& concluded);
/// A task, or an order to units below.
journal::Wishes on_made(const journal::Cause& cause, const ResolutionMade& made);
journal::Wishes on_reminded(const journal::Cause& cause, const ResolutionReminded& reminded);
/// Ended by the chair: its task or its order is taken back.
journal::Wishes on_closed(const journal::Cause& cause, const ResolutionClosed& closed);

journal::Wishes on_task_confirmed(const journal::Cause& cause, const tasks::TaskConfirmed& confirmed);
/// 督办: the time is over, the owner is called.
journal::Wishes on_task_overdue(const journal::Cause& cause, const tasks::TaskOverdue& overdue);
journal::Wishes on_order_answered(const journal::Cause& cause, const orders::OrderAnswered& answered);

}  // namespace anlan::consultation
