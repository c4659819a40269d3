#pragma once

#include "journal/desk.hpp"
#include "programme/acceptance_events.hpp"

namespace anlan::programme {

/// 申请验收. Refuses `not_a_station`, `already_applied`, `points_invalid`, `score_missing`, `gate_closed`,
/// `self_check_short`.
struct ApplyForAcceptance {
    std::vector<SelfScore> self;
};
BOOST_DESCRIBE_STRUCT(ApplyForAcceptance, (), (self))

/// 逐项评审. Refuses `acceptance_unknown`, `not_at_this_level`, `already_concluded`, `item_unknown`, `points_invalid`,
/// `opinion_empty` when the points differ from what the records give, or the item is said not to apply; `already_reviewed`
/// when another person's word would be written over unseen.
struct ReviewItem {
    AcceptanceId acceptance;
    std::string item;
    std::optional<double> points;
    std::optional<bool> not_applicable;
    std::optional<std::string> opinion, photo;
    std::optional<double> lon, lat;
    std::optional<Instant> seen{};  ///< when the review was made that the reviewer has before him; none: there was none
};
BOOST_DESCRIBE_STRUCT(ReviewItem, (), (acceptance, item, points, not_applicable, opinion, photo, lon, lat, seen))

/// 整改通知. Refuses `what_empty`, `until_invalid` for a day that is past or never was.
struct OrderRectification {
    AcceptanceId acceptance;
    std::string item, what, until;
};
BOOST_DESCRIBE_STRUCT(OrderRectification, (), (acceptance, item, what, until))

/// The town says it is done. Refuses `rectification_unknown`, `note_empty`, `already_concluded`, `already_accepted`:
/// what was judged is not written over afterwards.
struct ReportRectification {
    AcceptanceId acceptance;
    std::string item, note;
    std::optional<std::string> photo;
};
BOOST_DESCRIBE_STRUCT(ReportRectification, (), (acceptance, item, note, photo))

struct AcceptRectification {
    AcceptanceId acceptance;
    std::string item;
};
BOOST_DESCRIBE_STRUCT(AcceptRectification, (), (acceptance, item))

/// 出具验收意见. Refuses `items_unreviewed` and `rectifications_open`, naming them.
struct ConcludeAcceptance {
    AcceptanceId acceptance;
    std::string opinion;
};
BOOST_DESCRIBE_STRUCT(ConcludeAcceptance, (), (acceptance, opinion))

/// 报备, by the level that concluded. The digest is reckoned from the package, never typed. Refuses
/// `acceptance_unknown`, `not_at_this_level`, `not_concluded`, `digest_invalid`, `already_submitted` with this digest.
struct SubmitAcceptance {
    AcceptanceId acceptance;
    std::string digest;
    std::int64_t files = 0;
};
BOOST_DESCRIBE_STRUCT(SubmitAcceptance, (), (acceptance, digest, files))

/// 备案, at the level above the one that concluded; the receipt names the digest last submitted. Refuses
/// `not_submitted`, `number_empty`, `already_filed` with this digest.
struct FileAcceptance {
    AcceptanceId acceptance;
    std::string number;
};
BOOST_DESCRIBE_STRUCT(FileAcceptance, (), (acceptance, number))

/// By the program, when a receipt has come down. Writes nothing where there is none to pass on.
struct PassReceiptOn {
    AcceptanceId acceptance;
};
BOOST_DESCRIBE_STRUCT(PassReceiptOn, (), (acceptance))

Result<journal::Decision> decide(const PassReceiptOn& wish, const journal::Desk& desk);
Result<journal::Decision> decide(const ApplyForAcceptance& wish, const journal::Desk& desk);
Result<journal::Decision> decide(const ReviewItem& wish, const journal::Desk& desk);
Result<journal::Decision> decide(const OrderRectification& wish, const journal::Desk& desk);
Result<journal::Decision> decide(const ReportRectification& wish, const journal::Desk& desk);
Result<journal::Decision> decide(const AcceptRectification& wish, const journal::Desk& desk);
Result<journal::Decision> decide(const ConcludeAcceptance& wish, const journal::Desk& desk);
Result<journal::Decision> decide(const SubmitAcceptance& wish, const journal::Desk& desk);
Result<journal::Decision> decide(const FileAcceptance& wish, const journal::Desk& desk);

}  // namespace anlan::programme
