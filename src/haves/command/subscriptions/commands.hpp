#pragma once

#include "journal/desk.hpp"
#include "subscriptions/events.hpp"

namespace anlan::subscriptions {

using journal::Decision;
using journal::Desk;

/// This browser is to be told of calls to whoever asks. What the browser's PushSubscription says, in base64url. Refuses
/// `endpoint_invalid` (no https address; http only on this machine), `keys_invalid`, `too_many_devices`.
struct Subscribe {
    std::string endpoint;
    std::string p256dh;  ///< the browser's public key, a point of P-256
    std::string auth;    ///< 16 bytes
    std::string device;
};
BOOST_DESCRIBE_STRUCT(Subscribe, (), (endpoint, p256dh, auth, device))
Result<Decision> decide(const Subscribe& wish, const Desk& desk);
std::optional<World> world_of(const Subscribe& wish, store::Rows& rows);

/// Refuses `subscription_unknown`, `not_yours`.
struct Unsubscribe {
    SubscriptionId subscription;
};
BOOST_DESCRIBE_STRUCT(Unsubscribe, (), (subscription))
Result<Decision> decide(const Unsubscribe& wish, const Desk& desk);
std::optional<World> world_of(const Unsubscribe& wish, store::Rows& rows);

/// The push service knows the address no more. Already so is nothing new.
struct DropSubscription {
    SubscriptionId subscription;
};
BOOST_DESCRIBE_STRUCT(DropSubscription, (), (subscription))
Result<Decision> decide(const DropSubscription& wish, const Desk& desk);

struct DropDevicesOf {
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(DropDevicesOf, (), (person))
Result<Decision> decide(const DropDevicesOf& wish, const Desk& desk);
std::optional<World> world_of(const DropDevicesOf& wish, store::Rows& rows);

/// The name of the subscription with this address.
SubscriptionId id_of(const std::string& endpoint);

}  // namespace anlan::subscriptions
