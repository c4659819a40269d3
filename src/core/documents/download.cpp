#include "documents/download.hpp"

#include <fmt/format.h>

namespace anlan::documents {

namespace {

constexpr const char* kDocx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr const char* kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr const char* kPdf = "application/pdf";

using WriteOfficial = Result<std::string> (Writer::*)(const Official&) const;

Refusal unavailable() {
    return refuse(
        "documents_unavailable",
        "",
        "本站没有装配公文排版，请联系管理员",
        "this station cannot make documents; call the administrator"
    );
}

bool fits_a_name(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && std::string_view("\\/:*?\"<>|%").find(c) == std::string_view::npos;
}

/// RFC 8187.
std::string percent(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const bool plain =
            (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
        if (plain)
            out.push_back(c);
        else
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

http::Endpoint& add_file(
    http::Endpoints& table,
    const std::string& path,
    const std::string& permission,
    const std::string& zh,
    const std::string& en,
    const char* type
) {
    const auto ending = path.substr(path.rfind('.') + 1);
    auto& made = table.add(http::Method::get, path, permission, zh + "（" + ending + "）", en + " (" + ending + ")");
    made.gives = {{"type", "string"}, {"contentMediaType", type}};
    return made;
}

}  // namespace

http::Answer file_answer(std::string bytes, const std::string& content_type, const std::string& name) {
    std::string fit;
    for (const char c : name) fit.push_back(fits_a_name(c) ? c : '_');
    return {
        .status = 200,
        .content_type = content_type,
        .body = std::move(bytes),
        .headers = {
            {"Content-Disposition",
             "attachment; filename=\"document" + fit.substr(std::min(fit.size(), fit.rfind('.'))) +
                 "\"; filename*=UTF-8''" + percent(fit)}}};
}

void add_official(
    http::Endpoints& table,
    const Writer* writer,
    const std::string& path,
    const std::string& permission,
    const std::string& zh,
    const std::string& en,
    const AskOfficial& ask,
    std::initializer_list<http::Asked> asked
) {
    struct Kind {
        const char *ending, *type;
        WriteOfficial write;
    };
    for (const Kind kind : {Kind{".docx", kDocx, &Writer::docx}, Kind{".pdf", kPdf, &Writer::pdf}}) {
        auto& made = add_file(table, path + kind.ending, permission, zh, en, kind.type).asks(asked);
        made.read = [writer, ask, kind](const http::Call& call, store::Rows& rows) -> Result<http::Answer> {
            if (writer == nullptr) return unavailable();
            BOOST_OUTCOME_TRY(const auto document, ask(call, rows));
            BOOST_OUTCOME_TRY(auto bytes, (writer->*kind.write)(document));
            return file_answer(std::move(bytes), kind.type, document.title + kind.ending);
        };
    }
}

void add_workbook(
    http::Endpoints& table,
    const Writer* writer,
    const std::string& path,
    const std::string& permission,
    const std::string& zh,
    const std::string& en,
    AskWorkbook ask,
    std::initializer_list<http::Asked> asked
) {
    auto& made = add_file(table, path + ".xlsx", permission, zh, en, kXlsx).asks(asked);
    made.read = [writer, ask = std::move(ask)](const http::Call& call, store::Rows& rows) -> Result<http::Answer> {
        if (writer == nullptr) return unavailable();
        BOOST_OUTCOME_TRY(const auto workbook, ask(call, rows));
        BOOST_OUTCOME_TRY(auto bytes, writer->xlsx(workbook));
        const auto& first = workbook.sheets.at(0);
        return file_answer(std::move(bytes), kXlsx, (first.title.empty() ? first.name : first.title) + ".xlsx");
    };
}

}  // namespace anlan::documents
