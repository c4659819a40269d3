#include "subscriptions/api.hpp"

#include "subscriptions/commands.hpp"
#include "subscriptions/queries.hpp"

namespace anlan::subscriptions {

namespace {

using http::Call;
using http::Method;

constexpr const char* kSubscriptions = "/api/v1/push/subscriptions";

struct KeyAnswer {
    bool configured = false;  ///< whether this station sends messages to devices
    std::string key;          ///< base64url; empty when it does not
};
BOOST_DESCRIBE_STRUCT(KeyAnswer, (), (configured, key))

struct DeviceAnswer {
    SubscriptionId id;
    std::string device, service;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(DeviceAnswer, (), (id, device, service, at))

Result<http::Page<DeviceAnswer>> mine(const Call& call, store::Rows& rows) {
    http::Page<DeviceAnswer> page;
    for (const auto& row : devices_of(rows, call.caller.person))
        page.items.push_back({{row.id}, row.device, row.service, row.at});
    return page;
}

Result<void> is_served(const Subscribe& wish, const PushService& service) {
    if (!service.key)
        return refuse(
            "push_not_configured",
            "",
            "本站没有启用手机通知，请联系管理员",
            "this station sends no notices; ask its administrator"
        );
    const auto address = service_of(wish.endpoint);
    if (address && !service.serves(address->host))
        return refuse(
            "service_not_served",
            "endpoint",
            "本站不向 " + address->host + " 发通知，请管理员把它加进配置 [node.push] services",
            "this station sends nothing to " + address->host +
                "; the administrator adds it to [node.push] services of the configuration"
        );
    return done();
}

}  // namespace

void add_endpoints(http::Endpoints& table, const PushService& service) {
    table.get<KeyAnswer>(
        "/api/v1/push/key",
        "",
        "浏览器订阅通知用的公钥",
        "the public key a browser subscribes with",
        [service](const Call&, store::Rows&) -> Result<KeyAnswer> {
            if (!service.key) return KeyAnswer{};
            return KeyAnswer{true, service.key()};
        }
    );
    table.list<DeviceAnswer>(kSubscriptions, "", "我的通知设备", "my devices that are told of calls", &mine);
    auto& subscribing = table.command<Subscribe>(
        Method::post, kSubscriptions, "", "让这台设备收到叫应通知", "let this device be told of calls"
    );
    subscribing.creates = true;
    subscribing.write = [service](const Call& call, store::Rows&) -> Result<journal::Wish> {
        BOOST_OUTCOME_TRY(auto wish, http::Endpoints::body_of<Subscribe>(call));
        BOOST_OUTCOME_TRYV(is_served(wish, service));
        return journal::wish(World::real(), call.caller.person.text, std::move(wish));
    };
    table.command<Unsubscribe>(
        Method::del,
        std::string(kSubscriptions) + "/{subscription}",
        "",
        "取消一台设备的通知",
        "take one of my devices off"
    );
}

}  // namespace anlan::subscriptions
