// One end of a line, for trying it over bad links without whole nodes.
//
//   line_probe prepare <folder> <county's host>    writes county.json and town.json
//   line_probe run <place.json>                     opens the line to its first neighbour and obeys standard input
//
// Orders: send <urgent|routine> <bytes> <how many> | quit. Frames carry their sending time; what is heard is told as
// "heard <lane> <number> <milliseconds under way>", a change of the link as "link <up|down> <slow|fast> <note>".
#include <fmt/core.h>

#include <atomic>
#include <fstream>
#include <iostream>
#include <mutex>
#include <sstream>
#include <thread>

#include "base/reflect.hpp"
#include "nats/nats_line.hpp"
#include "nats/nats_server.hpp"
#include "nats/nkey.hpp"

using namespace anlan;

namespace {

std::mutex telling;

template <class... Parts>
void tell(fmt::format_string<Parts...> text, Parts&&... parts) {
    const std::lock_guard lock(telling);
    std::cout << fmt::format(text, std::forward<Parts>(parts)...) << std::endl;
}

std::int64_t now_ms() {
    return SystemClock().now().time_since_epoch().count();
}

void save(const std::string& path, const nats::NatsPlace& place) {
    std::ofstream(path) << json::serialize(to_json(place));
}

int prepare(const std::string& folder, const std::string& host) {
    seal::SystemDice dice;
    const auto key = nats::make_nkey(dice);
    nats::NatsPlace county, town;
    county.area = {"350581000000"}, county.dir = folder + "/county", county.client_port = 4222;
    county.leaf_host = host, county.leaf_port = 7422;
    county.children.push_back({{"350581106000"}, key.public_key});
    town.area = {"350581106000"}, town.dir = folder + "/town", town.client_port = 4223;
    town.parent = county.area, town.parent_host = host, town.parent_leaf_port = 7422;
    town.own_seed = key.seed, town.parent_certificate = nats::own_certificate(county);
    save(folder + "/county.json", county), save(folder + "/town.json", town);
    return 0;
}

void hear(const AreaCode&, const std::string& frame) {
    std::istringstream words(frame);
    std::string lane;
    std::int64_t number = 0, sent = 0;
    words >> lane >> number >> sent;
    tell("heard {} {} {}", lane, number, now_ms() - sent);
}

void watch(const nats::NatsLine& line, const AreaCode& neighbour, const std::atomic<bool>& ended) {
    std::string before;
    while (!ended) {
        const auto facts = line.facts(neighbour);
        const auto now = fmt::format(
            "link {} {} {}", facts.connected ? "up" : "down", line.slow(neighbour) ? "slow" : "fast", facts.note
        );
        if (now != before) tell("{}", now);
        before = now;
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
}

void obey(nats::NatsLine& line, const AreaCode& neighbour) {
    std::int64_t number = 0;
    for (std::string order; std::getline(std::cin, order) && order != "quit";) {
        std::istringstream words(order);
        std::string send, lane;
        std::size_t bytes = 0;
        int count = 0;
        words >> send >> lane >> bytes >> count;
        for (int i = 0; i < count; ++i) {
            auto frame = fmt::format("{} {} {} ", lane, ++number, now_ms());
            frame.resize(std::max(frame.size(), bytes), '.');
            line.send(
                neighbour, lane == "urgent" ? federation::Lane::urgent : federation::Lane::routine, std::move(frame)
            );
        }
    }
}

int run(const std::string& file) {
    std::ifstream in(file);
    std::stringstream text;
    text << in.rdbuf();
    const auto read = from_json<nats::NatsPlace>(json::parse(text.str()));
    if (!read) return fmt::print(stderr, "{}\n", read.error().en), 1;
    const auto& place = read.value();
    const auto neighbour = place.has_parent() ? place.parent : place.children.front().area;
    SystemClock clock;
    seal::SystemDice dice;
    nats::NatsLine line(place, clock, dice);
    line.open(hear);
    std::atomic<bool> ended{false};
    std::thread watcher([&] { watch(line, neighbour, ended); });
    obey(line, neighbour);
    const auto facts = line.facts(neighbour);
    tell("bytes in {} out {}", facts.bytes_in_today, facts.bytes_out_today);
    ended = true;
    watcher.join();
    line.close();
    return 0;
}

}  // namespace

int main(int count, char** words) {
    const std::string order = count > 1 ? words[1] : "";
    if (order == "prepare" && count == 4) return prepare(words[2], words[3]);
    if (order == "run" && count == 3) return run(words[2]);
    return fmt::print(stderr, "line_probe prepare <folder> <host> | run <place.json>\n"), 2;
}
