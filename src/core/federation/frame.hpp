#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "federation/squeeze.hpp"
#include "journal/parcel.hpp"
#include "journal/stream.hpp"
#include "seal/pair_key.hpp"

/// The two frames that nodes exchange: a batch of entries of one stream, and a status that says how far everything has
/// come. Each ends with a code that only the two nodes can make (seal/pair_key.hpp). docs/protocol/handover.md draws
/// the bytes.
namespace anlan::federation {

/// Entries of one stream, one after the other without a gap.
struct Batch {
    std::string stream;
    std::int64_t epoch = 1;
    std::int64_t first = 1;
    std::vector<journal::Entry> entries;  ///< in the shared form; prev and hash do not travel
    std::string check;                    ///< first 16 hex digits of the last entry's hash
};

/// How far one stream has come at the other end; `check` as above, of the entry with this number.
struct StreamMark {
    std::string stream;
    std::int64_t epoch = 1, number = 0;
    std::string check;
    bool operator==(const StreamMark&) const = default;
};

struct Status {
    std::uint64_t incarnation = 0;     ///< drawn at each start: two machines with one key give themselves away
    Instant clock{};                   ///< the sender's
    int dictionary = 0;                ///< newest the sender can expand
    bool asks_again = false;           ///< a gap was seen: send from `arrived` on
    bool wants_locators = false;       ///< histories differ: tell earlier marks
    bool reads_past = true;            ///< can read batches that lean on what went before them
    std::vector<StreamMark> arrived;   ///< of the receiver's streams, here
    std::vector<StreamMark> sent;      ///< own streams' ends
    std::vector<StreamMark> locators;  ///< earlier marks of a stream whose histories differ, newest first
    Instant echo{};                    ///< sent_at of the receiver's last frame
    std::int64_t echo_age_ms = 0;      ///< how long ago it came
};

/// How a batch is squeezed. On a slow link with the entries in mind that went before it in its stream: the receiver
/// holds them when it can take the batch at all.
struct Squeezing {
    int dictionary = 0;  ///< the newest version both ends have
    bool slow = false;
    std::vector<journal::Entry> past{};  ///< right before the batch, the nearest last; only with `slow`
};

/// So many entries right before the batch, or fewer when they are not all here.
using Past = std::function<std::vector<journal::Entry>(const Batch& batch, std::int64_t count)>;

struct Frame {
    AreaCode from, to;
    Instant sent_at{};  ///< strictly later with every frame of a sender; its clock, unless that was set back
    std::optional<Batch> batch;
    std::optional<Status> status;
};

/// The bytes of a frame; `key` is the two nodes' own.
std::string encode(const Frame& frame, const Squeezer& squeezer, const Squeezing& squeezing, std::string_view key);

/// Who a frame says it is from; nothing for bytes that are no frame of this version.
std::optional<AreaCode> sender_of(std::string_view bytes);

/// Refuses `frame_damaged`, `frame_forged`, `frame_dictionary_unknown`, and `frame_past_unknown` when the batch cannot
/// be read because what went before it is missing or differs.
Result<Frame> decode(std::string_view bytes, const Squeezer& squeezer, std::string_view key, const Past& past = {});

/// The last of these entries that fit into the past of a frame.
std::vector<journal::Entry> past_of(std::vector<journal::Entry> entries);

/// One entry as it stands inside a batch, for training a dictionary.
std::string sample_of(const journal::Entry& entry);

inline constexpr std::size_t kBatchMostBytes = 4 * 1024 * 1024;  ///< of a batch, expanded
inline constexpr std::size_t kCheckDigits = 16;
inline std::string check_of(const std::string& hash) {
    return hash.substr(0, kCheckDigits);
}
inline constexpr std::size_t kPastMostBytes = 64 * 1024;  ///< of the past a sender uses, expanded
inline constexpr std::int64_t kPastMost = 256;            ///< entries of it

}  // namespace anlan::federation
