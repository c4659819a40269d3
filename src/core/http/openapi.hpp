#pragma once

#include <string>

#include "http/endpoint.hpp"

namespace anlan::http {

/// OpenAPI 3.1 of the table. The browser's types are generated from it.
json::value openapi_of(const Endpoints& endpoints, const std::string& version);

/// Role × endpoint as a Markdown page (docs/permissions.md), for people who must sign it off.
std::string permission_matrix(
    const Endpoints& endpoints, const std::map<std::string, std::set<std::string>>& permissions_of_roles
);

}  // namespace anlan::http
