#pragma once

#include "documents/archive.hpp"
#include "documents/ports.hpp"
#include "http/endpoint.hpp"
#include "programme/ports.hpp"

namespace anlan::programme {

/// What the endpoints need of the outside world; each may be empty.
struct Surroundings {
    const documents::Writer* writer = nullptr;          ///< none: documents are refused
    const documents::ArchiveWriter* archive = nullptr;  ///< none: packages are refused
    ReadAttachment attachment{};
};

/// The package of an acceptance, its evidence as it stands now, submitting it above.
void add_package_endpoints(http::Endpoints& table, const Surroundings& surroundings);

}  // namespace anlan::programme
