#pragma once

#include <filesystem>

#include "http/endpoint.hpp"

namespace anlan::attach {

/// POST and GET /api/v1/attachments, PUT and GET /api/v1/uploads/{upload}.
void add_endpoints(http::Endpoints& table, const std::filesystem::path& folder);

}  // namespace anlan::attach
