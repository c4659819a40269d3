#pragma once

#include "programme/acceptance_events.hpp"

namespace anlan::programme {

/// 已申请, 整改中 or ended with a result, 已备案.
BOOST_DEFINE_ENUM_CLASS(AcceptanceState, applied, concluded, filed)

struct AcceptanceFacts {
    AcceptanceId id;
    AreaCode station;
    AcceptanceState state = AcceptanceState::applied;
    Instant applied_at{};
    std::string applied_by;  ///< post
    std::vector<SelfScore> self;
    Readiness readiness;
    std::optional<Instant> concluded_at, submitted_at, filed_at;
    std::optional<AcceptanceConcluded> conclusion;
    std::string submitted;  ///< digest of the package the county told of last; empty: none
    std::string submitted_by;
    std::string filing, receipt;  ///< number and digest of the prefecture's receipt
};

struct ReviewFacts {
    std::string item;
    double points = 0;
    bool not_applicable = false;
    std::string opinion, photo;
    std::optional<double> lon, lat;
    PersonId by;
    std::string by_title;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(ReviewFacts, (), (item, points, not_applicable, opinion, photo, lon, lat, by, by_title, at))

struct FixFacts {
    std::string item;
    std::int64_t round = 1;
    std::string what, until;
    Instant ordered_at{};
    std::string note, photo;  ///< of the station's report
    std::optional<Instant> reported_at, accepted_at;
};
BOOST_DESCRIBE_STRUCT(FixFacts, (), (item, round, what, until, ordered_at, note, photo, reported_at, accepted_at))

std::optional<AcceptanceFacts> find_acceptance(store::Rows& rows, const AcceptanceId& id);
std::vector<AcceptanceFacts> all_acceptances(store::Rows& rows);  ///< the newest first
std::optional<AcceptanceFacts> open_acceptance(store::Rows& rows, const AreaCode& station);
std::vector<ReviewFacts> reviews_of(store::Rows& rows, const AcceptanceId& id);
/// The last order of each item.
std::vector<FixFacts> fixes_of(store::Rows& rows, const AcceptanceId& id);
/// Every order there was, by item and round.
std::vector<FixFacts> all_fixes_of(store::Rows& rows, const AcceptanceId& id);

}  // namespace anlan::programme
