#pragma once

#include <functional>
#include <string>
#include <vector>

#include "http/endpoint.hpp"

/// A sheet of labels to be stuck on things, each with a code a phone can read.
namespace anlan::documents {

struct Label {
    std::string code;                ///< what the QR code says
    std::string title;               ///< large: the name of the thing
    std::vector<std::string> lines;  ///< small, at most four
};
BOOST_DESCRIBE_STRUCT(Label, (), (code, title, lines))

struct LabelSheet {
    std::string title;  ///< of the file
    std::vector<Label> labels;
};
BOOST_DESCRIBE_STRUCT(LabelSheet, (), (title, labels))

/// Prints labels. Implemented outside; thread-safe, keeps nothing between calls.
class LabelWriter {
  public:
    virtual ~LabelWriter() = default;
    virtual Result<std::string> labels(const LabelSheet& sheet) const = 0;  ///< a PDF; refuses `fonts_missing`
};

using AskLabels = std::function<Result<LabelSheet>(const http::Call&, store::Rows&)>;

/// GET `path`.pdf: labels with codes. `writer` outlives the table; without one it refuses `documents_unavailable`.
void add_labels(
    http::Endpoints& table,
    const LabelWriter* writer,
    const std::string& path,
    const std::string& permission,
    const std::string& zh,
    const std::string& en,
    AskLabels ask,
    std::initializer_list<http::Asked> asked = {}
);

}  // namespace anlan::documents
