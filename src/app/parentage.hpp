#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/area.hpp"
#include "base/reflect.hpp"

namespace anlan::app {

/// Whom a station joined and by what it is let in: the file parent.json in the node's folder, readable by its owner
/// alone. `anlan node join` writes it and `anlan serve` finds it there; no configuration has to be edited.
struct Parentage {
    AreaCode area;
    std::string name, public_pem;
    std::string host;  ///< where the parent's line listens; an empty certificate: it has none
    std::int64_t leaf_port = 0;
    std::string certificate;  ///< PEM, pinned
    std::string nkey_seed;    ///< "SU…", secret
};
BOOST_DESCRIBE_STRUCT(Parentage, (), (area, name, public_pem, host, leaf_port, certificate, nkey_seed))

/// Of a node that never joined: nothing. Throws when the file is damaged.
std::optional<Parentage> read_parentage(const std::filesystem::path& folder);
void write_parentage(const std::filesystem::path& folder, const Parentage& parentage);

}  // namespace anlan::app
