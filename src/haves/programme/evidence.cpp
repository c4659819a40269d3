#include "programme/evidence.hpp"

#include <algorithm>

#include "seal/seal.hpp"

namespace anlan::programme {

namespace {

/// The item an entry is about; none for the application and the opinion.
std::string item_of(const journal::Entry& entry) {
    const auto body = parse_json(entry.body);
    if (!body || !body.value().is_object()) return {};
    const auto* item = body.value().as_object().if_contains("item");
    return item != nullptr && item->is_string() ? std::string(item->as_string()) : std::string();
}

/// What became of the file afterwards is no part of it; nor is a report that came after it was judged, or that another
/// one replaced.
bool counts(const journal::Entry& entry, const std::vector<FixFacts>& fixes) {
    for (const auto& kind : {AcceptanceSubmitted::kKind, AcceptanceFiled::kKind, ReceiptPassedOn::kKind})
        if (entry.kind == kind.text()) return false;
    if (entry.kind != RectificationReported::kKind.text()) return true;
    const auto item = item_of(entry);
    return std::ranges::any_of(fixes, [&](const FixFacts& fix) {
        return fix.item == item && fix.reported_at == entry.at;
    });
}

ProofState state_of(const std::string& photo, bool ours, const ReadAttachment& attachment) {
    const auto bytes = attachment ? attachment(photo) : std::nullopt;
    if (!bytes) return ours ? ProofState::missing : ProofState::elsewhere;
    return seal::sha256(*bytes) == photo ? ProofState::intact : ProofState::altered;
}

}  // namespace

AcceptanceExtract extract_of(store::Rows& rows, const AcceptanceFacts& facts) {
    const auto fixes = all_fixes_of(rows, facts.id);
    AcceptanceExtract extract;
    for (auto& entry : journal::entries_about(rows, {facts.id.text}))
        if (counts(entry, fixes)) extract.own.push_back(std::move(entry));
    for (auto& told : journal::told_about(rows, {facts.id.text}))
        if (told.origin.contains(facts.station) && counts(told.entry, fixes)) extract.told.push_back(std::move(told));
    return extract;
}

std::vector<PhotoTold> photos_told(store::Rows& rows, const AreaCode& here) {
    return rows.select<PhotoTold>(
        "SELECT DISTINCT r.node, r.photo FROM acceptance_fix_report r JOIN acceptance_application p ON p.id = "
        "r.acceptance AND p.station = r.node AND p.node = p.station LEFT JOIN acceptance_submission s ON s.id = "
        "r.acceptance WHERE r.photo <> '' AND r.node <> :h AND s.id IS NULL",
        here
    );
}

bool has_told_photo(store::Rows& rows, const AreaCode& here, const std::string& photo) {
    return rows
        .value<std::int64_t>("SELECT 1 FROM acceptance_fix_report WHERE node = :h AND photo = :p LIMIT 1", here, photo)
        .has_value();
}

std::vector<Evidence> evidence_of(
    store::Rows& rows,
    const AcceptanceFacts& facts,
    const AcceptanceExtract& extract,
    const AreaCode& here,
    const ReadAttachment& attachment
) {
    std::vector<Evidence> all;
    const auto add_photo = [&](const std::string& photo, const std::string& item, const AreaCode& node) {
        if (photo.empty()) return;
        all.push_back({ProofKind::photo, photo, item, node, state_of(photo, node == here, attachment)});
    };
    for (const auto& review : reviews_of(rows, facts.id)) add_photo(review.photo, review.item, here);
    for (const auto& fix : all_fixes_of(rows, facts.id)) add_photo(fix.photo, fix.item, facts.station);
    std::ranges::stable_sort(all, {}, &Evidence::item);
    const auto state = [](bool stands) { return stands ? ProofState::intact : ProofState::altered; };
    for (const auto& entry : extract.own)
        all.push_back(
            {ProofKind::entry, std::to_string(entry.seq), item_of(entry), here, state(journal::stands(rows, entry))}
        );
    for (const auto& told : extract.told)
        all.push_back(
            {ProofKind::entry,
             std::to_string(told.entry.seq),
             item_of(told.entry),
             told.origin,
             state(journal::stands(told))}
        );
    return all;
}

}  // namespace anlan::programme
