#include "print/docx_body.hpp"
#include "print/docx_styles.hpp"
#include "print/print_writer.hpp"
#include "print/zip_bytes.hpp"

namespace anlan::print {

namespace {

constexpr const char* kDeclaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr const char* kRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string content_types() {
    struct Kind {
        const char *part, *kind;
    };
    std::string xml = kDeclaration;
    xml += R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
           R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
           R"(<Default Extension="xml" ContentType="application/xml"/>)";
    for (const Kind each :
         {Kind{"document", "document.main"},
          Kind{"styles", "styles"},
          Kind{"fontTable", "fontTable"},
          Kind{"settings", "settings"},
          Kind{"footer1", "footer"},
          Kind{"footer2", "footer"}})
        xml += std::string(R"(<Override PartName="/word/)") + each.part +
               R"(.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.)" + each.kind +
               R"(+xml"/>)";
    return xml + "</Types>";
}

struct Relation {
    const char *id, *kind, *target;
};

std::string relations(std::initializer_list<Relation> all) {
    std::string xml = kDeclaration;
    xml += R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    for (const auto& each : all)
        xml += std::string(R"(<Relationship Id=")") + each.id + R"(" Type=")" + kRelation + each.kind +
               R"(" Target=")" + each.target + R"("/>)";
    return xml + "</Relationships>";
}

}  // namespace

Result<std::string> PrintWriter::docx(const documents::Official& document) const {
    return zip_bytes(
        {{"[Content_Types].xml", content_types()},
         {"_rels/.rels", relations({{"rId1", "officeDocument", "word/document.xml"}})},
         {"word/document.xml", docx_body(document)},
         {"word/_rels/document.xml.rels",
          relations(
              {{"rIdStyles", "styles", "styles.xml"},
               {"rIdFonts", "fontTable", "fontTable.xml"},
               {"rIdSettings", "settings", "settings.xml"},
               {"rIdOdd", "footer", "footer1.xml"},
               {"rIdEven", "footer", "footer2.xml"}}
          )},
         {"word/styles.xml", docx_styles()},
         {"word/fontTable.xml", docx_fonts()},
         {"word/settings.xml", docx_settings()},
         {"word/footer1.xml", docx_footer(false)},
         {"word/footer2.xml", docx_footer(true)}}
    );
}

}  // namespace anlan::print
