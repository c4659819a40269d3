#include "seal/base64url.hpp"
#include "seal/p256.hpp"
#include "subscriptions/commands.hpp"
#include "subscriptions/ports.hpp"
#include "subscriptions/queries.hpp"

namespace anlan::subscriptions {

namespace {

constexpr std::size_t kDevicesMost = 10, kAuthBytes = 16, kIdDigits = 32, kNameMost_bytes = 120;

Refusal unknown() {
    return refuse(
        "subscription_unknown", "subscription", "这台设备没有订阅通知，或者已经取消", "this device is not subscribed"
    );
}

journal::Event ended(const DeviceRow& device, Ended why) {
    auto event = journal::event(device.id, Unsubscribed{device.person, why});
    event.forgets = {vault_ref(device.id)};
    return event;
}

/// A letter of several bytes is not cut in two.
std::string short_name(std::string name) {
    if (name.size() <= kNameMost_bytes) return name;
    auto end = kNameMost_bytes;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xc0) == 0x80) --end;
    name.resize(end);
    return name;
}

Result<void> keys_are_right(const Subscribe& wish) {
    const auto point = seal::from_base64url(wish.p256dh), auth = seal::from_base64url(wish.auth);
    if (!point || !seal::is_p256_point(*point))
        return refuse(
            "keys_invalid",
            "p256dh",
            "浏览器给出的密钥有误，请刷新页面后重新打开通知",
            "the browser's key is wrong; reload the page and switch notices on again"
        );
    if (!auth || auth->size() != kAuthBytes)
        return refuse(
            "keys_invalid",
            "auth",
            "浏览器给出的密钥有误，请刷新页面后重新打开通知",
            "the browser's key is wrong; reload the page and switch notices on again"
        );
    return done();
}

}  // namespace

SubscriptionId id_of(const std::string& endpoint) {
    return {seal::sha256(endpoint).substr(0, kIdDigits)};
}

Result<Decision> decide(const Subscribe& wish, const Desk& desk) {
    const auto service = service_of(wish.endpoint);
    if (!service)
        return refuse(
            "endpoint_invalid",
            "endpoint",
            "推送地址必须是 https 开头的完整地址",
            "the address of the push service begins with https"
        );
    BOOST_OUTCOME_TRYV(keys_are_right(wish));
    const auto id = id_of(wish.endpoint);
    const auto here = device_row(desk.views, id);
    const bool mine = here && here->person == desk.person();
    if (mine) {
        const auto bell = doorbell(desk.views, *here);
        if (bell && bell->p256dh == wish.p256dh && bell->auth == wish.auth) return Decision{{}, id.text, {}};
    } else if (devices_of(desk.views, desk.person()).size() >= kDevicesMost) {
        return refuse(
            "too_many_devices",
            "",
            "一个人最多十台设备，请先取消不用的",
            "ten devices a person; take one off that is not used any more"
        );
    }
    const auto ref = vault_ref(id.text);
    return journal::decided(journal::event(
        id.text,
        Subscribed{desk.person(), short_name(wish.device), service->host},
        {{ref, "endpoint", wish.endpoint}, {ref, "p256dh", wish.p256dh}, {ref, "auth", wish.auth}}
    ));
}

Result<Decision> decide(const Unsubscribe& wish, const Desk& desk) {
    const auto device = device_row(desk.views, wish.subscription);
    if (!device) return unknown();
    if (device->person != desk.person())
        return refuse("not_yours", "subscription", "只能取消自己的设备", "you may take off your own devices only");
    return journal::decided(ended(*device, Ended::person));
}

Result<Decision> decide(const DropSubscription& wish, const Desk& desk) {
    const auto device = device_row(desk.views, wish.subscription);
    if (!device) return Decision{};
    return journal::decided(ended(*device, Ended::gone));
}

Result<Decision> decide(const DropDevicesOf& wish, const Desk& desk) {
    journal::Events events;
    for (const auto& device : devices_of(desk.views, wish.person)) events.push_back(ended(device, Ended::erased));
    return journal::decided(std::move(events), wish.person.text);
}

/// A phone is a real phone, whichever drill its page looks at.
std::optional<World> world_of(const Subscribe&, store::Rows&) {
    return World::real();
}
std::optional<World> world_of(const Unsubscribe&, store::Rows&) {
    return World::real();
}
std::optional<World> world_of(const DropDevicesOf&, store::Rows&) {
    return World::real();
}

}  // namespace anlan::subscriptions
