#pragma once

#include <string>

#include "journal/event.hpp"
#include "store/rows.hpp"

namespace anlan::response {

/// A call or a task as the timeline remembers it: later events name only its id.
struct Part {
    std::string response;  ///< empty: belongs to none
    std::string kind;      ///< call, task
    std::string title;     ///< of the post called, or of the task
    PersonId person;
    AreaCode area;
    std::string colour;
    Instant due_at{};
};
BOOST_DESCRIBE_STRUCT(Part, (), (response, kind, title, person, area, colour, due_at))

/// The response an origin means ("<id>" or "<id>/confirm"); empty if it is none.
std::string response_of_origin(store::Rows& rows, const std::string& origin);

/// `counted`: it is work of the response itself.
void keep_part(store::Rows& rows, const journal::Entry& entry, const Part& part, bool counted);
Part part_of(store::Rows& rows, const std::string& id);

}  // namespace anlan::response
