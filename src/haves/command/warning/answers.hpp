#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "store/rows.hpp"
#include "warning/events.hpp"
#include "warning/queries.hpp"

/// What the endpoints of this room answer.
namespace anlan::warning {

struct CircleAnswer {
    double lon = 0, lat = 0, radius_km = 0;
};
BOOST_DESCRIBE_STRUCT(CircleAnswer, (), (lon, lat, radius_km))

struct AreaAnswer {
    std::string description;
    std::vector<AreaCode> codes;
    std::vector<std::vector<std::array<double, 2>>> polygons;  ///< rings of [lon, lat]
    std::vector<CircleAnswer> circles;
};
BOOST_DESCRIBE_STRUCT(AreaAnswer, (), (description, codes, polygons, circles))

struct WarningAnswer {
    WarningId id;
    std::string identifier, sender, sender_name, standard, source, via, status, msg_type, action, hazard, hazard_name;
    Colour colour = Colour::none;
    std::string event, headline, description, instruction;
    Instant sent{}, received_at{};
    std::optional<Instant> effective, onset, expires;
    WarningState state = WarningState::active;
    std::optional<WarningId> replaced_by;
    std::vector<WarningId> replaces;
    std::vector<AreaAnswer> areas;
    bool covers_us = false;
    std::vector<std::string> notes;
    std::string drill;
    std::vector<std::string> responses;
    std::optional<Instant> first_response_at;
};
BOOST_DESCRIBE_STRUCT(
    WarningAnswer,
    (),
    (id,
     identifier,
     sender,
     sender_name,
     standard,
     source,
     via,
     status,
     msg_type,
     action,
     hazard,
     hazard_name,
     colour,
     event,
     headline,
     description,
     instruction,
     sent,
     received_at,
     effective,
     onset,
     expires,
     state,
     replaced_by,
     replaces,
     areas,
     covers_us,
     notes,
     drill,
     responses,
     first_response_at)
)

struct WarningBrief {
    WarningId id;
    std::string action;
    Colour colour = Colour::none;
    Instant sent{};
    std::string headline;
    WarningState state = WarningState::active;
};
BOOST_DESCRIBE_STRUCT(WarningBrief, (), (id, action, colour, sent, headline, state))

struct WarningDetail : WarningAnswer {
    std::string original;
    std::vector<AlertInfo> infos;
    std::vector<WarningBrief> history;  ///< oldest first
};
BOOST_DESCRIBE_STRUCT(WarningDetail, (WarningAnswer), (original, infos, history))

/// The person's language decides the name of the hazard.
WarningAnswer answer_of(store::Rows& rows, const WarningFacts& facts, const ResponsesOf& responses_of, bool english);
WarningDetail detail_of(store::Rows& rows, const WarningFacts& facts, const ResponsesOf& responses_of, bool english);

/// What receiving a file came to: the first warning it made, all of them, and what a person should know of them.
struct WarningReceipt {
    std::string id;
    std::vector<std::string> ids, notes;
    std::string verdict;  ///< valid, usable
};
BOOST_DESCRIBE_STRUCT(WarningReceipt, (), (id, ids, notes, verdict))

struct DrillAnswer {
    DrillId id;
    std::string name, scenario;
    Instant started_at{};
    std::string state;  ///< running, ended
    bool ours = true;
};
BOOST_DESCRIBE_STRUCT(DrillAnswer, (), (id, name, scenario, started_at, state, ours))

}  // namespace anlan::warning
