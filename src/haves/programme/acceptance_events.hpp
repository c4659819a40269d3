#pragma once

#include "journal/event.hpp"
#include "programme/readiness.hpp"

/// Acceptance (验收): the town applies, the county reviews item by item, the prefecture keeps the file. POLICY.md §1.1,
/// §1.4. Acceptances are real; a drill has none.
namespace anlan::programme {

using AcceptanceId = Id<struct AcceptanceTag>;

/// What the station gives itself on an item that no record can answer.
struct SelfScore {
    std::string item;
    double points = 0;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(SelfScore, (), (item, points, note))

struct AcceptanceApplied {
    static constexpr journal::EventKind kKind{"acceptance.applied", 1, journal::Share::up};
    AreaCode station;
    std::string by_title;
    std::vector<SelfScore> self;
    Readiness readiness;  ///< as the records stood at that moment
};
BOOST_DESCRIBE_STRUCT(AcceptanceApplied, (), (station, by_title, self, readiness))

/// The reviewer's word on one item, kept beside what the records say. The last one counts.
struct ItemReviewed {
    static constexpr journal::EventKind kKind{"acceptance.item_reviewed", 1};
    std::string item;
    double points = 0;
    bool not_applicable = false;  ///< takes the item's points out of the denominator
    std::string opinion, photo;   ///< photo: SHA-256 of an attachment
    std::optional<double> lon, lat;
    std::string by_title;  ///< the reviewer's post
};
BOOST_DESCRIBE_STRUCT(ItemReviewed, (), (item, points, not_applicable, opinion, photo, lon, lat, by_title))

struct RectificationOrdered {
    static constexpr journal::EventKind kKind{"acceptance.rectification_ordered", 1, journal::Share::down};
    AreaCode station;
    std::string item, what, until;  ///< until: YYYY-MM-DD
    std::int64_t round = 1;         ///< the how manyth order for this item
};
BOOST_DESCRIBE_STRUCT(RectificationOrdered, (), (station, item, what, until, round))

struct RectificationReported {
    static constexpr journal::EventKind kKind{"acceptance.rectification_reported", 1, journal::Share::up};
    std::string item, note, photo;
    std::int64_t round = 1;
};
BOOST_DESCRIBE_STRUCT(RectificationReported, (), (item, note, photo, round))

struct RectificationAccepted {
    static constexpr journal::EventKind kKind{"acceptance.rectification_accepted", 1, journal::Share::down};
    AreaCode station;
    std::string item;
    std::int64_t round = 1;
};
BOOST_DESCRIBE_STRUCT(RectificationAccepted, (), (station, item, round))

/// 优秀候选, 良好, 合格, 限期整改.
BOOST_DEFINE_ENUM_CLASS(AcceptanceResult, excellent_candidate, good, pass, rectify)

struct FinalScore {
    std::string item;
    double points = 0, out_of = 0;
    bool not_applicable = false;
};
BOOST_DESCRIBE_STRUCT(FinalScore, (), (item, points, out_of, not_applicable))

/// 验收意见及结果, for the town and for filing above.
struct AcceptanceConcluded {
    static constexpr journal::EventKind kKind{"acceptance.concluded", 1, journal::Share::both};
    AreaCode station;
    std::string sheet;
    AcceptanceResult result = AcceptanceResult::rectify;
    double total = 0;    ///< of 100, items that do not apply left out
    double dynamic = 0;  ///< of `total`, from items that are tried
    double calls = 0;    ///< C4 and C8, which part equal totals
    std::vector<FinalScore> scores;
    std::vector<std::string> gates;
    std::string opinion, by_title;
};
BOOST_DESCRIBE_STRUCT(
    AcceptanceConcluded, (), (station, sheet, result, total, dynamic, calls, scores, gates, opinion, by_title)
)

/// 报备: the county tells the prefecture, and the town, which package it keeps (decision 0032). The last one counts.
struct AcceptanceSubmitted {
    static constexpr journal::EventKind kKind{"acceptance.submitted", 1, journal::Share::both};
    AreaCode station;
    std::string digest;  ///< SM3 of the package's list of files, 64 hex digits
    std::int64_t files = 0;
    AcceptanceResult result = AcceptanceResult::rectify;
    double total = 0;
    std::string by_title;
};
BOOST_DESCRIBE_STRUCT(AcceptanceSubmitted, (), (station, digest, files, result, total, by_title))

/// 备案回执: the prefecture has the package of this digest on file.
struct AcceptanceFiled {
    static constexpr journal::EventKind kKind{"acceptance.filed", 1, journal::Share::down};
    std::string number;
    std::string digest, by_title;
};
BOOST_DESCRIBE_STRUCT(AcceptanceFiled, (), (number, digest, by_title))

/// The receipt handed on to the station: what goes down reaches the next level only.
struct ReceiptPassedOn {
    static constexpr journal::EventKind kKind{"acceptance.receipt_passed_on", 1, journal::Share::down};
    AreaCode station;
    std::string number, digest;
    Instant filed_at{};
};
BOOST_DESCRIBE_STRUCT(ReceiptPassedOn, (), (station, number, digest, filed_at))

}  // namespace anlan::programme
