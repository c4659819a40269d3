#pragma once

#include <string>
#include <vector>

#include "documents/archive.hpp"
#include "journal/desk.hpp"
#include "response/review.hpp"

/// The archive of a response: everything that belongs to it, readable without this program. Packing and signing is the
/// business of documents::ArchiveWriter.
namespace anlan::response {

/// index.html (one page, nothing to load), response.json, review.json, timeline.json, calls.json, tasks.json, the
/// journal's own entries as journal.json with their hashes, and each warning's original as warnings/<id>.xml.
std::vector<documents::ArchiveFile> build_archive(
    store::Rows& rows, const ResponseFacts& facts, const journal::NodeFacts& node, Instant now
);

/// The page people read, in Chinese.
std::string archive_page(
    const Review& review, const std::vector<TimelineLine>& timeline, const journal::NodeFacts& node, Instant now
);

}  // namespace anlan::response
