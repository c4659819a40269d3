#include "programme/acceptance_commands.hpp"
#include "programme/at_desk.hpp"

/// Filing with the level above (报备, 备案回执): by the digest of the package, decision 0032. POLICY.md §1.1.
namespace anlan::programme {

using journal::Decision;
using journal::Desk;

namespace {

bool is_digest(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

Result<Decision> decide(const SubmitAcceptance& wish, const Desk& desk) {
    const auto found = find_acceptance(desk.views, wish.acceptance);
    if (!found) return unknown_acceptance();
    if (desk.node.level() != Level::county)
        return refuse(
            "not_at_this_level", "acceptance", "由出具意见的县级报备", "the county that concluded submits it"
        );
    if (!found->conclusion)
        return refuse(
            "not_concluded",
            "acceptance",
            "还没有出具验收意见，出具后再报备",
            "the opinion has not been given yet; submit it afterwards"
        );
    if (!is_digest(wish.digest))
        return refuse("digest_invalid", "digest", "档案摘要应为 64 位十六进制", "the digest is 64 hex digits");
    if (found->submitted == wish.digest)
        return refuse(
            "already_submitted",
            "digest",
            "这份档案已经报备，内容没有变化",
            "this very package has been submitted already; nothing has changed since"
        );
    AcceptanceSubmitted told{
        found->station, wish.digest, wish.files, found->conclusion->result, found->conclusion->total, title_of(desk)};
    auto event = journal::event(wish.acceptance.text, told);
    event.to = {found->station};
    return journal::decided(std::move(event));
}

Result<Decision> decide(const FileAcceptance& wish, const Desk& desk) {
    const auto found = find_acceptance(desk.views, wish.acceptance);
    if (!found) return unknown_acceptance();
    if (desk.node.level() != Level::prefecture)
        return refuse("not_at_this_level", "acceptance", "由设区市备案", "the prefecture keeps the file");
    if (found->submitted.empty())
        return refuse(
            "not_submitted",
            "acceptance",
            "县里还没有报备验收档案，报备后才能备案",
            "the county has not submitted its package yet"
        );
    if (found->filed_at && found->receipt == found->submitted)
        return refuse("already_filed", "acceptance", "已经备案", "it is on file already");
    if (wish.number.empty()) return refuse("number_empty", "number", "请填写备案号", "give the file's number");
    auto event = journal::event(wish.acceptance.text, AcceptanceFiled{wish.number, found->submitted, title_of(desk)});
    event.to = {found->station.parent()};
    return journal::decided(std::move(event));
}

Result<Decision> decide(const PassReceiptOn& wish, const Desk& desk) {
    const auto found = find_acceptance(desk.views, wish.acceptance);
    if (!found || !found->filed_at || desk.node.level() != Level::county) return Decision{};
    auto event = journal::event(
        wish.acceptance.text, ReceiptPassedOn{found->station, found->filing, found->receipt, *found->filed_at}
    );
    event.to = {found->station};
    return journal::decided(std::move(event));
}

}  // namespace anlan::programme
