#pragma once

#include "journal/event.hpp"

/// Devices of people that want to be told when the page is closed. All of it stays in the station.
namespace anlan::subscriptions {

using SubscriptionId = Id<struct SubscriptionTag>;

/// Subject: the subscription, named by its address. Address and keys lie in the vault under vault_ref().
struct Subscribed {
    static constexpr journal::EventKind kKind{"push.subscribed", 1};
    PersonId person;
    std::string device;   ///< kind of device, for its owner: "Android · Edge"
    std::string service;  ///< host of the push service
};
BOOST_DESCRIBE_STRUCT(Subscribed, (), (person, device, service))

/// person: they pressed. gone: the push service knows the address no more. erased: the person was erased.
BOOST_DEFINE_ENUM_CLASS(Ended, person, gone, erased)

/// Its address and keys are destroyed with this entry.
struct Unsubscribed {
    static constexpr journal::EventKind kKind{"push.unsubscribed", 1};
    PersonId person;
    Ended why = Ended::person;
};
BOOST_DESCRIBE_STRUCT(Unsubscribed, (), (person, why))

inline std::string vault_ref(const std::string& subscription) {
    return "push/" + subscription;
}

}  // namespace anlan::subscriptions
