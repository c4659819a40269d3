#pragma once

#include <string>
#include <string_view>

#include "base/area.hpp"
#include "base/reflect.hpp"
#include "base/time.hpp"

/// What the two stations say to each other while one joins, and the texts they sign. docs/protocol/join.md tells the
/// whole story.
namespace anlan::links {

/// How long a code holds. Long enough for an installation day, short enough that a note found later opens nothing.
inline constexpr std::chrono::hours kCodeHours{24};
/// Twelve of 32 letters: 60 bits, which nobody guesses at the pace the gate allows in a day.
inline constexpr std::size_t kCodeLetters = 12;
/// How far apart the clocks of a station and of a command on the same machine may be.
inline constexpr std::chrono::seconds kProofSeconds{60};

/// "K7QM-2XVH-9RTC" of random bytes; without letters that look or sound alike on the telephone.
std::string code_from(std::string_view random);
/// Forgives small letters, spaces and missing dashes.
std::string code_as_typed(std::string_view typed);
/// The code never travels. Both sides know its digest, and show each other that they do: neither a listener nor
/// somebody between them learns enough to speak for one of them.
struct CodeKey {
    std::string id;      ///< names the code among others, 16 hex digits
    std::string digest;  ///< SM3, 64 hex digits: the key of mark()
    /// 32 hex digits that only a holder of the code can make for this text.
    std::string mark(std::string_view text) const;
    bool made(std::string_view text, std::string_view mark) const;
};
CodeKey key_of_code(std::string_view code);

/// Twenty digits in five groups over both public keys and the area: equal on both sides only if nobody stands between.
std::string fingerprint_of(const AreaCode& child, std::string_view child_pem, std::string_view parent_pem);

/// First message of the child: text() marked with the code and signed with the child's SM2 key. Nothing secret leaves.
struct JoinAsk {
    std::string code_id;
    AreaCode area;
    std::string name, public_pem, nkey;
    std::string mark, proof;
    std::string text() const;
};
BOOST_DESCRIBE_STRUCT(JoinAsk, (), (code_id, area, name, public_pem, nkey, mark, proof))

/// The child asks how it stands; only who holds the code and the key is answered.
struct JoinPoll {
    AreaCode area;
    std::string code_id, mark, proof;
    std::string text() const;
};
BOOST_DESCRIBE_STRUCT(JoinPoll, (), (area, code_id, mark, proof))

/// Where children connect to a node.
struct Door {
    std::string host;  ///< empty: the host by which the child already reached the node
    std::int64_t port = 0;
    std::string certificate;  ///< PEM, to be pinned
};
BOOST_DESCRIBE_STRUCT(Door, (), (host, port, certificate))

/// Who the parent is, and how the asking stands; text() is marked with the code and signed by the parent, so nobody
/// between the two machines can change the door, the certificate or the key.
struct JoinAnswer {
    std::string state;  ///< "pending", "approved", "refused", "removed"
    std::string reason;
    AreaCode area;
    std::string name;
    Level level = Level::county;
    std::string public_pem, fingerprint;
    std::optional<Door> door;
    std::string mark, signature;
    std::string text(const AreaCode& child) const;
};
BOOST_DESCRIBE_STRUCT(
    JoinAnswer, (), (state, reason, area, name, level, public_pem, fingerprint, door, mark, signature)
)

/// A command on the station's own machine asks how the links are: signed with the station's key, which only its owner
/// can read.
struct StatusAsk {
    Instant at{};
    std::string proof;
    std::string text(const AreaCode& area) const;
};
BOOST_DESCRIBE_STRUCT(StatusAsk, (), (at, proof))

}  // namespace anlan::links
