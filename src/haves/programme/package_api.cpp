#include "programme/package_api.hpp"

#include <algorithm>

#include "documents/download.hpp"
#include "organisation/queries.hpp"
#include "programme/acceptance_commands.hpp"
#include "programme/at_desk.hpp"
#include "programme/package.hpp"

namespace anlan::programme {

using http::Call;

namespace {

/// The package as it would be handed out now. At a node that keeps none: the evidence it has seen.
struct PackageAnswer {
    std::optional<std::string> digest;
    std::int64_t files = 0, broken = 0;
    std::vector<Evidence> evidence;
};
BOOST_DESCRIBE_STRUCT(PackageAnswer, (), (digest, files, broken, evidence))

/// `digest`: what the page showed; refused as `package_changed` if it is no longer so.
struct SubmitWish {
    AcceptanceId acceptance;  ///< of the path
    std::optional<std::string> digest;
};
BOOST_DESCRIBE_STRUCT(SubmitWish, (), (acceptance, digest))

Result<AcceptanceFacts> known(const Call& call, store::Rows& rows) {
    auto found = find_acceptance(rows, AcceptanceId{call.path("acceptance")});
    if (!found) return unknown_acceptance();
    return std::move(*found);
}

Result<AcceptanceFacts> concluded_here(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(auto facts, known(call, rows));
    if (call.node.level() != Level::county)
        return refuse(
            "not_at_this_level",
            "acceptance",
            "验收档案由出具意见的县级保管，请到县级导出",
            "the county that gave the opinion keeps the package; export it there"
        );
    if (!facts.conclusion)
        return refuse(
            "not_concluded",
            "acceptance",
            "还没有出具验收意见，出具后才能导出和报备",
            "the opinion has not been given yet; the package is made afterwards"
        );
    return facts;
}

Result<Package> package_now(
    const AcceptanceFacts& facts, const Call& call, store::Rows& rows, const Surroundings& with
) {
    if (with.writer == nullptr || with.archive == nullptr)
        return refuse(
            "archive_unavailable",
            "",
            "本站没有装配档案打包，请联系管理员",
            "this station cannot pack archives; call the administrator"
        );
    return build_package(rows, facts, call.node, *with.writer, with.attachment);
}

Result<PackageAnswer> look(const Call& call, store::Rows& rows, const Surroundings& with) {
    BOOST_OUTCOME_TRY(const auto facts, known(call, rows));
    PackageAnswer answer;
    if (call.node.level() == Level::county && facts.conclusion) {
        BOOST_OUTCOME_TRY(auto package, package_now(facts, call, rows, with));
        answer.digest = with.archive->digest(package.files);
        answer.files = static_cast<std::int64_t>(package.files.size());
        answer.evidence = std::move(package.evidence);
    } else {
        answer.evidence = evidence_of(rows, facts, extract_of(rows, facts), call.node.area, with.attachment);
    }
    answer.broken = std::ranges::count_if(answer.evidence, [](const Evidence& each) { return !each.sound(); });
    return answer;
}

Result<http::Answer> hand_out(const Call& call, store::Rows& rows, const Surroundings& with) {
    BOOST_OUTCOME_TRY(const auto facts, concluded_here(call, rows));
    BOOST_OUTCOME_TRY(const auto package, package_now(facts, call, rows, with));
    BOOST_OUTCOME_TRY(auto bytes, with.archive->pack(package.files));
    const auto name = organisation::area_name(rows, facts.station) + "验收档案.zip";
    return documents::file_answer(std::move(bytes), "application/zip", name);
}

Result<journal::Wish> submit(const Call& call, store::Rows& rows, const Surroundings& with) {
    BOOST_OUTCOME_TRY(const auto wanted, http::Endpoints::body_of<SubmitWish>(call));
    BOOST_OUTCOME_TRY(const auto facts, concluded_here(call, rows));
    BOOST_OUTCOME_TRY(const auto package, package_now(facts, call, rows, with));
    auto digest = with.archive->digest(package.files);
    if (wanted.digest && *wanted.digest != digest)
        return refuse(
            "package_changed",
            "digest",
            "档案内容已变化，请刷新后核对新的摘要再报备",
            "the package has changed since; reload, check the new digest and submit again"
        );
    return journal::wish(
        World::real(),
        call.caller.person.text,
        SubmitAcceptance{facts.id, std::move(digest), static_cast<std::int64_t>(package.files.size())}
    );
}

}  // namespace

void add_package_endpoints(http::Endpoints& table, const Surroundings& with) {
    const std::string one = "/api/v1/acceptances/{acceptance}";
    table.get<PackageAnswer>(
        one + "/package",
        "desk.view",
        "验收档案的摘要和证据状态",
        "Digest of the package, and its evidence as it stands",
        [with](const Call& call, store::Rows& rows) { return look(call, rows, with); }
    );
    auto& zip = table.add(
        http::Method::get, one + "/package.zip", "desk.view", "验收档案（zip）", "The acceptance package (zip)"
    );
    zip.gives = {{"type", "string"}, {"contentMediaType", "application/zip"}};
    zip.read = [with](const Call& call, store::Rows& rows) { return hand_out(call, rows, with); };
    auto& submitting =
        table.add(http::Method::post, one + "/submit", "acceptance.review", "报备验收档案", "Submit the package above");
    submitting.takes = schema_of<SubmitWish>();
    submitting.answers<http::Written>();
    submitting.write = [with](const Call& call, store::Rows& rows) { return submit(call, rows, with); };
}

}  // namespace anlan::programme
