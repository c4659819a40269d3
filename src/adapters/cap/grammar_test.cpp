#include "cap/grammar.hpp"

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <array>
#include <memory>
#include <random>

#include "cap/document.hpp"
#include "cap/files_for_tests.hpp"

namespace anlan::cap {

namespace {

using trial::contents;
using trial::kShared;

/// The schema of OASIS, asked in the plainest way.
class Official {
  public:
    explicit Official(const std::string& file) : schema_(nullptr, xmlSchemaFree) {
        auto* parser = xmlSchemaNewParserCtxt((kShared / file).c_str());
        schema_.reset(xmlSchemaParse(parser));
        xmlSchemaFreeParserCtxt(parser);
    }
    bool holds(xmlNode* alert) const {
        const std::unique_ptr<xmlSchemaValidCtxt, decltype(&xmlSchemaFreeValidCtxt)> context(
            xmlSchemaNewValidCtxt(schema_.get()), xmlSchemaFreeValidCtxt
        );
        xmlSchemaSetValidStructuredErrors(
            context.get(), [](void*, xmlErrorPtr) {}, nullptr
        );
        return xmlSchemaValidateOneElement(context.get(), alert) == 0;
    }

  private:
    std::unique_ptr<xmlSchema, decltype(&xmlSchemaFree)> schema_;
};

const Official& official(Dialect dialect) {
    static const std::array<Official, 3> all{Official("cap10.xsd"), Official("cap11.xsd"), Official("CAP-v1.2.xsd")};
    return all[static_cast<std::size_t>(dialect)];
}

struct Tally {
    int alerts = 0, holding = 0, differing = 0;
};

void compare(const std::string& bytes, const std::string& name, Tally& tally) {
    Finding refusal;
    const auto document = Document::parse(bytes, {}, refusal);
    if (!document) return;
    for (const auto& alert : document->root().outermost("alert")) {
        const auto dialect = dialect_of(alert.name_space());
        if (!dialect || *dialect == Dialect::national) continue;
        const bool ours = judge_by_schema(*dialect, alert).empty();
        const bool theirs = official(*dialect).holds(alert.node());
        ++tally.alerts;
        tally.holding += theirs;
        if (ours != theirs) {
            ++tally.differing;
            ADD_FAILURE() << name << (theirs ? " holds by the official schema only\n" : " holds by ours only\n")
                          << bytes;
        }
    }
}

std::vector<std::filesystem::path> samples() {
    std::vector<std::filesystem::path> files;
    for (const auto* folder : {"files", "chinese"})
        for (const auto& file : std::filesystem::directory_iterator(kShared / folder)) files.push_back(file.path());
    for (const auto& file : std::filesystem::directory_iterator(trial::kCorpus)) files.push_back(file.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// Moves, copies, drops or rewrites elements, so that most results are still well-formed.
class Mutator {
  public:
    explicit Mutator(unsigned seed) : random_(seed) {}

    std::string mutate(const std::string& bytes) {
        xmlDoc* document = xmlReadMemory(
            bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR
        );
        if (document == nullptr) return {};
        for (int i = 0, times = pick(3) + 1; i < times; ++i) change(any_of(document));
        xmlChar* text = nullptr;
        int size = 0;
        xmlDocDumpMemoryEnc(document, &text, &size, "UTF-8");
        std::string out(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
        xmlFree(text);
        xmlFreeDoc(document);
        return out;
    }

  private:
    int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(random_); }

    static void collect(xmlNode* node, std::vector<xmlNode*>& all) {
        for (; node != nullptr; node = node->next)
            if (node->type == XML_ELEMENT_NODE) {
                all.push_back(node);
                collect(node->children, all);
            }
    }

    xmlNode* any_of(xmlDoc* document) {
        std::vector<xmlNode*> all;
        collect(xmlDocGetRootElement(document)->children, all);
        return all.empty() ? nullptr : all[static_cast<std::size_t>(pick(static_cast<int>(all.size())))];
    }

    void change(xmlNode* node) {
        static const std::array<const char*, 22> kTexts{
            "",
            "Actual",
            "Draft",
            "Public",
            "Met",
            "CBRNE",
            "AllClear",
            "Avoid",
            "Very Likely",
            "Observed",
            "en_US",
            "2026-05-01T08:00:00Z",
            "2026-05-01T08:00:00",
            "2026-05-01T08:00:00+08:00",
            "2026-05-01T24:00:00-00:00",
            " 2026-05-01T08:00:00+08:00 ",
            "2026-02-30T08:00:00+08:00",
            "2026-05-01T08:00:00,08:00",
            "12",
            "-1.5",
            "http://a b%zz",
            "测试"};
        if (node == nullptr) return;
        switch (pick(6)) {
            case 0:
                xmlUnlinkNode(node);
                return xmlFreeNode(node);
            case 1:
                xmlAddNextSibling(node, xmlCopyNode(node, 1));
                return;
            case 2:
                if (node->next != nullptr) xmlAddNextSibling(node->next, node);
                return;
            case 3:
                xmlNewProp(node, BAD_CAST(pick(2) ? "lang" : "id"), BAD_CAST "x");
                return;
            case 4:
                xmlNodeSetName(node, BAD_CAST(pick(2) ? "code" : "derefUri"));
                return;
            default:
                xmlNodeSetContent(node, BAD_CAST kTexts[static_cast<std::size_t>(pick(kTexts.size()))]);
        }
    }

    std::mt19937 random_;
};

}  // namespace

TEST(our_schema, judges_every_sample_as_the_official_one_does) {
    if (!std::filesystem::exists(kShared / "CAP-v1.2.xsd")) GTEST_SKIP() << "needs the shared data";
    Tally tally;
    for (const auto& file : samples()) compare(contents(file), file.filename(), tally);
    EXPECT_GE(tally.alerts, 180);
    EXPECT_EQ(tally.differing, 0);
}

TEST(our_schema, judges_three_thousand_mutations_as_the_official_one_does) {
    if (!std::filesystem::exists(kShared / "CAP-v1.2.xsd")) GTEST_SKIP() << "needs the shared data";
    constexpr std::size_t kSmall = 20'000;
    std::vector<std::string> seeds;
    for (const auto& file : samples())
        if (auto bytes = contents(file); bytes.size() < kSmall) seeds.push_back(std::move(bytes));
    Mutator mutator(20230728);
    Tally tally;
    for (std::size_t i = 0; i < 3000; ++i) {
        const auto mutated = mutator.mutate(seeds[i % seeds.size()]);
        compare(mutated, "mutation " + std::to_string(i), tally);
    }
    EXPECT_GE(tally.alerts, 2000);
    EXPECT_GE(tally.holding, 200);
    EXPECT_GE(tally.alerts - tally.holding, 1000);
    EXPECT_EQ(tally.differing, 0);
}

TEST(our_schema, names_the_line_and_the_element) {
    Finding refusal;
    const auto bytes = contents(trial::kCorpus / "zulu.xml");
    const auto document = Document::parse(bytes, {}, refusal);
    const auto findings = judge_by_schema(Dialect::cap_1_2, document->root());
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings.front().line, 5);
    EXPECT_NE(findings.front().zh.find("sent"), std::string::npos);
    EXPECT_EQ(findings.front().en.find("urn:oasis"), std::string::npos);
}

}  // namespace anlan::cap
