#pragma once

#include <string>
#include <string_view>

#include "organisation/answers.hpp"
#include "organisation/commands.hpp"
#include "registers/ports.hpp"

/// Contacts as a telephone's address book keeps them (vCard, RFC 6350; read also as 2.1 and 3.0).
namespace anlan::organisation {

/// Names and full numbers of an area left as a file; the actor of the entry took it.
struct ContactsExported {
    static constexpr journal::EventKind kKind{"person.contacts_exported", 1};
    std::int64_t people = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ContactsExported, (), (people, reason))

/// Answers {"vcards": …}: names, posts and full numbers of this area for a telephone's address book. The export is
/// journalled. Refuses `reason_empty`.
struct ExportContacts {
    AreaCode area;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ExportContacts, (), (area, reason))
Result<Decision> decide(const ExportContacts& wish, const Desk& desk);

struct Contact {
    PersonId id;
    std::string name, phone, station, post;
    AreaCode area;
};

/// Version 3.0, which every telephone reads.
std::string to_vcards(const std::vector<Contact>& contacts);

bool is_vcard(std::string_view bytes);

/// As a table for the import of people: 姓名, 电话, 区划. A card's area is that of our own export, else the station's;
/// of several numbers the first mobile one. Refuses `table_empty`, `table_too_large`, `encoding_unknown`.
Result<registers::Table> contacts_table(std::string_view bytes, const AreaCode& station);

}  // namespace anlan::organisation
