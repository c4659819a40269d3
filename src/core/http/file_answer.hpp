#pragma once

#include <filesystem>
#include <memory>

#include "http/message.hpp"
#include "http/static_files.hpp"

/// Answers whose body is a file too large for memory, sent straight from the disk and by range.
namespace anlan::http {

/// `digest`: what the file is known by, for browsers that have it already. Refused with 404 by the connection when
/// there is no such file.
Answer file_answer(const std::filesystem::path& file, std::string content_type, const std::string& digest);

/// What `file_answer` asked for; nothing: an answer like others.
std::shared_ptr<const StaticFile> taken_file(Answer& answer);

}  // namespace anlan::http
