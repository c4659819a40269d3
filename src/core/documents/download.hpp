#pragma once

#include <functional>

#include "documents/ports.hpp"
#include "http/endpoint.hpp"

/// Endpoints that hand out files, one line each.
namespace anlan::documents {

using AskOfficial = std::function<Result<Official>(const http::Call&, store::Rows&)>;
using AskWorkbook = std::function<Result<Workbook>(const http::Call&, store::Rows&)>;

/// GET `path`.docx and `path`.pdf: add_official(table, writer, "/api/v1/orders/{order}/document", "desk.view",
/// "一件指令", "One order", &paper_of). `writer` outlives the table; without one they refuse `documents_unavailable`.
/// The file is called after the document's title. `asked` are the queries `ask` reads.
void add_official(
    http::Endpoints& table,
    const Writer* writer,
    const std::string& path,
    const std::string& permission,
    const std::string& zh,
    const std::string& en,
    const AskOfficial& ask,
    std::initializer_list<http::Asked> asked = {}
);

/// GET `path`.xlsx, called after the first sheet.
void add_workbook(
    http::Endpoints& table,
    const Writer* writer,
    const std::string& path,
    const std::string& permission,
    const std::string& zh,
    const std::string& en,
    AskWorkbook ask,
    std::initializer_list<http::Asked> asked = {}
);

/// An answer that browsers save under this name (any script; signs a file name cannot hold are replaced).
http::Answer file_answer(std::string bytes, const std::string& content_type, const std::string& name);

}  // namespace anlan::documents
