#pragma once

#include <unistd.h>

#include <boost/json.hpp>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>

#include "nats/client.hpp"
#include "nats/nats_line.hpp"
#include "nats/nats_server.hpp"
#include "nats/nkey.hpp"
#include "nats/sockets.hpp"
#include "nats/subjects.hpp"

/// Real nats-servers on loopback for tests.
namespace anlan::nats {

inline std::uint16_t free_port() {
    return reserve_port().second;
}

/// A folder that goes with its owner.
struct TestFolder {
    std::filesystem::path path = std::filesystem::temp_directory_path() /
                                 ("anlan_nats_" + std::to_string(::getpid()) + "_" + std::to_string(++count()));
    TestFolder() { std::filesystem::create_directories(path); }
    ~TestFolder() { std::filesystem::remove_all(path); }
    static int& count() {
        static int made = 0;
        return made;
    }
};

/// One node's line and what it heard.
struct Station {
    Station(NatsPlace given, const Clock& clock, seal::Dice& dice) : place(std::move(given)), line(place, clock, dice) {
        line.open([this](const AreaCode& from, std::string frame) {
            const std::lock_guard lock(mutex);
            heard.emplace_back(from, std::move(frame));
            news.notify_all();
        });
    }

    /// Forgets what does not fit.
    bool hears(const std::string& frame, Milliseconds limit) {
        std::unique_lock lock(mutex);
        const auto there = [&] {
            while (!heard.empty() && heard.front().second != frame) heard.pop_front();
            return !heard.empty();
        };
        return news.wait_for(lock, limit, there);
    }

    bool heard_any(const std::string& frame) {
        const std::lock_guard lock(mutex);
        return std::any_of(heard.begin(), heard.end(), [&](const auto& one) { return one.second == frame; });
    }

    NatsPlace place;
    std::mutex mutex;
    std::condition_variable news;
    std::deque<std::pair<AreaCode, std::string>> heard;
    NatsLine line;  // last: its threads end before what they use
};

/// Sends again until it arrives, as the hand-over does; how often it had to, or nothing.
inline std::optional<int> arrives(Station& from, Station& to, federation::Lane lane, const std::string& words) {
    for (int again = 0; again < 200; ++again) {
        const auto frame = words + " " + std::to_string(again);
        from.line.send(to.place.area, lane, frame);
        if (to.hears(frame, Milliseconds{100})) return again;
    }
    return std::nullopt;
}

inline const AreaCode kCounty{"350581000000"}, kTown{"350581106000"}, kOther{"350581103000"};

/// A county and two towns.
struct Stations {
    Stations() {
        NatsPlace county;
        county.area = kCounty, county.dir = (folder.path / "county").string();
        county.client_port = free_port(), county.leaf_port = free_port(), county.leaf_host = "127.0.0.1";
        for (const auto& area : {kTown, kOther}) {
            auto& place = towns[area];
            const auto key = make_nkey(dice);
            place.area = area, place.dir = (folder.path / area.text).string();
            place.client_port = free_port();
            place.parent = kCounty, place.parent_host = "127.0.0.1", place.parent_leaf_port = county.leaf_port;
            place.own_seed = key.seed, place.parent_certificate = own_certificate(county);
            county.children.push_back({area, key.public_key});
        }
        above = county;
    }

    TestFolder folder;
    SystemClock clock;
    seal::SystemDice dice;
    NatsPlace above;
    std::map<AreaCode, NatsPlace> towns;
};

/// The names of all streams in the link's account, asked of the server itself.
struct Streams {
    Streams(const NatsPlace& place, const AreaCode& child)
        : client({place.client_port, "own_" + link_account(child), password(place)}) {}

    static std::string password(const NatsPlace& place) {
        std::ifstream in(place.dir + "/nats.conf");
        const std::string text{std::istreambuf_iterator<char>(in), {}}, mark = "password: \"";
        const auto at = text.find(mark) + mark.size();
        return text.substr(at, text.find('"', at) - at);
    }

    std::vector<std::string> names() {
        const auto answer = client.ask("$JS.API.STREAM.NAMES", Milliseconds{2000});
        std::vector<std::string> out;
        if (!answer) return out;
        const auto parsed = boost::json::parse(*answer);
        if (const auto* list = parsed.as_object().if_contains("streams"); list != nullptr && list->is_array())
            for (const auto& name : list->get_array()) out.emplace_back(name.get_string());
        return out;
    }

    Client client;
};

}  // namespace anlan::nats
