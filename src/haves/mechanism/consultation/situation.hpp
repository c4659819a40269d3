#pragma once

#include "consultation/queries.hpp"
#include "journal/desk.hpp"

/// What a consultation should look at now, proposed from what the station knows; nobody types what it holds already.
namespace anlan::consultation {

struct Situation {
    std::string title;              ///< proposed
    std::vector<AgendaItem> items;  ///< responses, warnings, incidents, late tasks, units, stock, open resolutions
    std::vector<PersonId> invited;  ///< the holders of the node's own posts that lead or hold a line
};

/// `origin` names the incident or the response it is called for; empty: a regular one.
Situation situation_of(
    store::Rows& rows,
    const journal::NodeFacts& node,
    const World& world,
    ConsultationOccasion occasion,
    const std::string& origin,
    Instant now
);

}  // namespace anlan::consultation
