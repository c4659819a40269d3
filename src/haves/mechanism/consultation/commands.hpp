#pragma once

#include "consultation/events.hpp"
#include "journal/desk.hpp"

namespace anlan::consultation {

using journal::Decision;
using journal::Desk;

/// 发起会商. No time: now; no chair: the leader on duty, else who calls. Whoever is invited is rung. Refuses
/// `title_missing`, `too_long`, `invited_missing`, `person_unknown`, `origin_unknown`, `world_mixed`, `time_past`.
struct CallConsultation {
    ConsultationOccasion occasion = ConsultationOccasion::regular;
    std::string origin, title, place;
    std::optional<Instant> starts_at;
    PersonId chair;
    std::vector<AgendaItem> agenda;
    std::vector<PersonId> invited;
    bool by_video = false;  ///< a meeting by video is opened for it at once
};
BOOST_DESCRIBE_STRUCT(
    CallConsultation, (), (occasion, origin, title, place, starts_at, chair, agenda, invited, by_video)
)
Result<Decision> decide(const CallConsultation& wish, const Desk& desk);

/// All that follow up to ConcludeConsultation refuse `consultation_unknown` and, once it is over, `already_concluded`.
struct SetAgenda {
    ConsultationId consultation;
    std::vector<AgendaItem> agenda;
};
BOOST_DESCRIBE_STRUCT(SetAgenda, (), (consultation, agenda))
Result<Decision> decide(const SetAgenda& wish, const Desk& desk);
std::optional<World> world_of(const SetAgenda& wish, store::Rows& rows);

/// More people; those invited already are passed over. Refuses `invited_missing`, `person_unknown`.
struct InvitePeople {
    ConsultationId consultation;
    std::vector<PersonId> invited;
};
BOOST_DESCRIBE_STRUCT(InvitePeople, (), (consultation, invited))
Result<Decision> decide(const InvitePeople& wish, const Desk& desk);
std::optional<World> world_of(const InvitePeople& wish, store::Rows& rows);

/// 签到. Refuses `not_invited`, `reason_missing` (of an absence), `deputy_missing`, `person_unknown`.
struct RecordAttendance {
    ConsultationId consultation;
    PersonId person;
    Presence presence = Presence::present;
    std::string reason;
    PersonId deputy;
};
BOOST_DESCRIBE_STRUCT(RecordAttendance, (), (consultation, person, presence, reason, deputy))
Result<Decision> decide(const RecordAttendance& wish, const Desk& desk);
std::optional<World> world_of(const RecordAttendance& wish, store::Rows& rows);

/// What somebody said, in short. Refuses `speaker_missing`, `person_unknown`, `text_missing`, `too_long`.
struct NoteWord {
    ConsultationId consultation;
    PersonId person;
    std::string unit, text;
};
BOOST_DESCRIBE_STRUCT(NoteWord, (), (consultation, person, unit, text))
Result<Decision> decide(const NoteWord& wish, const Desk& desk);
std::optional<World> world_of(const NoteWord& wish, store::Rows& rows);

/// It is held by video: a meeting is opened for it. Held so already it is passed over.
struct JoinMeeting {
    ConsultationId consultation;
};
BOOST_DESCRIBE_STRUCT(JoinMeeting, (), (consultation))
Result<Decision> decide(const JoinMeeting& wish, const Desk& desk);
std::optional<World> world_of(const JoinMeeting& wish, store::Rows& rows);

/// 议决. For a post, a person, or units below; exactly one of the three. Refuses `text_missing`, `too_long`,
/// `owner_missing`, `person_unknown`, `not_below`, `area_unknown`, `due_past`.
struct MakeResolution {
    ConsultationId consultation;
    std::string text;
    PostId post;
    PersonId owner;
    std::vector<AreaCode> to;
    Instant due{};
};
BOOST_DESCRIBE_STRUCT(MakeResolution, (), (consultation, text, post, owner, to, due))
Result<Decision> decide(const MakeResolution& wish, const Desk& desk);
std::optional<World> world_of(const MakeResolution& wish, store::Rows& rows);

/// Refuses `conclusion_missing`, `too_long`, `nobody_present`.
struct ConcludeConsultation {
    ConsultationId consultation;
    std::string conclusion;
};
BOOST_DESCRIBE_STRUCT(ConcludeConsultation, (), (consultation, conclusion))
Result<Decision> decide(const ConcludeConsultation& wish, const Desk& desk);
std::optional<World> world_of(const ConcludeConsultation& wish, store::Rows& rows);

/// 催办. Refuses `resolution_unknown`, `already_closed`.
struct RemindResolution {
    ResolutionId resolution;
};
BOOST_DESCRIBE_STRUCT(RemindResolution, (), (resolution))
Result<Decision> decide(const RemindResolution& wish, const Desk& desk);
std::optional<World> world_of(const RemindResolution& wish, store::Rows& rows);

/// By the deadline `resolution/<id>`, before its time. Closed already it is passed over.
struct RemindInTime {
    ResolutionId resolution;
};
BOOST_DESCRIBE_STRUCT(RemindInTime, (), (resolution))
Result<Decision> decide(const RemindInTime& wish, const Desk& desk);
std::optional<World> world_of(const RemindInTime& wish, store::Rows& rows);

/// 终止 by the chair: what is not to be done any more. Refuses `resolution_unknown`, `already_closed`,
/// `reason_missing`, `not_chair`.
struct EndResolution {
    ResolutionId resolution;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(EndResolution, (), (resolution, reason))
Result<Decision> decide(const EndResolution& wish, const Desk& desk);
std::optional<World> world_of(const EndResolution& wish, store::Rows& rows);

/// The program's own: its task is confirmed, or all units have answered. Closed already it is passed over.
struct SettleResolution {
    ResolutionId resolution;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(SettleResolution, (), (resolution, words))
Result<Decision> decide(const SettleResolution& wish, const Desk& desk);
std::optional<World> world_of(const SettleResolution& wish, store::Rows& rows);

}  // namespace anlan::consultation
