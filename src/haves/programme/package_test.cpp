#include "programme/package.hpp"

#include <map>

#include "organisation/commands.hpp"
#include "programme/acceptance_for_tests.hpp"
#include "programme/package_api.hpp"
#include "seal/seal.hpp"

namespace anlan::programme {
namespace {

/// Says what it was asked to write; layout is tried where it is made.
class PlainWriter final : public documents::Writer {
  public:
    Result<std::string> docx(const documents::Official& paper) const override { return "docx " + to_json_text(paper); }
    Result<std::string> pdf(const documents::Official& paper) const override { return "pdf " + to_json_text(paper); }
    Result<std::string> xlsx(const documents::Workbook&) const override { return std::string(); }
};

class PlainPacker final : public documents::ArchiveWriter {
  public:
    Result<std::string> pack(const std::vector<documents::ArchiveFile>& files) const override { return digest(files); }
    std::string digest(const std::vector<documents::ArchiveFile>& files) const override {
        std::string all;
        for (const auto& file : files) all += file.path + seal::sm3(file.content);
        return seal::sm3(all);
    }
};

const std::string kJpeg = "\xff\xd8\xff\xe0 the bytes of a picture";

struct a_package : an_acceptance {
    PlainWriter writer;
    PlainPacker packer;
    std::map<std::string, std::string> kept{{seal::sha256(kJpeg), kJpeg}};
    const std::string photo = seal::sha256(kJpeg);
    http::Endpoints table;
    http::Caller reviewer;

    void SetUp() override {
        reviewer.person = PersonId{"p-officer"};
        add_package_endpoints(table, {&writer, &packer, [this](const std::string& id) { return read(id); }});
    }
    std::optional<std::string> read(const std::string& id) const {
        const auto found = kept.find(id);
        return found == kept.end() ? std::nullopt : std::optional(found->second);
    }
    /// Concluded, with a photo taken at C1.
    AcceptanceId with_photo() {
        const auto id = applied();
        const auto& c1 = *find_item("C1");
        county.when(ReviewItem{id, "C1", c1.points, {}, "现场看过", photo, {}, {}}).value();
        for (const auto& item : shipped_sheet().items)
            if (item.id != "C1" && (item.have() == "D" || item.have() == "C"))
                county.when(ReviewItem{id, item.id, item.points, {}, {}, {}, {}, {}}).value();
        county.when(ConcludeAcceptance{id, "同意通过验收 <script>alert(1)</script>"}).value();
        return id;
    }
    Package built(const AcceptanceId& id) {
        const auto facts = *find_acceptance(county.rows(), id);
        const ReadAttachment reading = [this](const std::string& name) { return read(name); };
        return build_package(county.rows(), facts, county.writer().node(), writer, reading).value();
    }
    static const std::string& file(const Package& package, const std::string& path) {
        for (const auto& each : package.files)
            if (each.path == path) return each.content;
        throw std::out_of_range(path);
    }
    http::Answer ask(
        trial::Trial& at,
        http::Method method,
        const std::string& ending,
        const AcceptanceId& id,
        std::string body = "{}"
    ) {
        http::Request request;
        request.path_values["acceptance"] = id.text;
        request.body = std::move(body);
        for (const auto& endpoint : table.all()) {
            if (endpoint.method != method || endpoint.path != "/api/v1/acceptances/{acceptance}/" + ending) continue;
            const http::Call call{request, reviewer, at.writer().node(), at.now(), &endpoint};
            const auto refused = [](const Refusal& refusal) {
                return http::problem(http::status_of(refusal.code), refusal, false);
            };
            if (endpoint.read) {
                auto answer = endpoint.read(call, at.rows());
                return answer ? answer.value() : refused(answer.error());
            }
            auto wish = endpoint.write(call, at.rows());
            if (!wish) return refused(wish.error());
            const auto outcome = at.run(wish.value());
            return outcome ? http::json_answer(200, {{"id", outcome.value().subject}}) : refused(outcome.error());
        }
        ADD_FAILURE() << "no endpoint " << ending;
        return {};
    }
    static std::string code(const http::Answer& answer) {
        return std::string(json::parse(answer.body).at("code").as_string());
    }
    json::object look(trial::Trial& at, const AcceptanceId& id) {
        return json::parse(ask(at, http::Method::get, "package", id).body).as_object();
    }
    std::string state_of(trial::Trial& at, const AcceptanceId& id, const std::string& name) {
        const auto seen = look(at, id);
        for (const auto& each : seen.at("evidence").as_array())
            if (each.at("id").as_string() == name) return std::string(each.at("state").as_string());
        return "not there";
    }
};

TEST_F(a_package, opens_in_any_browser_and_trusts_no_word) {
    const auto package = built(with_photo());
    const auto& page = file(package, "index.html");
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos) << "what people wrote is text";
    EXPECT_EQ(page.find("http"), std::string::npos) << "nothing to load from anywhere";
    for (const auto* word : {"验收档案", "Acceptance file", "评审表", "The sheet", "卷内目录", "Contents"})
        EXPECT_NE(page.find(word), std::string::npos) << word;
    for (const auto& each : package.files) {
        if (each.path == "index.html") continue;
        EXPECT_NE(page.find("href=\"" + each.path + "\""), std::string::npos) << each.path;
    }
    EXPECT_EQ(file(package, "evidence/" + photo + ".jpg"), kJpeg);
}

TEST_F(a_package, holds_every_items_three_scores_and_its_evidence) {
    const auto package = built(with_photo());
    const auto sheet = from_json_text<PackagedSheet>(file(package, "sheet.json")).value();
    ASSERT_EQ(sheet.items.size(), shipped_sheet().items.size());
    const auto item = [&](const std::string& id) { return *std::ranges::find(sheet.items, id, &PackagedItem::id); };
    EXPECT_EQ(item("A1").records, find_item("A1")->points);
    EXPECT_FALSE(item("A1").reviewer) << "nobody wrote over the record";
    EXPECT_EQ(item("D1").self, 2);
    EXPECT_EQ(item("C1").reviewer, find_item("C1")->points);
    ASSERT_EQ(item("C1").evidence.size(), 2U) << "the photo and the journal's entry of the review";
    EXPECT_EQ(item("C1").evidence.front(), photo);
    EXPECT_TRUE(item("C1").evidence.back().starts_with("350581000000#"));
    for (const auto& each : sheet.items) EXPECT_TRUE(each.final_points) << each.id;
}

TEST_F(a_package, carries_the_journal_to_the_letter) {
    const auto package = built(concluded());
    std::size_t entries = 0;
    const auto own = json::parse(file(package, "journal.json")).as_array();
    for (const auto& each : own) {
        const auto entry = from_json<journal::Entry>(each).value();
        EXPECT_EQ(journal::hash_of(entry), entry.hash) << entry.kind;
        ++entries;
    }
    EXPECT_GT(entries, 10U);
    const auto told = json::parse(file(package, "told.json")).as_array();
    EXPECT_EQ(told.size(), 2U) << "the application and the report of what was put right";
    for (const auto& each : told) {
        const auto entry = from_json<journal::Entry>(each.at("entry")).value();
        EXPECT_EQ(journal::hash_of(entry), entry.hash) << entry.kind;
    }
}

TEST_F(a_package, is_the_same_today_and_in_a_year) {
    const auto id = concluded();
    const auto first = packer.digest(built(id).files);
    ASSERT_TRUE(county.when(SubmitAcceptance{id, first, 9}));
    county.advance(std::chrono::hours{24 * 400});
    EXPECT_EQ(packer.digest(built(id).files), first);
}

TEST_F(a_package, names_nobody) {
    const auto id = applied();
    const auto who = county.when(organisation::AddPerson{"测试甲", "13900000001", kCounty, true, {}}).value().subject;
    const auto reviewed = county.when(ReviewItem{id, "A1", 1.5, {}, "铭牌未挂", {}, {}, {}}, who);
    ASSERT_TRUE(reviewed);
    review_the_rest(id);
    county.when(ConcludeAcceptance{id, "同意"}, who).value();
    ASSERT_EQ(acceptance_detail(county.rows(), id)->lines.front().reviewer, "测试甲") << "the page does";
    for (const auto& each : built(id).files) EXPECT_EQ(each.content.find("测试甲"), std::string::npos) << each.path;
}

TEST_F(a_package, shows_evidence_that_was_altered_or_is_gone) {
    const auto id = with_photo();
    const auto digest = look(county, id).at("digest").as_string();
    EXPECT_EQ(look(county, id).at("broken").as_int64(), 0);
    kept[photo] += "one more byte";
    EXPECT_EQ(state_of(county, id, photo), "altered");
    EXPECT_EQ(look(county, id).at("broken").as_int64(), 1);
    EXPECT_NE(look(county, id).at("digest").as_string(), digest);
    EXPECT_NE(file(built(id), "index.html").find("已损坏"), std::string::npos);
    kept.erase(photo);
    EXPECT_EQ(state_of(county, id, photo), "missing");
}

TEST_F(a_package, shows_a_journal_entry_that_was_altered) {
    const auto id = with_photo();
    const auto seq = *county.rows().value<std::int64_t>("SELECT MAX(seq) FROM journal WHERE subject = :s", id.text);
    EXPECT_EQ(state_of(county, id, std::to_string(seq)), "intact");
    county.rows().run("UPDATE journal SET body = '{\"opinion\":\"改过\"}' WHERE seq = :s", seq);
    EXPECT_EQ(state_of(county, id, std::to_string(seq)), "altered");
}

TEST_F(a_package, of_the_town_is_evidence_without_a_digest) {
    const auto id = concluded();
    EXPECT_EQ(state_of(county, id, kFixPhoto), "elsewhere") << "the town's photo stays with the town";
    EXPECT_EQ(state_of(town, id, kFixPhoto), "missing");
    EXPECT_TRUE(look(town, id).at("digest").is_null());
}

TEST_F(a_package, is_handed_out_by_the_county_after_the_opinion) {
    const auto open = applied();
    EXPECT_EQ(code(ask(county, http::Method::get, "package.zip", open)), "not_concluded");
    EXPECT_EQ(code(ask(county, http::Method::get, "package.zip", {"a9"})), "acceptance_unknown");
    EXPECT_EQ(code(ask(town, http::Method::get, "package.zip", open)), "not_at_this_level");
    review_the_rest(open);
    county.when(ConcludeAcceptance{open, "同意"}).value();
    const auto answer = ask(county, http::Method::get, "package.zip", open);
    EXPECT_EQ(answer.content_type, "application/zip");
    EXPECT_EQ(answer.body, std::string(look(county, open).at("digest").as_string()));
}

TEST_F(a_package, is_submitted_by_the_digest_that_was_shown) {
    const auto id = concluded();
    const auto submit = [&](const std::string& body) { return ask(county, http::Method::post, "submit", id, body); };
    EXPECT_EQ(code(submit(R"({"digest":"0000"})")), "package_changed");
    const auto shown = std::string(look(county, id).at("digest").as_string());
    EXPECT_EQ(submit(R"({"digest":")" + shown + R"("})").status, 200);
    EXPECT_EQ(find_acceptance(county.rows(), id)->submitted, shown);
    EXPECT_EQ(submit("{}").status, 409) << "the same package again";
}

TEST_F(a_package, is_refused_in_words_where_nothing_can_pack_it) {
    http::Endpoints bare;
    add_package_endpoints(bare, {});
    table = std::move(bare);
    EXPECT_EQ(code(ask(county, http::Method::get, "package.zip", concluded())), "archive_unavailable");
}

}  // namespace
}  // namespace anlan::programme
