#include "subscriptions/queries.hpp"

#include "journal/vault.hpp"

namespace anlan::subscriptions {

namespace {

const std::string kDeviceRows = "SELECT id, person, device, service, at FROM push_subscription ";

}  // namespace

std::optional<DeviceRow> device_row(store::Rows& rows, const SubscriptionId& id) {
    return rows.first<DeviceRow>(kDeviceRows + "WHERE id = :i", id);
}

std::vector<DeviceRow> devices_of(store::Rows& rows, const PersonId& person) {
    return rows.select<DeviceRow>(kDeviceRows + "WHERE person = :p ORDER BY at, id", person);
}

bool has_device(store::Rows& rows, const PersonId& person) {
    return rows.value<std::string>("SELECT id FROM push_subscription WHERE person = :p LIMIT 1", person).has_value();
}

std::optional<Doorbell> doorbell(store::Rows& rows, const DeviceRow& device) {
    const auto ref = vault_ref(device.id);
    auto endpoint = journal::vault::reveal(rows, ref, "endpoint");
    auto p256dh = journal::vault::reveal(rows, ref, "p256dh");
    auto auth = journal::vault::reveal(rows, ref, "auth");
    if (!endpoint || !p256dh || !auth) return std::nullopt;
    return Doorbell{device.id, std::move(*endpoint), std::move(*p256dh), std::move(*auth)};
}

std::vector<Doorbell> doorbells_of(store::Rows& rows, const PersonId& person) {
    std::vector<Doorbell> all;
    for (const auto& device : devices_of(rows, person))
        if (auto bell = doorbell(rows, device)) all.push_back(std::move(*bell));
    return all;
}

}  // namespace anlan::subscriptions
