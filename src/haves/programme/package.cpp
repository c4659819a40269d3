#include "programme/package.hpp"

#include <algorithm>
#include <set>

#include "attach/picture.hpp"
#include "organisation/queries.hpp"
#include "programme/opinion_paper.hpp"

namespace anlan::programme {

namespace {

using documents::ArchiveFile;

template <class T>
ArchiveFile json_file(std::string path, const T& content) {
    return {std::move(path), to_json_text(content) + "\n"};
}

std::string ending_of(std::string_view bytes) {
    const auto type = attach::type_of(bytes);
    if (type == "image/jpeg") return ".jpg";
    if (type == "image/png") return ".png";
    if (type == "image/webp") return ".webp";
    if (type == "application/pdf") return ".pdf";
    return "";
}

PackagedItem item_of(
    const Item& item,
    const AcceptanceFacts& facts,
    const std::vector<ReviewFacts>& reviews,
    const std::vector<Evidence>& evidence
) {
    PackagedItem made;
    made.id = item.id, made.title_zh = item.title_zh, made.title_en = item.title_en;
    made.out_of = item.points;
    if (const auto found = std::ranges::find(facts.readiness.findings, item.id, &Finding::item);
        found != facts.readiness.findings.end()) {
        made.records = found->points;
        made.records_zh = found->zh, made.records_en = found->en;
    }
    if (const auto self = std::ranges::find(facts.self, item.id, &SelfScore::item); self != facts.self.end())
        made.self = self->points, made.self_note = self->note;
    if (const auto review = std::ranges::find(reviews, item.id, &ReviewFacts::item); review != reviews.end()) {
        made.reviewer = review->points;
        made.opinion = review->opinion;
        made.reviewer_title = review->by_title;
    }
    const auto& scores = facts.conclusion->scores;
    if (const auto score = std::ranges::find(scores, item.id, &FinalScore::item); score != scores.end())
        made.final_points = score->points, made.not_applicable = score->not_applicable;
    for (const auto& each : evidence)
        if (each.item == item.id) made.evidence.push_back(each.name());
    return made;
}

PackagedSheet sheet_of(
    store::Rows& rows,
    const AcceptanceFacts& facts,
    const journal::NodeFacts& node,
    const std::vector<Evidence>& evidence
) {
    const auto& told = *facts.conclusion;
    PackagedSheet sheet;
    sheet.acceptance = facts.id;
    sheet.station = facts.station;
    sheet.station_name = organisation::area_name(rows, facts.station);
    sheet.county = node.area, sheet.county_name = node.name;
    sheet.sheet = told.sheet;
    sheet.applied_at = facts.applied_at, sheet.concluded_at = *facts.concluded_at;
    sheet.applied_by = facts.applied_by, sheet.concluded_by = told.by_title;
    sheet.result = told.result, sheet.total = told.total, sheet.dynamic = told.dynamic;
    sheet.gates = told.gates, sheet.opinion = told.opinion;
    const auto reviews = reviews_of(rows, facts.id);
    for (const auto& item : shipped_sheet().items) sheet.items.push_back(item_of(item, facts, reviews, evidence));
    return sheet;
}

}  // namespace

std::string path_of(const Evidence& evidence, const std::vector<ArchiveFile>& files) {
    if (evidence.kind != ProofKind::photo) return {};
    const auto begin = "evidence/" + evidence.id;
    const auto found = std::ranges::find_if(files, [&](const ArchiveFile& file) { return file.path.starts_with(begin); });
    return found == files.end() ? std::string() : found->path;
}

Result<Package> build_package(
    store::Rows& rows,
    const AcceptanceFacts& facts,
    const journal::NodeFacts& node,
    const documents::Writer& writer,
    const ReadAttachment& attachment
) {
    const auto extract = extract_of(rows, facts);
    Package package{{}, evidence_of(rows, facts, extract, node.area, attachment)};
    const auto fixes = all_fixes_of(rows, facts.id);
    const auto sheet = sheet_of(rows, facts, node, package.evidence);
    const auto paper = opinion_paper(facts, sheet.station_name, fixes, node.name);
    BOOST_OUTCOME_TRY(auto docx, writer.docx(paper));
    BOOST_OUTCOME_TRY(auto pdf, writer.pdf(paper));
    std::vector<ArchiveFile> files{
        {"opinion.docx", std::move(docx)},
        {"opinion.pdf", std::move(pdf)},
        json_file("sheet.json", sheet),
        json_file("rectifications.json", fixes),
        json_file("evidence.json", package.evidence),
        json_file("journal.json", extract.own),
        json_file("told.json", extract.told)};
    std::set<std::string> packed;
    for (const auto& each : package.evidence) {
        if (each.kind != ProofKind::photo || each.state != ProofState::intact) continue;
        if (!packed.insert(each.id).second) continue;
        auto bytes = attachment(each.id);
        if (bytes) files.push_back({"evidence/" + each.id + ending_of(*bytes), std::move(*bytes)});
    }
    package.files.push_back({"index.html", package_page(sheet, fixes, package.evidence, extract, files)});
    std::ranges::move(files, std::back_inserter(package.files));
    return package;
}

}  // namespace anlan::programme
