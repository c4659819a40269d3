#include "cap/document.hpp"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

#include <algorithm>
#include <cstring>
#include <string>

namespace anlan::cap {

namespace {

constexpr int kOptions =
    XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_BIG_LINES | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;

enum class Stop { none, doctype, elements, tag };

/// Watches a parse and ends it early. Hangs at the parser's `_private`.
struct Watch {
    const Limits& limits;
    std::string_view bytes;
    std::size_t fed = 0;       // bytes handed to the parser
    std::size_t progress = 0;  // bytes handed over when it last had something to tell
    std::size_t elements = 0;
    Stop stop = Stop::none;
    int line = 0;
    int error_code = 0;
    std::string error;
    xmlParserCtxtPtr parser = nullptr;

    void halt(Stop reason) {
        stop = reason;
        line = xmlSAX2GetLineNumber(parser);
        xmlStopParser(parser);
    }
};

Watch& watch_of(void* parser) {
    return *static_cast<Watch*>(static_cast<xmlParserCtxtPtr>(parser)->_private);
}

void on_doctype(void* parser, const xmlChar*, const xmlChar*, const xmlChar*) {
    watch_of(parser).halt(Stop::doctype);
}

void on_start(
    void* parser,
    const xmlChar* name,
    const xmlChar* prefix,
    const xmlChar* uri,
    int space_count,
    const xmlChar** spaces,
    int attribute_count,
    int default_count,
    const xmlChar** attributes
) {
    auto& watch = watch_of(parser);
    watch.progress = watch.fed;
    if (++watch.elements > watch.limits.elements) return watch.halt(Stop::elements);
    xmlSAX2StartElementNs(parser, name, prefix, uri, space_count, spaces, attribute_count, default_count, attributes);
}

void on_words(void* parser, const xmlChar* words, int length) {
    auto& watch = watch_of(parser);
    watch.progress = watch.fed;
    xmlSAX2Characters(parser, words, length);
}

void on_error(void* parser, xmlErrorPtr error) {
    auto& watch = watch_of(parser);
    if (error->level < XML_ERR_ERROR || !watch.error.empty()) return;
    watch.line = error->line;
    watch.error_code = error->code;
    watch.error = error->message == nullptr ? "unknown" : error->message;
    while (watch.error.ends_with('\n') || watch.error.ends_with(' ')) watch.error.pop_back();
}

/// Feeds a large file piece by piece, and stops when the parser swallows a tag that never ends.
int feed(void* context, char* into, int room) {
    auto& watch = *static_cast<Watch*>(context);
    const auto state = watch.parser->instate;
    const bool may_be_long = state == XML_PARSER_COMMENT || state == XML_PARSER_PI || state == XML_PARSER_CDATA_SECTION;
    if (!may_be_long && watch.fed - watch.progress > watch.limits.tag_bytes) {
        watch.stop = Stop::tag;
        watch.line = xmlSAX2GetLineNumber(watch.parser);
        return 0;
    }
    const auto count = std::min(watch.bytes.size() - watch.fed, static_cast<std::size_t>(room));
    std::memcpy(into, watch.bytes.data() + watch.fed, count);
    watch.fed += count;
    return static_cast<int>(count);
}

xmlDocPtr read(Watch& watch) {
    auto* parser = watch.parser;
    parser->_private = &watch;
    parser->sax->internalSubset = on_doctype;
    parser->sax->startElementNs = on_start;
    parser->sax->characters = on_words;
    parser->sax->ignorableWhitespace = on_words;
    parser->sax->serror = on_error;
    if (watch.bytes.size() <= watch.limits.tag_bytes)
        return xmlCtxtReadMemory(
            parser, watch.bytes.data(), static_cast<int>(watch.bytes.size()), nullptr, nullptr, kOptions
        );
    return xmlCtxtReadIO(parser, feed, nullptr, &watch, nullptr, nullptr, kOptions);
}

Finding refusal_of(const Watch& watch) {
    switch (watch.stop) {
        case Stop::doctype:
            return {
                watch.line,
                "dtd_forbidden",
                "文件带有文档类型或实体声明（DOCTYPE/ENTITY），为安全起见不予读取；请发送方去掉后重发",
                "the file declares a document type or entities, which are not read for safety; send it without"};
        case Stop::elements:
            return {
                watch.line,
                "too_many_elements",
                fmt::format("元素超过 {} 个，不像一条预警", watch.limits.elements),
                fmt::format("more than {} elements, which no alert needs", watch.limits.elements)};
        case Stop::tag:
            return {
                watch.line,
                "tag_too_long",
                fmt::format("一个标签超过 {} 字节，不像一条预警", watch.limits.tag_bytes),
                fmt::format("a tag of more than {} bytes, which no alert needs", watch.limits.tag_bytes)};
        case Stop::none:
            break;
    }
    if (watch.error.find("depth") != std::string::npos)
        return {watch.line, "too_deep", "标签嵌套过深，不像一条预警", "elements are nested too deeply for an alert"};
    return {
        watch.line,
        "not_well_formed",
        "不是规范的 XML（标签不配对、字符不合法或文件不完整），请发送方重新导出",
        "not well-formed XML: " + watch.error};
}

bool is_utf8(std::string_view bytes, const xmlDoc* document) {
    if (bytes.substr(0, 4).find('\0') != std::string_view::npos) return false;
    if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE")) return false;
    return document->encoding == nullptr ||
           xmlParseCharEncoding(reinterpret_cast<const char*>(document->encoding)) == XML_CHAR_ENCODING_UTF8;
}

std::string dump(xmlDocPtr document) {
    xmlChar* text = nullptr;
    int size = 0;
    xmlDocDumpMemoryEnc(document, &text, &size, "UTF-8");
    std::string out(reinterpret_cast<const char*>(text), static_cast<std::size_t>(std::max(size, 0)));
    xmlFree(text);
    return out;
}

}  // namespace

void Document::Free::operator()(_xmlDoc* document) const {
    xmlFreeDoc(document);
}

Document::Document(_xmlDoc* document, std::string_view bytes) : document_(document), bytes_(bytes) {}

std::optional<Document> Document::parse(std::string_view bytes, const Limits& limits, Finding& refusal) {
    static const bool ready = (xmlInitParser(), true);
    static_cast<void>(ready);
    if (bytes.size() > limits.file_bytes) {
        refusal = {
            0,
            "too_large",
            fmt::format("文件有 {} 字节，超过上限 {} 字节；大的附件请用链接给出", bytes.size(), limits.file_bytes),
            fmt::format(
                "the file has {} bytes, more than {}; give large resources as links", bytes.size(), limits.file_bytes
            )};
        return std::nullopt;
    }
    std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> parser(xmlNewParserCtxt(), xmlFreeParserCtxt);
    if (!parser) throw std::bad_alloc();
    Watch watch{.limits = limits, .bytes = bytes, .error = {}, .parser = parser.get()};
    Document document(read(watch), bytes);
    if (document.document_ && watch.stop == Stop::none && parser->wellFormed && parser->nsWellFormed &&
        watch.error.empty() && xmlDocGetRootElement(document.document_.get()) != nullptr)
        return document;
    refusal = refusal_of(watch);
    return std::nullopt;
}

Element Document::root() const {
    return Element(xmlDocGetRootElement(document_.get()));
}

std::string Document::original(const Element& element) const {
    if (element.node() == root().node())
        return is_utf8(bytes_, document_.get()) ? std::string(bytes_) : dump(document_.get());
    const std::unique_ptr<xmlDoc, Free> alone(xmlNewDoc(reinterpret_cast<const xmlChar*>("1.0")));
    xmlDocSetRootElement(alone.get(), xmlDocCopyNode(element.node(), alone.get(), 1));
    return dump(alone.get());
}

}  // namespace anlan::cap
