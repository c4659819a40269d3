#pragma once

#include <gtest/gtest.h>

#include "links/room.hpp"
#include "narrow/answers.hpp"
#include "narrow/room.hpp"
#include "narrowband/at_modem.hpp"
#include "narrowband/courier.hpp"
#include "narrowband/modem_for_tests.hpp"
#include "response/trial_town.inc"

/// Two whole stations, each with a modem on a pseudo-terminal, and nothing but short messages between them.
namespace anlan::narrowband::test {

inline std::vector<journal::Room> rooms_of_a_station() {
    auto rooms = response::rooms_of_a_town();
    rooms.insert(rooms.begin() + 1, links::make_room());
    rooms.push_back(narrow::make_room());
    return rooms;
}

struct Fault {
    std::string neighbour, code, zh, en;
};
BOOST_DESCRIBE_STRUCT(Fault, (), (neighbour, code, zh, en))

struct Station : trial::Trial {
    SimulatedModem modem;
    AtModem port;
    OrdinaryLink link;
    std::optional<Courier> courier;

    Station(SimulatedNetwork& network, AreaCode area, const std::string& name, const std::string& number)
        : Trial(rooms_of_a_station(), area, name), modem(network, number), port(settings_of(modem)) {
        given("plan/" + plan().id, plan::PlanSaved{1, plan(), "", "", {}});
        given("plan/" + plan().id, plan::PlanApproved{1, plan().title, "测试文件", {}});
        CourierSettings settings;
        settings.writer = &writer();
        settings.read = [this](const std::function<void(store::Rows&)>& ask) { ask(rows()); };
        settings.links = [this] { return std::vector{link}; };
        settings.refused = [this](const AreaCode& claimed, const Refusal& refusal) {
            const federation::Neighbour from{claimed, claimed.text, {}};
            writer().execute(links::note_fault(from, {refusal.code, refusal.zh, refusal.en})).value();
        };
        courier.emplace(std::move(settings), port);
    }
    ~Station() { courier.reset(); }

    /// From now on nothing but short messages, for longer than the policy waits.
    void cut(const AreaCode& neighbour, const std::string& phone, const std::string& key) {
        link = {neighbour, false, now() - std::chrono::minutes{11}, 1};
        courier->meet({neighbour, phone, key});
    }

    plan::Plan plan() { return response::plan_for("typhoon", to_text(writer().node().area.level())); }

    std::vector<Fault> faults() {
        return rows().select<Fault>("SELECT neighbour, code, zh, en FROM link_fault ORDER BY seq");
    }
    std::vector<narrow::HeardAnswer> heard() { return narrow::heard(rows(), "", writer().node().area, 100); }
    std::int64_t heard_of(narrow::ToldKind kind) {
        const auto all = heard();
        return std::count_if(all.begin(), all.end(), [&](const auto& each) { return each.told == kind; });
    }
    std::int64_t waiting(const AreaCode& neighbour) {
        return static_cast<std::int64_t>(narrow::waiting_for(rows(), neighbour).size());
    }

  private:
    static AtModemSettings settings_of(const SimulatedModem& modem) {
        AtModemSettings settings;
        settings.device = modem.device();
        settings.look_pause = std::chrono::milliseconds{20};
        settings.reopen_pause = std::chrono::milliseconds{20};
        return settings;
    }
};

struct TwoStations {
    static constexpr const char* kCountyPhone = "+8613900000001";
    static constexpr const char* kTownPhone = "+8613900000002";
    static constexpr std::string_view kKey = "0123456789abcdef";

    SimulatedNetwork network;
    Station county{network, response::kCounty, "石狮市", kCountyPhone};
    Station town{network, response::kTown, "永宁镇", kTownPhone};

    explicit TwoStations(std::uint64_t seed, Weather weather) : network(seed, weather) {
        county.cut(response::kTown, kTownPhone, std::string(kKey));
        town.cut(response::kCounty, kCountyPhone, std::string(kKey));
    }

    /// Everything given to the devices has been sent, and everything handed to them is in the couriers' inboxes.
    bool quiet() {
        const auto one = county.port.facts(), other = town.port.facts();
        return one.queued == 0 && other.queued == 0 && one.received + other.received == network.handed;
    }
    void drain() {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{20};
        while (!quiet() && std::chrono::steady_clock::now() < until) std::this_thread::yield();
        ASSERT_TRUE(quiet()) << "the devices came to rest";
    }
    /// One after the other, so that the seed alone says what becomes of each message.
    void round(Milliseconds pause = std::chrono::seconds{15}) {
        for (auto* station : {&county, &town}) {
            station->courier->tick();
            drain();
        }
        county.advance(pause);
        town.advance(pause);
    }
    /// Rounds until this holds; false when it does not within some hours of the stations' time.
    bool until(const std::function<bool()>& holds) {
        for (int i = 0; i < 1'000; ++i) {
            if (holds()) return true;
            round();
        }
        return false;
    }
    /// A message from anybody, as a stranger's telephone would send it.
    void inject(Station& to, const std::string& bytes, const std::string& from = "+8613900009999") {
        ++network.handed;
        to.modem.store(from, bytes, false);
        drain();
    }
};

}  // namespace anlan::narrowband::test
