#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "ebd/message.hpp"

namespace anlan::ebd {

/// `EBDB_<id>.xml`. Sounds are named with size and SM3; their bytes go into the package.
std::string write_body(const Message& message);

/// What a sound named in a body has to be.
struct NamedSound {
    std::string name;
    std::size_t size = 0;
    std::string digest;  ///< SM3, hex
};
struct ReadBody {
    Message message;  ///< its sounds still without bytes
    std::vector<NamedSound> sounds;
};

/// Refuses `body_invalid` with the field at fault, `type_unknown` for packages of other kinds.
Result<ReadBody> read_body(std::string_view xml);

/// "2026-11-30 12:05:00", the interface's time, at UTC+8.
std::string to_text(Instant at);

}  // namespace anlan::ebd
