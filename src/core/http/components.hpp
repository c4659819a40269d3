#pragma once

#include <map>
#include <set>
#include <string>

#include "base/schema.hpp"

namespace anlan::http {

/// The named schemas of an API description. Schemas of described structs and enums (their "x-struct" tells) are taken
/// out of where they stand; a reference stays in their place.
class Components {
  public:
    /// Remembers every named schema within. All are to be noted before the first name is given.
    void note(const json::value& schema);
    /// The same schema with references for the named ones.
    json::value refer(const json::value& schema) const;
    /// By name, as components.schemas wants them. Two structs of one name are told apart by their room
    /// ("CallsRung", "TasksRung"), two readings of one struct by a number.
    json::object all() const;

  private:
    struct Told {
        std::string full, text;  // "calls::CallRow"; the schema written out
        auto operator<=>(const Told&) const = default;
    };
    std::string name_of(const Told& told) const;

    std::map<std::string, std::set<Told>> told_;  // by the last part of the name
};

}  // namespace anlan::http
