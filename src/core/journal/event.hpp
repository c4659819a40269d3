#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/area.hpp"
#include "base/reflect.hpp"
#include "base/time.hpp"
#include "base/world.hpp"

/// The journal: what happened, in order, chained by hash. Everything else is computed from it.
namespace anlan::journal {

/// Whether an entry leaves the node, and which way.
BOOST_DEFINE_ENUM_CLASS(Share, local, up, down, both)
/// Which entries cross a slow link first.
BOOST_DEFINE_ENUM_CLASS(Urgency, life_safety, urgent, routine)

/// Declared inside each event struct as `static constexpr journal::EventKind kKind{"call.placed", 1, …};`.
struct EventKind {
    std::string_view name;
    int version;
    Share share = Share::local;
    Urgency urgency = Urgency::routine;
    std::string_view home = {};  ///< fields of the body that never leave the node: "household,remark"
    bool verbatim = false;       ///< a public document, kept to the letter; people's words are searched for numbers

    std::string text() const { return std::string(name) + "/" + std::to_string(version); }
};

template <class E>
concept EventBody = Described<E> && requires {
    { E::kKind } -> std::convertible_to<EventKind>;
};

enum class Retention { post_term, event_closed, keep };  ///< when a personal value is due for erasing (POLICY §12)

/// A personal value that must stay erasable (个人信息保护法 art. 47): it goes to the vault under the person's own key;
/// the entry carries only a salted digest, so the chain verifies after the value is gone.
struct Secret {
    std::string ref;    ///< whose: a person's or household's id
    std::string field;  ///< "name", "phone"
    std::string value;
    Retention retention = Retention::post_term;
};

/// A fact about to be written.
struct Event {
    EventKind kind;
    std::string subject;  ///< id of the thing it is about
    json::object body;
    std::vector<Secret> secrets;
    std::vector<std::string> forgets;  ///< vault refs whose keys this event destroys
    std::vector<AreaCode> to{};        ///< of a kind that goes down: only these neighbours; empty: all below
};

using Events = std::vector<Event>;

template <EventBody E>
Event event(std::string subject, const E& body, std::vector<Secret> secrets = {}) {
    return {E::kKind, std::move(subject), to_json(body).as_object(), std::move(secrets), {}, {}};
}

/// A fact as written.
struct Entry {
    std::int64_t seq = 0;
    Instant at{};
    std::string actor;  ///< person id, or "system:<room>"
    std::string drill;  ///< empty: reality
    std::string kind;   ///< "call.placed/1"
    std::string subject;
    std::int64_t cause = 0;  ///< seq of the entry whose reaction wrote this one; 0: a person or the clock
    std::string body;        ///< JSON text, covered by the hash
    std::string prev, hash;

    World world() const { return World::stored(drill); }
};
BOOST_DESCRIBE_STRUCT(Entry, (), (seq, at, actor, drill, kind, subject, cause, body, prev, hash))

/// SM3 over prev and every field above, one per line in the order of the struct.
std::string hash_of(const Entry& entry);

}  // namespace anlan::journal
