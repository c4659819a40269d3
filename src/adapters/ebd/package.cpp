#include "ebd/package.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ebd/body.hpp"
#include "ebd/tar.hpp"

namespace anlan::ebd {

namespace {

Refusal invalid(std::string_view zh, std::string_view en) {
    return refuse(
        "package_invalid",
        "",
        fmt::format("应急广播数据包{}，请发送平台重发", zh),
        fmt::format("the broadcast package {}; its platform has to send it again", en)
    );
}

std::string body_name(const std::string& id) {
    return "EBDB_" + id + ".xml";
}
std::string signature_name(const std::string& id) {
    return "EBDS_EBDB_" + id + ".xml";
}

const TarFile* file_named(const std::vector<TarFile>& files, std::string_view name) {
    const auto found = std::find_if(files.begin(), files.end(), [&](const TarFile& file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

const TarFile* body_of(const std::vector<TarFile>& files) {
    const auto found = std::find_if(files.begin(), files.end(), [](const TarFile& file) {
        return file.name.starts_with("EBDB_") && file.name.ends_with(".xml");
    });
    return found == files.end() ? nullptr : &*found;
}

/// The digest stands in the signed body, so a sound that fits it is vouched for too.
Result<void> take_sounds(const std::vector<NamedSound>& named, std::vector<TarFile>& files, Broadcast& into) {
    for (const auto& sound : named) {
        const auto* file = file_named(files, sound.name);
        if (file == nullptr) return invalid("缺少所列声音文件", "lacks a sound it names");
        if (file->bytes.size() != sound.size || seal::sm3(file->bytes) != sound.digest)
            return invalid("的声音文件与所列摘要不符", "holds a sound that is not as named");
        into.sounds.push_back({sound.name, file->bytes});
    }
    return done();
}

}  // namespace

std::string pack(const Message& message, const Signer& signer) {
    const auto body = write_body(message);
    std::vector<TarFile> files{
        {body_name(message.id), body},
        {signature_name(message.id), write_signature(signer, message.id, body, message.at)}};
    if (message.broadcast)
        for (const auto& sound : message.broadcast->sounds) files.push_back({sound.name, sound.bytes});
    return write_tar(files);
}

Result<Message> unpack(std::string_view tar, const Keys& keys, const std::string& own_id) {
    auto files = read_tar(tar);
    if (!files) return invalid("已损坏", "is damaged");
    const auto* body = body_of(*files);
    if (body == nullptr) return invalid("没有消息体", "holds no message");
    BOOST_OUTCOME_TRY(auto read, read_body(body->bytes));
    auto& message = read.message;
    const auto key = keys(message.source);
    if (!key)
        return refuse(
            "platform_unknown",
            "SRC.EBRID",
            fmt::format("未登记应急广播平台 {}，请在配置中登记其公钥", message.source.substr(0, 60)),
            fmt::format(
                "platform {} is not known here; its public key belongs into the configuration",
                message.source.substr(0, 60)
            )
        );
    const auto* signature = file_named(*files, signature_name(message.id));
    if (signature == nullptr || !signature_holds(signature->bytes, message.id, body->bytes, *key))
        return refuse(
            "signature_fails",
            "SignatureValue",
            "应急广播数据包签名不成立，已拒收",
            "the signature of the broadcast package does not hold; it was not taken"
        );
    if (message.destination != own_id)
        return refuse(
            "not_for_us",
            "DEST.EBRID",
            "这个应急广播数据包不是发给本站的",
            "this broadcast package is meant for another platform"
        );
    if (message.broadcast) {
        BOOST_OUTCOME_TRYV(take_sounds(read.sounds, *files, *message.broadcast));
    }
    return message;
}

}  // namespace anlan::ebd
