#include "app/narrowband.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "links/room.hpp"
#include "narrowband/at_modem.hpp"
#include "narrowband/courier.hpp"
#include "seal/pair_key.hpp"

namespace anlan::app {

namespace {

narrowband::AtModemSettings device_of(const NarrowbandSettings& settings) {
    narrowband::AtModemSettings device;
    device.device = settings.device;
    device.form = settings.kind == "gsm" ? narrow::ShortMessages::Form::text : narrow::ShortMessages::Form::binary;
    device.bearer = settings.kind == "satellite" ? "satellite" : "sms";
    return device;
}

}  // namespace

struct Narrowband::Inside {
    Inside(Node& of, NarrowbandSettings given, std::vector<federation::Neighbour> house_of)
        : node(of),
          settings(std::move(given)),
          house(std::move(house_of)),
          modem(device_of(settings)),
          courier(courier_settings(), modem) {}

    narrowband::CourierSettings courier_settings() {
        narrowband::CourierSettings made;
        made.writer = &node.writer();
        made.read = [this](const std::function<void(store::Rows&)>& ask) { node.read(ask); };
        made.links = [this] { return ordinary(); };
        made.most_bytes = static_cast<std::size_t>(settings.most_bytes);
        made.refused = [this](const AreaCode& claimed, const Refusal& refusal) {
            node.writer().submit(
                links::note_fault({claimed, name_of(claimed), {}}, {refusal.code, refusal.zh, refusal.en}),
                [](const Result<journal::Outcome>&) {}
            );
        };
        return made;
    }

    std::string phone_of(const AreaCode& area) const {
        if (node.settings().parent && area == node.settings().parent->area) return settings.parent;
        if (area.contains(node.settings().facts.area)) return settings.parent;
        const auto found = settings.children.find(area);
        return found == settings.children.end() ? std::string() : found->second;
    }

    std::string name_of(const AreaCode& area) const {
        const auto found = met.find(area);
        return found == met.end() ? area.text : found->second.name;
    }

    /// Those who joined, were removed, or came back with a new key since the last look.
    void meet_neighbours() {
        auto now = house;
        if (const auto& parent = node.settings().parent) now.push_back(*parent);
        node.read([&](store::Rows& rows) {
            for (const auto& child : links::children(rows)) now.push_back({child.area, child.name, child.public_pem});
        });
        std::erase_if(now, [this](const auto& each) { return phone_of(each.area).empty(); });
        for (const auto& each : now) {
            const auto known = met.find(each.area);
            if (known != met.end() && known->second.public_pem == each.public_pem) continue;
            const auto key = narrowband::narrow_key(seal::pair_key(node.key().private_pem, each.public_pem));
            courier.meet({each.area, phone_of(each.area), key});
            met[each.area] = each;
        }
        std::erase_if(met, [&](const auto& each) {
            const bool gone = std::none_of(now.begin(), now.end(), [&](const auto& n) { return n.area == each.first; });
            if (gone) courier.meet({each.first, {}, {}});
            return gone;
        });
    }

    /// A neighbour without a line over the network is cut off by nature.
    std::vector<narrowband::OrdinaryLink> ordinary() const {
        std::vector<narrowband::OrdinaryLink> all;
        const auto states = node.links();
        for (const auto& [area, neighbour] : met) {
            const auto found =
                std::find_if(states.begin(), states.end(), [&](const auto& s) { return s.area == area; });
            if (found == states.end())
                all.push_back({area, false, {}, 0});
            else
                all.push_back({area, found->up && !found->refused, found->since, found->waiting});
        }
        return all;
    }

    Node& node;
    NarrowbandSettings settings;
    std::vector<federation::Neighbour> house;
    std::map<AreaCode, federation::Neighbour> met;  ///< of the ticking thread
    narrowband::AtModem modem;
    narrowband::Courier courier;
};

Narrowband::Narrowband(Node& node, NarrowbandSettings settings, std::vector<federation::Neighbour> house)
    : inside_(std::make_unique<Inside>(node, std::move(settings), std::move(house))) {}

Narrowband::~Narrowband() = default;

void Narrowband::tick() {
    inside_->meet_neighbours();
    inside_->courier.tick();
}

narrow::DeviceAnswer Narrowband::state() const {
    const auto& settings = inside_->settings;
    const auto facts = inside_->modem.facts();
    narrow::DeviceAnswer answer;
    answer.configured = true;
    answer.kind = settings.kind;
    answer.number = settings.number;
    answer.ready = facts.ready;
    answer.note = facts.note;
    if (facts.signal_percent >= 0) answer.signal_percent = facts.signal_percent;
    answer.queued = facts.queued;
    answer.sent = facts.sent;
    answer.failed = facts.failed;
    answer.received = facts.received;
    return answer;
}

}  // namespace anlan::app
