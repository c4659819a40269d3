#pragma once

#include <filesystem>
#include <string>

#include "seal/seal.hpp"

namespace anlan::app {

std::string read_text(const std::filesystem::path& file);
/// Readable by its owner alone from the first byte on.
void write_secret(const std::filesystem::path& file, const std::string& text);

/// The node's own SM2 key in its folder, made when first asked for.
seal::KeyPair key_of(const std::filesystem::path& folder);
/// Its key towards push services (P-256, PEM), made when first asked for. Another one makes every subscription void.
std::string push_key_of(const std::filesystem::path& folder);

}  // namespace anlan::app
