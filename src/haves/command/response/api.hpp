#pragma once

#include "documents/archive.hpp"
#include "documents/ports.hpp"
#include "http/endpoint.hpp"
#include "response/ports.hpp"
#include "warning/queries.hpp"

namespace anlan::response {

/// What the endpoints need of the outside world; each may be empty.
struct Surroundings {
    const documents::ArchiveWriter* archive_writer =
        nullptr;  ///< none: the archive is refused with `archive_unavailable`
    LinkUp link_up;
    const documents::Writer* writer = nullptr;  ///< none: documents are refused
};

/// Responses, their timeline, review and archive; ladders; progress below; the duty log.
void add_endpoints(http::Endpoints& table, const Surroundings& surroundings);

/// For warning::Surroundings: which responses a warning led to.
warning::LedTo responses_of(store::Rows& rows, const warning::WarningId& warning);

}  // namespace anlan::response
