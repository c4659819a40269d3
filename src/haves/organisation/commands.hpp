#pragma once

#include "journal/desk.hpp"
#include "organisation/events.hpp"

namespace anlan::organisation {

using journal::Decision;
using journal::Desk;

/// Takes over the divisions; codes that are here already with the same words change nothing. Refuses `areas_empty`.
struct AdoptAreas {
    std::vector<AreaEntry> areas;
};
BOOST_DESCRIBE_STRUCT(AdoptAreas, (), (areas))
Result<Decision> decide(const AdoptAreas& wish, const Desk& desk);
/// Reads a CSV of `code,name,parent,lon,lat` (data/divisions). Refuses `areas_unreadable` with the line.
Result<AdoptAreas> areas_from_csv(std::string_view csv);

/// Refuses `name_empty`, `phone_invalid`, `area_not_ours`, `line_invalid`.
struct AddPerson {
    std::string name, phone;  ///< phone may be empty, then nobody can call
    AreaCode area;
    bool full_time = false;
    std::vector<std::string> lines;
};
BOOST_DESCRIBE_STRUCT(AddPerson, (), (name, phone, area, full_time, lines))
Result<Decision> decide(const AddPerson& wish, const Desk& desk);

/// Many at once: all or, with the first fault, none.
struct AddPeople {
    std::vector<AddPerson> people;
};
BOOST_DESCRIBE_STRUCT(AddPeople, (), (people))
Result<Decision> decide(const AddPeople& wish, const Desk& desk);

/// Absent fields stay as they are. Refuses as AddPerson, and `person_unknown`, `already_erased`.
struct ChangePerson {
    PersonId person;
    std::optional<std::string> name, phone;
    std::optional<AreaCode> area;
    std::optional<bool> full_time, active;
    std::optional<std::vector<std::string>> lines;
};
BOOST_DESCRIBE_STRUCT(ChangePerson, (), (person, name, phone, area, full_time, active, lines))
Result<Decision> decide(const ChangePerson& wish, const Desk& desk);

/// Refuses `person_unknown`, `phone_missing`.
struct TestPhone {
    PersonId person;
    PhoneResult result = PhoneResult::answered;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(TestPhone, (), (person, result, note))
Result<Decision> decide(const TestPhone& wish, const Desk& desk);

/// Answers with the person; with a reason also with the full telephone number, and then the look is journalled.
struct ShowPerson {
    PersonId person;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ShowPerson, (), (person, reason))
Result<Decision> decide(const ShowPerson& wish, const Desk& desk);

/// Destroys name and number, vacates the person's posts, closes the log-in. Refuses `person_unknown`, `reason_empty`,
/// `reason_names_person` (the reason stays in the journal for ever).
struct ErasePerson {
    PersonId person;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ErasePerson, (), (person, reason))
Result<Decision> decide(const ErasePerson& wish, const Desk& desk);

/// Refuses `title_empty`, `area_not_ours`, `line_invalid`. Sort 0: after all others.
struct CreatePost {
    std::string code, title;
    AreaCode area;
    std::string duties;
    bool required = false, full_time = false;
    std::string line;
    std::int64_t sort = 0;
};
BOOST_DESCRIBE_STRUCT(CreatePost, (), (code, title, area, duties, required, full_time, line, sort))
Result<Decision> decide(const CreatePost& wish, const Desk& desk);

/// Absent fields stay as they are. Refuses as CreatePost, and `post_unknown`.
struct ChangePost {
    PostId post;
    std::optional<std::string> code, title;
    std::optional<AreaCode> area;
    std::optional<std::string> duties;
    std::optional<bool> required, full_time;
    std::optional<std::string> line;
    std::optional<std::int64_t> sort;
};
BOOST_DESCRIBE_STRUCT(ChangePost, (), (post, code, title, area, duties, required, full_time, line, sort))
Result<Decision> decide(const ChangePost& wish, const Desk& desk);

/// Refuses `post_unknown`, `person_unknown`, `person_inactive`, `deputy_same`, `date_invalid`.
struct Appoint {
    PostId post;
    PersonId person;
    std::optional<PersonId> deputy;  ///< absent: the deputy stays
    std::string from;
};
BOOST_DESCRIBE_STRUCT(Appoint, (), (post, person, deputy, from))
Result<Decision> decide(const Appoint& wish, const Desk& desk);

/// Refuses `post_unknown`, `reason_empty`.
struct VacatePost {
    PostId post;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(VacatePost, (), (post, reason))
Result<Decision> decide(const VacatePost& wish, const Desk& desk);

/// Refuses `line_invalid`, `too_few_people` (R2: two named people), `person_unknown`, `person_twice`.
struct StaffLine {
    std::string line;
    std::vector<LineMember> people;
};
BOOST_DESCRIBE_STRUCT(StaffLine, (), (line, people))
Result<Decision> decide(const StaffLine& wish, const Desk& desk);

/// Refuses `area_not_ours`, `person_unknown`, `person_twice`. No people: the chain follows the posts again.
struct SetChain {
    AreaCode area;
    std::vector<PersonId> people;
};
BOOST_DESCRIBE_STRUCT(SetChain, (), (area, people))
Result<Decision> decide(const SetChain& wish, const Desk& desk);

/// Refuses `person_unknown`, `person_inactive`.
struct TakeDuty {
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(TakeDuty, (), (person))
Result<Decision> decide(const TakeDuty& wish, const Desk& desk);

/// Refuses `post_unknown`, `text_empty`, `line_invalid`.
struct ListDuty {
    PostId post;
    std::string line, text, basis;
};
BOOST_DESCRIBE_STRUCT(ListDuty, (), (post, line, text, basis))
Result<Decision> decide(const ListDuty& wish, const Desk& desk);

/// By the holder of the post alone, again every year. Refuses `duty_unknown`, `not_yours`.
struct AcknowledgeDuty {
    std::string duty;
};
BOOST_DESCRIBE_STRUCT(AcknowledgeDuty, (), (duty))
Result<Decision> decide(const AcknowledgeDuty& wish, const Desk& desk);

template <class C>
concept OrganisationCommand = std::same_as<C, AdoptAreas> || std::same_as<C, AddPerson> || std::same_as<C, AddPeople> ||
    std::same_as<C, ChangePerson> || std::same_as<C, TestPhone> || std::same_as<C, ShowPerson> ||
    std::same_as<C, ErasePerson> || std::same_as<C, CreatePost> || std::same_as<C, ChangePost> ||
    std::same_as<C, Appoint> || std::same_as<C, VacatePost> || std::same_as<C, StaffLine> ||
    std::same_as<C, SetChain> || std::same_as<C, TakeDuty> || std::same_as<C, ListDuty> ||
    std::same_as<C, AcknowledgeDuty>;

/// The organisation is the same in drills; a drill does not change it, so every change is real.
template <OrganisationCommand C>
std::optional<World> world_of(const C&, store::Rows&) {
    return World::real();
}

}  // namespace anlan::organisation
