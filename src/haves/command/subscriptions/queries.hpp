#pragma once

#include <optional>
#include <vector>

#include "base/time.hpp"
#include "store/rows.hpp"
#include "subscriptions/events.hpp"

namespace anlan::subscriptions {

struct DeviceRow {
    std::string id;
    PersonId person;
    std::string device, service;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(DeviceRow, (), (id, person, device, service, at))

/// What a message to one device needs; for the carrier only, never for a page or a log.
struct Doorbell {
    std::string id, endpoint, p256dh, auth;
};

std::optional<DeviceRow> device_row(store::Rows& rows, const SubscriptionId& id);
std::vector<DeviceRow> devices_of(store::Rows& rows, const PersonId& person);
bool has_device(store::Rows& rows, const PersonId& person);
/// Nothing once it was forgotten.
std::optional<Doorbell> doorbell(store::Rows& rows, const DeviceRow& device);
std::vector<Doorbell> doorbells_of(store::Rows& rows, const PersonId& person);

}  // namespace anlan::subscriptions
