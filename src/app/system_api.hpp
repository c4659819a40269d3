#pragma once

#include <filesystem>
#include <functional>

#include "http/endpoint.hpp"
#include "live/hub.hpp"

namespace anlan::app {

/// What the system's own endpoints look at.
struct SystemView {
    journal::NodeFacts facts;
    const std::vector<journal::Room>* rooms = nullptr;
    const live::Hub* hub = nullptr;
    std::function<const http::Endpoints*()> endpoints;  ///< the whole table, for OpenAPI
    std::filesystem::path attachments;
    bool demo = false;
    Instant started{};
};

/// healthz, metrics, OpenAPI, journal, compliance.
void add_system_endpoints(http::Endpoints& table, const SystemView& view);
/// /api/v1/suggestions: said by anybody with an account, answered by whoever keeps the lists.
void add_suggestion_endpoint(http::Endpoints& table);

}  // namespace anlan::app
