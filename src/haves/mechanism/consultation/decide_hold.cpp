#include <algorithm>

#include "consultation/commands.hpp"
#include "consultation/rules.hpp"

namespace anlan::consultation {

namespace {

bool came(const PersonFacts& person) {
    return person.presence && *person.presence != Presence::absent;
}

}  // namespace

Result<Decision> decide(const RecordAttendance& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_consultation(desk, wish.consultation));
    const auto people = people_of(desk.views, found.id);
    const auto invited =
        std::find_if(people.begin(), people.end(), [&](const auto& each) { return each.person == wish.person; });
    if (invited == people.end())
        return refuse("not_invited", "person", "此人不在参加人员中，请先邀请", "not invited; invite this person first");
    if (wish.presence == Presence::absent) {
        BOOST_OUTCOME_TRYV(check_text(
            wish.reason, "reason_missing", "reason", "请写缺席原因", "say why the person is absent", kLongestTitle
        ));
    }
    if (wish.presence == Presence::deputy) {
        if (wish.deputy.empty() || wish.deputy == wish.person)
            return refuse("deputy_missing", "deputy", "请选择代会人", "choose who came instead");
        BOOST_OUTCOME_TRYV(check_person(desk, wish.deputy, "deputy"));
    }
    const PersonAttended attended{
        wish.person,
        wish.presence,
        wish.presence == Presence::absent ? wish.reason : "",
        wish.presence == Presence::deputy ? wish.deputy : PersonId{}};
    const bool same = invited->presence == attended.presence && invited->reason == attended.reason &&
                      invited->deputy == attended.deputy;
    if (same) return Decision{{}, found.id.text, {}};
    return journal::decided(journal::event(found.id.text, attended));
}

Result<Decision> decide(const NoteWord& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_consultation(desk, wish.consultation));
    BOOST_OUTCOME_TRYV(
        check_text(wish.text, "text_missing", "text", "请写发言要点", "write what was said", kLongestText)
    );
    if (wish.person.empty()) {
        BOOST_OUTCOME_TRYV(check_text(
            wish.unit, "speaker_missing", "person", "请选择发言人，或写单位和职务", "say who spoke", kLongestTitle
        ));
    } else {
        BOOST_OUTCOME_TRYV(check_person(desk, wish.person, "person"));
    }
    const WordSaid said{wish.person, wish.person.empty() ? wish.unit : "", wish.text};
    return journal::decided(journal::event(found.id.text, said));
}

Result<Decision> decide(const ConcludeConsultation& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_consultation(desk, wish.consultation));
    BOOST_OUTCOME_TRYV(check_text(
        wish.conclusion, "conclusion_missing", "conclusion", "请写会商结论", "write what was concluded", kLongestText
    ));
    const auto people = people_of(desk.views, found.id);
    const auto present = std::count_if(people.begin(), people.end(), &came);
    if (present == 0)
        return refuse("nobody_present", "", "请先签到：至少一人到会", "note who was there first: at least one");
    ConsultationConcluded concluded{
        found.occasion,
        found.title,
        found.chair_title,
        wish.conclusion,
        found.starts_at,
        static_cast<std::int64_t>(people.size()),
        static_cast<std::int64_t>(present),
        {}};
    for (const auto& each : resolutions_of(desk.views, found.id))
        concluded.resolutions.push_back({each.id, each.number, each.text, each.owner_title, each.due});
    return journal::decided(journal::event(found.id.text, concluded));
}

std::optional<World> world_of(const RecordAttendance& wish, store::Rows& rows) {
    return world_of_consultation(rows, wish.consultation);
}
std::optional<World> world_of(const NoteWord& wish, store::Rows& rows) {
    return world_of_consultation(rows, wish.consultation);
}
std::optional<World> world_of(const ConcludeConsultation& wish, store::Rows& rows) {
    return world_of_consultation(rows, wish.consultation);
}

}  // namespace anlan::consultation
