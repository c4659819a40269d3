#include "documents/labels.hpp"

#include "documents/download.hpp"

namespace anlan::documents {

void add_labels(
    http::Endpoints& table,
    const LabelWriter* writer,
    const std::string& path,
    const std::string& permission,
    const std::string& zh,
    const std::string& en,
    AskLabels ask,
    std::initializer_list<http::Asked> asked
) {
    constexpr const char* kPdf = "application/pdf";
    auto& made = table.add(http::Method::get, path + ".pdf", permission, zh + "（pdf）", en + " (pdf)").asks(asked);
    made.gives = {{"type", "string"}, {"contentMediaType", kPdf}};
    made.read = [writer, ask = std::move(ask)](const http::Call& call, store::Rows& rows) -> Result<http::Answer> {
        if (writer == nullptr)
            return refuse(
                "documents_unavailable",
                "",
                "本站没有装配公文排版，请联系管理员",
                "this station cannot make documents; call the administrator"
            );
        BOOST_OUTCOME_TRY(const auto sheet, ask(call, rows));
        BOOST_OUTCOME_TRY(auto bytes, writer->labels(sheet));
        return file_answer(std::move(bytes), kPdf, sheet.title + ".pdf");
    };
}

}  // namespace anlan::documents
