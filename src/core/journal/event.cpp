#include "journal/event.hpp"

#include <fmt/format.h>

#include "seal/seal.hpp"

namespace anlan::journal {

std::string hash_of(const Entry& entry) {
    return seal::sm3(fmt::format(
        "{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}",
        entry.prev,
        entry.seq,
        entry.at.time_since_epoch().count(),
        entry.actor,
        entry.drill,
        entry.kind,
        entry.subject,
        entry.cause,
        entry.body
    ));
}

}  // namespace anlan::journal
