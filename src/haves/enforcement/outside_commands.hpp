#pragma once

#include "enforcement/outside_events.hpp"
#include "journal/desk.hpp"

namespace anlan::enforcement {

using journal::Decision;
using journal::Desk;

/// The answer holds the token, this once. Refuses `place_unknown`.
struct MakePartyLink {
    std::string place;
};
BOOST_DESCRIBE_STRUCT(MakePartyLink, (), (place))
Result<Decision> decide(const MakePartyLink& wish, const Desk& desk);

/// Refuses `link_unknown`, `reason_missing`.
struct RevokePartyLink {
    LinkId link;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RevokePartyLink, (), (link, reason))
Result<Decision> decide(const RevokePartyLink& wish, const Desk& desk);

/// By an enterprise's link. Refuses `link_unknown` (also of one that was revoked or ran out), `checklist_unknown`,
/// `item_unknown`, `item_missing`, `text_missing` of an item that failed, `too_long`, `photo_invalid`.
struct FileSelfCheck {
    std::string token, checklist;
    std::vector<CheckAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(FileSelfCheck, (), (token, checklist, answers))
Result<Decision> decide(const FileSelfCheck& wish, const Desk& desk);

/// Refuses `link_unknown`, `rectification_unknown` of another enterprise's, and what ReportRectified refuses.
struct SendProof {
    std::string token, rectification, text;
    std::vector<std::string> photos;
};
BOOST_DESCRIBE_STRUCT(SendProof, (), (token, rectification, text, photos))
Result<Decision> decide(const SendProof& wish, const Desk& desk);

/// By anybody. The answer holds the code, this once. Refuses `text_missing`, `too_long`, `photo_invalid`.
struct FilePublicReport {
    std::string what, where, contact;
    std::vector<std::string> photos;
};
BOOST_DESCRIBE_STRUCT(FilePublicReport, (), (what, where, contact, photos))
Result<Decision> decide(const FilePublicReport& wish, const Desk& desk);

/// By the duty desk. With a `place` a report sent to `hazard` becomes one. May be said anew: the last answer counts.
/// Refuses `report_unknown`, `text_missing`, `too_long`, `place_unknown`.
struct SortPublicReport {
    ReportId report;
    ReportWay way = ReportWay::answered;
    std::string answer, place;
};
BOOST_DESCRIBE_STRUCT(SortPublicReport, (), (report, way, answer, place))
Result<Decision> decide(const SortPublicReport& wish, const Desk& desk);

}  // namespace anlan::enforcement
