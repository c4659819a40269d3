#include "response/archive.hpp"

#include <algorithm>

#include "calls/queries.hpp"
#include "journal/extract.hpp"
#include "tasks/queries.hpp"
#include "warning/queries.hpp"

namespace anlan::response {

using documents::ArchiveFile;

namespace {

/// The warnings it rests on, with the whole chain of each.
std::vector<std::string> chains_of(store::Rows& rows, const ResponseId& id) {
    std::vector<std::string> all;
    for (const auto& warning : warnings_of(rows, id)) {
        const auto facts = warning::find_warning(rows, {warning});
        if (!facts) continue;
        for (const auto& each : warning::history_of(rows, *facts)) all.push_back(each.id.text);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

template <class T>
ArchiveFile json_file(std::string path, const T& content) {
    return {std::move(path), to_json_text(content) + "\n"};
}

}  // namespace

std::vector<ArchiveFile> build_archive(
    store::Rows& rows, const ResponseFacts& facts, const journal::NodeFacts& node, Instant now
) {
    const auto review = review_of(rows, facts, now, false);
    const auto timeline = timeline_of(rows, facts.id);
    const auto warnings = chains_of(rows, facts.id);
    std::vector<std::string> subjects{facts.id.text};
    for (const auto* kind : {"call", "call_apart", "task"})
        for (auto& part : parts_of(rows, facts.id, kind)) subjects.push_back(std::move(part));
    subjects.insert(subjects.end(), warnings.begin(), warnings.end());
    std::vector<ArchiveFile> files{
        {"index.html", archive_page(review, timeline, node, now)},
        json_file("response.json", review.response),
        json_file("review.json", review),
        json_file("timeline.json", timeline),
        json_file("calls.json", calls::calls_of(rows, facts.id.text)),
        json_file("tasks.json", tasks::tasks_of(rows, facts.id.text)),
        json_file("journal.json", journal::entries_about(rows, subjects))};
    for (const auto& id : warnings) files.push_back({"warnings/" + id + ".xml", warning::original_of(rows, {id})});
    return files;
}

}  // namespace anlan::response
