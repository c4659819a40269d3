#include "push/push_postman.hpp"

#include <algorithm>
#include <charconv>

#include "http/fetch.hpp"
#include "push/content.hpp"
#include "push/notice.hpp"
#include "seal/base64url.hpp"
#include "seal/p256.hpp"

namespace anlan::push {

namespace {

constexpr std::chrono::seconds kRestUsual{60}, kRestMost{3'600};

Outcome not_this_device() {
    return {How::gone, "这台设备的订阅已失效", "the subscription of this device is void"};
}

/// Seconds; a date, or nothing, means a minute.
std::chrono::milliseconds rest_of(const std::string& retry_after, std::chrono::seconds otherwise) {
    int seconds = 0;
    const auto* end = retry_after.data() + retry_after.size();
    const auto [at, fault] = std::from_chars(retry_after.data(), end, seconds);
    if (fault != std::errc() || at != end || seconds <= 0) return otherwise;
    return std::min(std::chrono::seconds{seconds}, kRestMost);
}

}  // namespace

const std::vector<std::string>& usual_services() {
    static const std::vector<std::string> all{
        "fcm.googleapis.com", "*.push.services.mozilla.com", "*.notify.windows.com", "*.push.apple.com"};
    return all;
}

bool serves(const PushSettings& settings, const std::string& host) {
    return std::any_of(settings.services.begin(), settings.services.end(), [&](const std::string& each) {
        return each.starts_with("*.") ? host.ends_with(each.substr(1)) : host == each;
    });
}

PushPostman::PushPostman(PushSettings settings, std::shared_ptr<Vapid> vapid)
    : settings_(std::move(settings)), vapid_(std::move(vapid)) {}

std::vector<Target> PushPostman::targets(const calls::Carry& carry) const {
    std::vector<Target> all;
    for (const auto& device : carry.devices)
        if (const auto service = subscriptions::service_of(device.endpoint))
            all.push_back({device.id, service->origin, 0});
    return all;
}

Outcome PushPostman::post(const Target& target, const std::vector<calls::Carry>& carries) {
    const auto& carry = carries.front();
    const auto device = std::find_if(carry.devices.begin(), carry.devices.end(), [&](const auto& each) {
        return each.id == target.id;
    });
    if (device == carry.devices.end()) return not_this_device();
    const auto service = subscriptions::service_of(device->endpoint);
    if (!service || !serves(settings_, service->host))
        return {
            How::refused,
            "本站不再向这台设备的推送服务发通知，请本人重新打开通知",
            "this station sends nothing to the device's push service any more; switch notices on again there"};
    seal::SystemDice dice;
    const auto content = seal_content(
        notice_of(carry),
        seal::from_base64url(device->p256dh).value_or(""),
        seal::from_base64url(device->auth).value_or(""),
        seal::new_p256(),
        dice.bytes(16)
    );
    if (content.empty()) return not_this_device();
    const auto said = http::ask(
        {.method = http::Method::post,
         .url = device->endpoint,
         .body = content,
         .limit = settings_.limit,
         .headers =
             {{"Content-Type", "application/octet-stream"},
              {"Content-Encoding", "aes128gcm"},
              {"TTL", std::to_string(settings_.kept.count())},
              {"Urgency", "high"},
              {"Topic", topic_of(carry.call)},
              {"Authorization", vapid_->authorization(service->origin, Vapid::Clock::now())}}}
    );
    if (said) return outcome_of(said.value().status, said.value().retry_after, service->host);
    const auto how = said.error().code == "fetch_unanswered" ? How::uncertain : How::unreachable;
    return {
        how,
        "连不上推送服务 " + service->host + "，请检查本机能否访问外网",
        "the push service " + service->host + " cannot be reached; look whether this machine reaches the internet"};
}

// RFC 8030, 5 and 8.4; RFC 8292, 2.
Outcome PushPostman::outcome_of(int status, const std::string& retry_after, const std::string& host) const {
    if (status >= 200 && status < 300) return {};
    if (status == 404 || status == 410) return not_this_device();
    if (status == 429)
        return {
            How::later,
            "推送服务 " + host + " 说发得太快，稍后再发",
            "the push service " + host + " asks to wait",
            rest_of(retry_after, kRestUsual)};
    if (status >= 500)
        return {
            How::unreachable,
            "推送服务 " + host + " 暂时不工作（" + std::to_string(status) + "），稍后再发",
            "the push service " + host + " does not work at the moment (" + std::to_string(status) + ")",
            rest_of(retry_after, std::chrono::seconds{0})};
    if (status == 401 || status == 403)
        return {
            How::refused,
            "推送服务 " + host + " 不认本站的签名：请校准本机时间；若更换过 push.key，请各人重新打开通知",
            "the push service " + host +
                " does not take the station's signature: set the clock; if push.key was changed, people switch notices "
                "on "
                "again"};
    return {
        How::refused,
        "推送服务 " + host + " 没有收下（" + std::to_string(status) + "）",
        "the push service " + host + " did not take it (" + std::to_string(status) + ")"};
}

bool PushPostman::reachable(const std::string& group) {
    const auto said = http::ask({.url = group + "/", .limit = settings_.limit});
    return said && said.value().status < 500;
}

}  // namespace anlan::push
