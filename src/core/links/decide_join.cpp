#include <algorithm>

#include "links/join_commands.hpp"
#include "links/queries.hpp"
#include "seal/seal.hpp"

namespace anlan::links {

namespace {

constexpr std::size_t kNameBytesMax = 90, kNkeyLetters = 56;

std::string subject_of(const AreaCode& area) {
    return "link/" + area.text;
}

/// Nothing when the code opens a new asking; true when this very asking has been taken before.
Result<bool> code_opens(const JoinAsk& ask, const Desk& desk) {
    const auto code = code_of(desk.views, ask.code_id);
    if (!code || !CodeKey{code->code_id, code->digest}.made(ask.text(), ask.mark))
        return refuse(
            "code_wrong",
            "code",
            "接入码不对，请与上级核对后重新输入；一个码只能用一次，24 小时内有效",
            "the code is wrong; check it with the level above. A code works once and for 24 hours"
        );
    if (!code->used_by.empty()) {
        const auto request = request_of(desk.views, ask.area);
        if (request && request->code_id == ask.code_id && request->public_pem == ask.public_pem) return true;
        return refuse(
            "code_used",
            "code",
            "这个接入码已经用过，请上级另发一个",
            "this code has been used; ask the level above for a new one"
        );
    }
    if (code->expires_at <= desk.now)
        return refuse(
            "code_expired",
            "code",
            "接入码已过期（24 小时），请上级另发一个",
            "the code has expired after 24 hours; ask the level above for a new one"
        );
    return false;
}

/// 统计用区划代码: a child's significant digits begin with its parent's (GB/T 2260 for the first six).
Result<void> area_is_below(const AreaCode& area, const Desk& desk) {
    BOOST_OUTCOME_TRYV(parse_area(area.text));
    if (area.text.size() != 12)
        return refuse("area_invalid", "area", "请写全 12 位区划代码", "write all 12 digits of the area code");
    if (area == desk.node.area || !desk.node.area.contains(area))
        return refuse(
            "area_not_below",
            "area",
            "区划代码 " + area.text + " 不属于" + desk.node.name + "，请核对代码，或向它的上级接入",
            "the area " + area.text + " does not lie below " + desk.node.name +
                "; check the code, or join the level above it"
        );
    for (const auto& child : children(desk.views))
        if (child.area != area && child.area.contains(area))
            return refuse(
                "area_has_nearer_parent",
                "area",
                "请向" + child.name + "接入，它已是本级的下级",
                "join " + child.name + ", which already stands between"
            );
    return done();
}

Result<void> facts_are_sound(const JoinAsk& ask) {
    if (ask.name.empty()) return refuse("name_empty", "name", "请写明单位名称", "write the name of the station");
    if (ask.name.size() > kNameBytesMax)
        return refuse("name_too_long", "name", "单位名称请在 30 字以内", "keep the name under 30 characters");
    if (ask.nkey.size() != kNkeyLetters || ask.nkey.front() != 'U')
        return refuse(
            "key_wrong",
            "nkey",
            "传输密钥不完整，请重新运行接入命令",
            "the line's key is not whole; run the command again"
        );
    if (!seal::verify(ask.public_pem, ask.text(), ask.proof))
        return refuse(
            "proof_wrong",
            "proof",
            "签名与公钥不符，请在下级机器上重新运行接入命令",
            "the signature does not fit the key; run the command on the station's machine again"
        );
    return done();
}

Refusal somebody_else(const std::string& name) {
    return refuse(
        "already_joined",
        "area",
        "已有一台机器以“" + name + "”的名义接入。若是换机或重装，请先在上级的“链路”页移除旧的，再用新码接入",
        "somebody has already joined as " + name +
            ". If the machine was replaced, remove the old one on the links page above, then join with a new code"
    );
}

Result<void> nobody_else(const JoinAsk& ask, const Desk& desk) {
    const auto child = child_of(desk.views, ask.area);
    if (child && child->public_pem != ask.public_pem) return somebody_else(child->name);
    const auto request = request_of(desk.views, ask.area);
    if (request && request->state == "pending" && request->public_pem != ask.public_pem)
        return refuse(
            "already_asked",
            "area",
            "另一台机器正以这个区划申请接入，请上级先处理那一条",
            "another machine is asking as this area; the level above must decide on that first"
        );
    return done();
}

Refusal no_such_request() {
    return refuse("request_unknown", "area", "没有这个单位的接入申请", "no station of this area has asked to join");
}

}  // namespace

Result<Decision> decide(const MakeCode&, const Desk& desk) {
    const auto code = code_from(desk.dice.bytes(kCodeLetters));
    const auto key = key_of_code(code);
    const auto expires = desk.now + kCodeHours;
    auto decision = journal::decided(journal::event("link/code/" + key.id, CodeMade{key.id, key.digest, expires}));
    decision.answer = {{"code", code}, {"expires_at", to_rfc3339(expires)}};
    return decision;
}

Result<Decision> decide(const AskToJoin& wish, const Desk& desk) {
    const auto& ask = wish.ask;
    BOOST_OUTCOME_TRY(const auto taken_before, code_opens(ask, desk));
    if (taken_before) return Decision{{}, subject_of(ask.area), {}};
    BOOST_OUTCOME_TRYV(area_is_below(ask.area, desk));
    BOOST_OUTCOME_TRYV(facts_are_sound(ask));
    BOOST_OUTCOME_TRYV(nobody_else(ask, desk));
    return journal::decided(journal::event(
        subject_of(ask.area),
        JoinAsked{
            ask.area,
            ask.name,
            ask.area.level(),
            ask.public_pem,
            ask.nkey,
            fingerprint_of(ask.area, ask.public_pem, wish.parent_pem),
            wish.address,
            ask.code_id}
    ));
}

Result<Decision> decide(const ApproveJoin& wish, const Desk& desk) {
    const auto request = request_of(desk.views, wish.area);
    if (!request || request->state == "removed") return no_such_request();
    if (request->state == "approved") return Decision{{}, subject_of(wish.area), {}};
    if (request->state == "refused")
        return refuse(
            "already_refused",
            "",
            "这条申请已被拒绝，请对方用新码重新申请",
            "this asking was refused; the station must ask anew with another code"
        );
    if (wish.fingerprint != request->fingerprint)
        return refuse(
            "fingerprint_differs",
            "fingerprint",
            "核对码与申请不一致，请刷新后重新核对",
            "the digits are not those of the request; reload and compare again"
        );
    const auto child = child_of(desk.views, wish.area);
    if (child && child->public_pem != request->public_pem) return somebody_else(child->name);
    return journal::decided(journal::event(
        subject_of(wish.area), JoinApproved{wish.area, request->name, request->public_pem, request->nkey}
    ));
}

Result<Decision> decide(const RefuseJoin& wish, const Desk& desk) {
    const auto request = request_of(desk.views, wish.area);
    if (!request || request->state == "removed") return no_such_request();
    if (request->state == "approved")
        return refuse(
            "already_joined",
            "",
            "这个单位已经接入；如需断开，请移除它",
            "this station has joined; remove it to cut it off"
        );
    if (request->state == "refused") return Decision{{}, subject_of(wish.area), {}};
    return journal::decided(journal::event(subject_of(wish.area), JoinRefused{wish.area, request->name, wish.reason}));
}

Result<Decision> decide(const RemoveLink& wish, const Desk& desk) {
    const auto child = child_of(desk.views, wish.area);
    if (!child) return refuse("link_unknown", "area", "没有接入过这个单位", "this station has not joined");
    if (wish.reason.empty()) return refuse("reason_empty", "reason", "请写明移除的原因", "say why it is removed");
    return journal::decided(journal::event(subject_of(wish.area), LinkRemoved{wish.area, child->name, wish.reason}));
}

}  // namespace anlan::links
