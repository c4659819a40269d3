#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "journal/desk.hpp"

namespace anlan::journal {

/// A live notice to one person.
struct Telling {
    PersonId person;
    json::object more;  ///< beside kind, subject, seq, at, drill: {"call": …}
};

/// One kind of event a room writes: for the hand-over, and for the page that shows what leaves the station.
struct KindFacts {
    EventKind kind;
    std::vector<std::string> fields;
    bool (*reads)(const std::string& body);  ///< whether a body of another node can be one of this kind
};

template <EventBody E>
bool reads_as(const std::string& body) {
    return from_json_text<E>(body).has_value();
}

template <EventBody E>
std::vector<std::string> field_names() {
    std::vector<std::string> names;
    boost::mp11::mp_for_each<reflect::members_of<E>>([&](auto member) { names.push_back(member.name); });
    return names;
}

/// What one room (module) brings to a node: its tables, what it makes of events, what it answers to them, and which of
/// its commands a deadline may call. Filled once at start by the room's `make_room()`.
class Room {
  public:
    using Projection = std::function<void(store::Rows&, const Entry&)>;
    using Mirror = std::function<void(store::Rows&, const Entry&, const AreaCode& from)>;
    using Reaction = std::function<Wishes(const Cause&)>;
    using Recall = std::function<Result<Wish>(World, const std::string& body)>;

    Room(std::string name, std::string_view views_sql) : name(std::move(name)), views_sql(views_sql) {}

    /// `project(store::Rows&, const Entry&, const E&)` beside each event writes this room's tables from own entries.
    template <EventBody... E>
    Room& projects() {
        (projections.emplace(
             E::kKind.text(), [](store::Rows& rows, const Entry& entry) { project(rows, entry, body_of<E>(entry)); }
         ),
         ...);
        (kinds.insert_or_assign(E::kKind.text(), KindFacts{E::kKind, field_names<E>(), &reads_as<E>}), ...);
        return *this;
    }

    /// `mirror(store::Rows&, const Entry&, const E&, const AreaCode& from)` keeps what other nodes told.
    template <EventBody... E>
    Room& mirrors() {
        (mirror_projections.emplace(
             E::kKind.text(),
             [](store::Rows& rows, const Entry& entry, const AreaCode& from) {
                 mirror(rows, entry, body_of<E>(entry), from);
             }
         ),
         ...);
        (kinds.insert_or_assign(E::kKind.text(), KindFacts{E::kKind, field_names<E>(), &reads_as<E>}), ...);
        return *this;
    }

    /// Answers an own or delivered event with wishes; called once, in the same commit as the event (decision 0004).
    template <EventBody E>
    Room& reacts(Wishes (*reaction)(const Cause&, const E&)) {
        reactions.emplace(E::kKind.text(), [reaction](const Cause& cause) {
            return reaction(cause, body_of<E>(cause.entry));
        });
        return *this;
    }

    /// A command that a deadline may call by name; see journal/deadline.hpp.
    template <class C>
    Room& recalls(std::string command) {
        recalled.emplace(command, [command](World world, const std::string& body) -> Result<Wish> {
            BOOST_OUTCOME_TRY(auto read, from_json_text<C>(body));
            return wish(std::move(world), "system:" + command, std::move(read));
        });
        return *this;
    }

    /// Who is told at once over the live channel when this happens (beside the desks, which hear of everything).
    template <EventBody E>
    Room& tells(std::vector<Telling> (*telling)(const Entry&, const E&)) {
        tellings.emplace(E::kKind.text(), [telling](const Entry& entry) { return telling(entry, body_of<E>(entry)); });
        return *this;
    }

    template <EventBody E>
    static E body_of(const Entry& entry) {
        auto read = from_json_text<E>(entry.body);
        ensure(read.has_value(), "a journal entry reads back as the event it was");
        return std::move(read.value());
    }

    std::string name;
    std::string_view views_sql;
    std::map<std::string, KindFacts> kinds;
    std::multimap<std::string, Projection> projections;
    std::multimap<std::string, Mirror> mirror_projections;
    std::multimap<std::string, Reaction> reactions;
    std::map<std::string, Recall> recalled;
    std::multimap<std::string, std::function<std::vector<Telling>(const Entry&)>> tellings;
};

}  // namespace anlan::journal
