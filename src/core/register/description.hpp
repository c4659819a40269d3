#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/ensure.hpp"
#include "base/reflect.hpp"
#include "registers/mapping.hpp"

/// Lists that somebody keeps, told by a description of their fields.
namespace anlan::registers {

/// `type`: text, number, date (YYYY-MM-DD), area (12-digit code), person (id), choice, bool, place ({lon,lat}).
struct Field {
    std::string name, title_zh, title_en;
    std::string type = "text";
    bool required = false;
    std::vector<std::string> choices{};
    bool personal = false;  ///< kept in the vault, masked for those who may not edit
};
BOOST_DESCRIBE_STRUCT(Field, (), (name, title_zh, title_en, type, required, choices, personal))

struct Register {
    std::string name, title_zh, title_en;
    std::vector<Field> fields;
    bool stays_home = false;  ///< rows never leave the station: they are about people, and above only totals are needed
    std::vector<std::string> keys{};  ///< fields that tell rows apart: what is imported again changes the row it was
    const Field* find(std::string_view field) const;
};
BOOST_DESCRIBE_STRUCT(Register, (), (name, title_zh, title_en, fields, stays_home, keys))

/// A register whose rows read as T: every field but the personal ones has a member of the same name.
template <Described T>
Register described(Register description) {
    boost::mp11::mp_for_each<reflect::members_of<T>>([&](auto member) {
        ensure(description.find(member.name) != nullptr, "a register describes every member of its row");
    });
    return description;
}

/// All lists of a node.
class Shelf {
  public:
    void add(Register description);
    const Register* find(std::string_view name) const;
    /// For imports into one of its lists.
    void add(Mapping mapping) { mappings_.push_back(std::move(mapping)); }
    const std::vector<Register>& all() const { return all_; }
    const std::vector<Mapping>& mappings() const { return mappings_; }

  private:
    std::vector<Register> all_;
    std::vector<Mapping> mappings_;
};

}  // namespace anlan::registers
