#pragma once

#include "documents/archive.hpp"
#include "documents/ports.hpp"
#include "programme/acceptance_answers.hpp"
#include "programme/evidence.hpp"

/// The file of an acceptance (验收档案): everything that belongs to it, readable without this program. It holds nothing
/// of the moment it is made, so that the same records give the same bytes, and the digest filed above can be reckoned
/// again. People appear by their posts, never by name (decision 0032). Packing and signing is the business of
/// documents::ArchiveWriter.
namespace anlan::programme {

/// One item with all that was said of it.
struct PackagedItem {
    std::string id, title_zh, title_en;
    double out_of = 0;
    std::optional<double> records, self, reviewer, final_points;
    bool not_applicable = false;
    std::string records_zh, records_en, self_note, opinion, reviewer_title;
    std::vector<std::string> evidence;  ///< see Evidence::name
};
BOOST_DESCRIBE_STRUCT(
    PackagedItem,
    (),
    (id,
     title_zh,
     title_en,
     out_of,
     records,
     self,
     reviewer,
     final_points,
     not_applicable,
     records_zh,
     records_en,
     self_note,
     opinion,
     reviewer_title,
     evidence)
)

/// sheet.json, and what the page is made of.
struct PackagedSheet {
    AcceptanceId acceptance;
    AreaCode station;
    std::string station_name;
    AreaCode county;
    std::string county_name, sheet;
    Instant applied_at{}, concluded_at{};
    std::string applied_by, concluded_by;  ///< posts
    AcceptanceResult result = AcceptanceResult::rectify;
    double total = 0, dynamic = 0;
    std::vector<std::string> gates;
    std::string opinion;
    std::vector<PackagedItem> items;
};
BOOST_DESCRIBE_STRUCT(
    PackagedSheet,
    (),
    (acceptance,
     station,
     station_name,
     county,
     county_name,
     sheet,
     applied_at,
     concluded_at,
     applied_by,
     concluded_by,
     result,
     total,
     dynamic,
     gates,
     opinion,
     items)
)

struct Package {
    std::vector<documents::ArchiveFile> files;
    std::vector<Evidence> evidence;
};

/// index.html, opinion.docx and opinion.pdf, sheet.json, rectifications.json, evidence.json, journal.json, told.json
/// and evidence/<digest>.<ending>. Of a concluded acceptance. Refuses what the writer refuses.
Result<Package> build_package(
    store::Rows& rows,
    const AcceptanceFacts& facts,
    const journal::NodeFacts& node,
    const documents::Writer& writer,
    const ReadAttachment& attachment
);

/// The page people read, in Chinese and English, without a script. `files` are the others, for its list of contents.
std::string package_page(
    const PackagedSheet& sheet,
    const std::vector<FixFacts>& fixes,
    const std::vector<Evidence>& evidence,
    const AcceptanceExtract& extract,
    const std::vector<documents::ArchiveFile>& files
);

/// "evidence/<digest>.jpg" among these files; empty: the photo is not in the package.
std::string path_of(const Evidence& evidence, const std::vector<documents::ArchiveFile>& files);

}  // namespace anlan::programme
