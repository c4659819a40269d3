#include "app/parentage.hpp"

#include <stdexcept>

#include "app/node_key.hpp"

namespace anlan::app {

namespace {

constexpr const char* kFile = "parent.json";

}  // namespace

std::optional<Parentage> read_parentage(const std::filesystem::path& folder) {
    const auto file = folder / kFile;
    if (!std::filesystem::exists(file)) return std::nullopt;
    auto read = from_json_text<Parentage>(read_text(file));
    if (!read) throw std::runtime_error(file.string() + ": " + read.error().en);
    return std::move(read.value());
}

void write_parentage(const std::filesystem::path& folder, const Parentage& parentage) {
    write_secret(folder / kFile, to_json_text(parentage) + "\n");
}

}  // namespace anlan::app
