#include "bench/linked_pair.hpp"

#include "app/lines.hpp"
#include "app/node_key.hpp"
#include "bench/station.hpp"
#include "journal/stream.hpp"
#include "links/join_commands.hpp"
#include "nats/nkey.hpp"
#include "nats/sockets.hpp"
#include "policy/commands.hpp"
#include "registers/commands.hpp"
#include "warehouse/registers.hpp"

namespace anlan::bench {

namespace {

namespace fs = std::filesystem;

const AreaCode kCounty{"350581000000"}, kTown{"350581106000"};
constexpr const char* kStreams[] = {"up/0", "up/1", "up/2"};

/// What the town shows of itself when it joins.
struct Newcomer {
    seal::KeyPair key;
    nats::NkeyPair nkey;
};

app::Config one_node(const fs::path& folder, const AreaCode& area, const char* name) {
    app::Config config{folder, fs::current_path() / "data", {}, {}};
    app::ConfiguredNode node;
    node.settings.facts = {area, name};
    node.settings.folder = folder / area.text;
    node.settings.shared_data = config.shared;
    config.nodes.push_back(std::move(node));
    return config;
}

/// As two people do it on the telephone: a code, the asking, the digits compared, approved.
void take_in(app::Node& county, const Newcomer& town) {
    const auto code = std::string(run(county, links::MakeCode{}).answer.at("code").as_string());
    const auto key = links::key_of_code(code);
    links::JoinAsk ask{key.id, kTown, "永宁镇", town.key.public_pem, town.nkey.public_key, {}, {}};
    ask.mark = key.mark(ask.text());
    ask.proof = seal::sign(town.key.private_pem, ask.text());
    run(county, links::AskToJoin{ask, "127.0.0.1", county.key().public_pem});
    const auto digits = links::fingerprint_of(kTown, town.key.public_pem, county.key().public_pem);
    run(county, links::ApproveJoin{kTown, digits});
}

long long arrived_at(app::Node& county) {
    long long entries = 0;
    county.read([&](store::Rows& rows) {
        for (const auto* stream : kStreams) entries += journal::arrived(rows, kTown, stream).number;
    });
    return entries;
}

void serve_county(Wire& wire, const fs::path& folder, const Newcomer& town) {
    SystemClock clock;
    seal::SystemDice dice;
    auto config = one_node(folder, kCounty, "石狮市");
    app::LineSettings line;
    line.leaf_host = line.host = "127.0.0.1";
    const auto reserved = nats::reserve_port();
    line.leaf_port = reserved.second;
    config.nodes.front().nats = line;
    app::County county(config, clock, dice);
    auto& node = *county.nodes().front();
    county.open();
    run(node, policy::AdoptPack{});
    take_in(node, town);
    const auto place = app::line_place_of(config.nodes.front());
    wire.tell(to_json_text(*app::door_of(*place, line.host)));
    wire.tell(std::to_string(node.port()));
    wire.tell(log_in(node, "bench_desk", PersonId{"p-desk"}, "zhiban"));
    while (!wire.hear().empty()) wire.tell(std::to_string(arrived_at(node)));
}

void fill(app::Node& town, int entries) {
    for (int i = 0; i < entries; ++i)
        town.writer().submit(
            registers::put_row(
                warehouse::agreements(),
                "p-storekeeper",
                "",
                {{"supplier", "测试企业"},
                 {"items", "编织袋"},
                 {"quantity", std::to_string(100 + i % 900)},
                 {"minutes", 60},
                 {"valid_to", "2030-01-01"}}
            ),
            [](const Result<journal::Outcome>&) {}
        );
    town.writer().run_pending();
}

void serve_town(Wire& wire, const fs::path& folder, const app::Parentage& above, int waiting) {
    SystemClock clock;
    seal::SystemDice dice;
    auto config = one_node(folder, kTown, "永宁镇");
    config.nodes.front().parentage = above;
    config.nodes.front().settings.parent = federation::Neighbour{above.area, above.name, above.public_pem};
    app::County county(config, clock, dice);
    auto& node = *county.nodes().front();
    fill(node, waiting);
    long long entries = 0;
    for (const auto* stream : kStreams) entries += journal::sent_out(node.writer().rows(), stream).number;
    wire.tell(std::to_string(entries));
    if (wire.hear().empty()) return;
    county.open();
    wire.tell("open");
    wire.hear();
}

}  // namespace

LinkedPair::LinkedPair(const fs::path& folder, int waiting) {
    seal::SystemDice dice;
    const auto county_folder = folder / "county" / kCounty.text, town_folder = folder / "town" / kTown.text;
    fs::create_directories(county_folder);
    fs::create_directories(town_folder);
    const Newcomer town{app::key_of(town_folder), nats::make_nkey(dice)};
    const auto above = app::key_of(county_folder);
    county_ = std::make_unique<Child>([&](Wire& wire) { serve_county(wire, folder / "county", town); });
    const auto door = from_json_text<links::Door>(county_->hear());
    if (!door) throw std::runtime_error("the county has no door");
    port_ = std::stoi(county_->hear());
    token_ = county_->hear();
    const auto& open = door.value();
    const app::Parentage parentage{
        kCounty, "石狮市", above.public_pem, open.host, open.port, open.certificate, town.nkey.seed};
    town_ = std::make_unique<Child>([&](Wire& wire) { serve_town(wire, folder / "town", parentage, waiting); });
}

long long LinkedPair::waiting() {
    return std::stoll(town_->hear());
}

long long LinkedPair::arrived() {
    county_->tell("arrived");
    return std::stoll(county_->hear());
}

void LinkedPair::link() {
    town_->tell("open");
    town_->hear();
}

}  // namespace anlan::bench
