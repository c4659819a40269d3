#include "nats/leaf_words.hpp"

#include <boost/json.hpp>

#include "nats/nkey.hpp"
#include "nats/subjects.hpp"

namespace anlan::nats {

namespace json = boost::json;

namespace {

/// The object behind the word, if the line has that form.
Result<json::object> object_after(std::string_view word, std::string_view line, std::string code) {
    boost::system::error_code error;
    auto value = line.starts_with(word) ? json::parse(line.substr(word.size()), error) : json::value();
    if (error || !value.is_object())
        return refuse(std::move(code), "", "对方不是上级节点的接入端口。", "The other side is not a node's port.");
    return std::move(value.get_object());
}

json::object only(const std::vector<std::string>& subjects) {
    json::array allow;
    for (const auto& one : subjects) allow.emplace_back(one);
    return {{"allow", std::move(allow)}};
}

}  // namespace

Result<LeafInfo> read_leaf_info(std::string_view line) {
    BOOST_OUTCOME_TRY(auto object, object_after("INFO ", line, "not_a_leaf_port"));
    const auto* nonce = object.if_contains("nonce");
    if (nonce == nullptr || !nonce->is_string())
        return refuse("not_a_leaf_port", "", "上级节点没有要求验证身份。", "The node above does not ask who we are.");
    return LeafInfo{std::string(line), std::string(nonce->get_string())};
}

std::string info_for_local(
    const LeafInfo& info, const AreaCode& own, const AreaCode& parent, std::uint16_t local_port
) {
    auto told = json::parse(std::string_view(info.line).substr(5)).get_object();
    for (const auto* gone : {"tls_required", "tls_verify", "tls_available", "nonce", "info_on_connect", "connect_urls"})
        told.erase(gone);
    told["leafnode_urls"] = json::array{"127.0.0.1:" + std::to_string(local_port)};
    told["export"] = only(may_say(own, parent));
    told["import"] = only(may_say(parent, own));
    auto out = "INFO " + json::serialize(told) + "\r\n";
    for (const auto* kind : {"urgent", "hello"}) out += "LS+ " + subject(own, parent, kind) + "\r\n";
    return out;
}

Result<std::string> connect_for_parent(std::string_view line, const std::string& seed, const std::string& nonce) {
    BOOST_OUTCOME_TRY(auto object, object_after("CONNECT ", line, "not_a_connect"));
    const auto signature = nkey_sign(seed, nonce);
    if (signature.empty())
        return refuse("seed_invalid", "own_seed", "本节点的密钥无法读取。", "This node's key cannot be read.");
    object["nkey"] = nkey_public(seed);
    object["sig"] = signature;
    object["tls_required"] = true;
    return "CONNECT " + json::serialize(object) + "\r\n";
}

}  // namespace anlan::nats
