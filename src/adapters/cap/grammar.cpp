#include "cap/grammar.hpp"

#include <fmt/format.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <string>

namespace anlan::cap {

std::string_view cap_1_0_xsd();  // embedded by CMakeLists.txt
std::string_view cap_1_1_xsd();
std::string_view cap_1_2_xsd();

namespace {

constexpr std::size_t kMost = 50;  // findings per alert; a broken generator repeats itself

struct Said {
    int code;
    const char* zh;
};

constexpr std::array<Said, 6> kSaid{
    {{XML_SCHEMAV_ELEMENT_CONTENT, "“{}”处的元素不齐全，或次序、次数不符合标准"},
     {XML_SCHEMAV_CVC_ENUMERATION_VALID, "“{}”的取值不在标准列出的词中"},
     {XML_SCHEMAV_CVC_PATTERN_VALID, "“{}”的写法不符合标准规定的格式"},
     {XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, "“{}”的内容不是标准要求的类型"},
     {XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3, "“{}”里混入了标签以外的文字"},
     {XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, "“{}”带有标准没有的属性"}}};

std::string chinese(int code, std::string_view element) {
    const auto* words = "“{}”不符合标准的结构";
    for (const auto& each : kSaid)
        if (each.code == code) words = each.zh;
    return fmt::format(fmt::runtime(words), element);
}

/// The validator's sentence without the namespaces that hide what it says.
std::string shortened(std::string text) {
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open)) {
        const auto close = text.find('}', open);
        if (close == std::string::npos || text.find("cap", open) > close) {
            ++open;
            continue;
        }
        text.erase(open, close - open + 1);
    }
    while (text.ends_with('\n') || text.ends_with(' ')) text.pop_back();
    return text;
}

void on_schema_error(void* list, xmlErrorPtr error) {
    auto& findings = *static_cast<Findings*>(list);
    if (findings.size() >= kMost) return;
    const auto* node = static_cast<const xmlNode*>(error->node);
    const auto line = node == nullptr ? error->line : static_cast<int>(xmlGetLineNo(node));
    const auto* name = node == nullptr ? "alert" : reinterpret_cast<const char*>(node->name);
    findings.push_back({line, "xsd", chinese(error->code, name), shortened(error->message ? error->message : "")});
}

/// A compiled schema and the context that judges with it; neither may be shared between threads at work.
class Judge {
  public:
    explicit Judge(std::string_view text)
        : schema_(compile(text), xmlSchemaFree),
          context_(xmlSchemaNewValidCtxt(schema_.get()), xmlSchemaFreeValidCtxt) {
        if (!schema_ || !context_) throw std::runtime_error("an embedded CAP schema does not compile");
    }

    Findings judge(xmlNode* alert) const {
        Findings findings;
        xmlSchemaSetValidStructuredErrors(context_.get(), on_schema_error, &findings);
        const auto outcome = xmlSchemaValidateOneElement(context_.get(), alert);
        if (outcome < 0) throw std::runtime_error("the schema validator failed");
        if (outcome > 0 && findings.empty())
            findings.push_back({0, "xsd", chinese(0, "alert"), "the schema does not hold"});
        return findings;
    }

  private:
    static xmlSchemaPtr compile(std::string_view text) {
        const std::unique_ptr<xmlSchemaParserCtxt, decltype(&xmlSchemaFreeParserCtxt)> parser(
            xmlSchemaNewMemParserCtxt(text.data(), static_cast<int>(text.size())), xmlSchemaFreeParserCtxt
        );
        return parser ? xmlSchemaParse(parser.get()) : nullptr;
    }

    std::unique_ptr<xmlSchema, decltype(&xmlSchemaFree)> schema_;
    std::unique_ptr<xmlSchemaValidCtxt, decltype(&xmlSchemaFreeValidCtxt)> context_;
};

const Judge& judge_for(Dialect dialect) {
    if (dialect == Dialect::cap_1_0) {
        thread_local const Judge judge(cap_1_0_xsd());
        return judge;
    }
    if (dialect == Dialect::cap_1_1) {
        thread_local const Judge judge(cap_1_1_xsd());
        return judge;
    }
    thread_local const Judge judge(cap_1_2_xsd());
    return judge;
}

}  // namespace

Findings judge_by_schema(Dialect dialect, const Element& alert) {
    return judge_for(dialect).judge(alert.node());
}

}  // namespace anlan::cap
