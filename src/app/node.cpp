#include "app/node.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "app/calling.hpp"
#include "app/couriers.hpp"
#include "app/family.hpp"
#include "app/node_endpoints.hpp"
#include "app/node_key.hpp"
#include "app/outside.hpp"
#include "identity/identity.hpp"
#include "journal/checkpoint.hpp"
#include "journal/deadline_events.hpp"
#include "tokens/meter.hpp"
#include "tokens/queries.hpp"

namespace anlan::app {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::hours kCheckpointPause{1};

store::Place place_of(const NodeSettings& settings) {
    fs::create_directories(settings.folder);
    return {(settings.folder / "node.db").string(), settings.postgresql};
}

}  // namespace

struct Node::Inside {
    Inside(NodeSettings given, Surroundings around)
        : settings(std::move(given)),
          surroundings(around),
          place(place_of(settings)),
          key(key_of(settings.folder)),
          outside(settings, key, [this] { return family.links(); }),
          writer(
              {.place = place,
               .node = settings.facts,
               .clock = &around.clock,
               .dice = &around.dice,
               .at_commit = around.at_commit},
              all_rooms(outside.ports())
          ),
          readers(place),
          hub(writer.rooms()),
          sensing(
              {settings.folder, settings.shared_data / "sensors/payloads.json", settings.broker},
              writer,
              around.clock,
              reading
          ),
          announcing(
              {settings.folder,
               settings.facts.area,
               key,
               settings.loudspeakers,
               settings.broker,
               settings.carriers.sip,
               settings.icecast,
               settings.demo},
              writer,
              around.clock,
              around.dice,
              reading
          ),
          conferring(settings.janus, settings.carriers.sip, key.private_pem, writer, hub, around.dice, reading),
          relay(settings.turn ? std::make_unique<turn::RelayPasswords>(*settings.turn) : nullptr),
          watching(settings.janus, writer, around.dice),
          vapid(make_vapid(settings.carriers, settings.folder)),
          calling(
              settings.facts.name,
              make_carriers(settings.carriers, settings.folder, vapid),
              writer,
              around.clock,
              reading
          ),
          couriers(settings, key, writer, around.clock, reading),
          family({settings, surroundings, key, writer, conferring, reading}) {
        writer.on_commit([this](const std::vector<journal::Entry>& entries) {
            family.follow(entries);
            sensing.follow(entries);
            announcing.follow(entries);
            conferring.follow(entries);
            calling.follow(entries);
            hub.tell(entries);
        });
        add_node_endpoints(
            endpoints,
            {settings,
             surroundings,
             key,
             outside.ports(),
             writer,
             hub,
             sensing,
             announcing,
             conferring,
             watching,
             couriers.platforms(),
             calling,
             push_service(settings.carriers, vapid),
             [this] { return family.links(); },
             relay.get()}
        );
        family.gather();
    }

    void read(const std::function<void(store::Rows&)>& ask) {
        if (!opened) return ask(writer.rows());
        const auto rows = readers.take();
        ask(*rows);
    }

    const Couriers::Read reading = [this](const std::function<void(store::Rows&)>& ask) { read(ask); };
    NodeSettings settings;
    Surroundings surroundings;
    store::Place place;
    seal::KeyPair key;
    Outside outside;
    journal::Writer writer;
    store::Readers readers;
    live::Hub hub;
    Sensing sensing;
    Announcing announcing;
    Conferring conferring;
    std::unique_ptr<turn::RelayPasswords> relay;
    Watching watching;
    std::shared_ptr<push::Vapid> vapid;
    Calling calling;
    Couriers couriers;
    Family family;
    http::Endpoints endpoints;
    std::unique_ptr<live::ApiService> service;
    std::unique_ptr<http::Server> server;
    Instant next_checkpoint{};
    bool opened = false;
};

Node::Node(NodeSettings settings, Surroundings surroundings)
    : inside_(std::make_unique<Inside>(std::move(settings), surroundings)) {}

Node::~Node() {
    close();
}

void Node::open(http::Threads& threads) {
    auto& in = *inside_;
    in.writer.start();
    in.opened = true;
    in.sensing.start();
    in.announcing.start();
    in.conferring.start();
    in.watching.start();
    in.calling.start();
    in.service = std::make_unique<live::ApiService>(
        threads,
        in.endpoints,
        in.writer,
        in.readers,
        in.hub,
        [](store::Rows& rows, const std::string& token, Instant now) {
            return token.starts_with(tokens::kKeyPrefix) ? tokens::caller_of(rows, token, now)
                                                         : identity::caller_of(rows, token, now);
        }
    );
    in.service->admit([meter = std::make_shared<tokens::Meter>()](
                          store::Rows& rows, const http::Caller& caller, const std::string& permission, Instant now
                      ) { return meter->refusal(rows, caller, permission, now); });
    in.server = std::make_unique<http::Server>(threads, in.settings.server, *in.service);
    in.family.start();
}

void Node::close() {
    inside_->server.reset();
    inside_->sensing.stop();
    inside_->announcing.stop();
    inside_->conferring.stop();
    inside_->watching.stop();
    inside_->calling.stop();
    inside_->family.stop();
    if (inside_->opened) inside_->writer.execute(journal::seal_checkpoint(inside_->key)).has_value();
    inside_->opened = false;
    inside_->writer.stop();
}

void Node::tick() {
    auto& in = *inside_;
    const auto now = in.surroundings.clock.now();
    in.family.tick(now);
    std::optional<Instant> next;
    bool clock_back = false;
    in.read([&](store::Rows& rows) {
        next = journal::next_deadline(rows);
        clock_back = journal::clock_went_back(rows, now);
    });
    if (clock_back) in.writer.submit(journal::heed_clock(), [](const Result<journal::Outcome>&) {});
    if (next && *next <= now) in.writer.recall_due();
    if (now < in.next_checkpoint && in.next_checkpoint <= now + kCheckpointPause) return;
    in.next_checkpoint = now + kCheckpointPause;
    in.writer.submit(journal::seal_checkpoint(in.key), [](const Result<journal::Outcome>&) {});
}

void Node::speak_to_platforms() {
    if (auto* platforms = inside_->couriers.platforms()) platforms->step();
}

std::size_t Node::post_hooks() {
    return inside_->couriers.hooks().step();
}

const NodeSettings& Node::settings() const {
    return inside_->settings;
}
journal::Writer& Node::writer() {
    return inside_->writer;
}
store::Readers& Node::readers() {
    return inside_->readers;
}
const warning::AlertReader& Node::alert_reader() const {
    return inside_->outside.ports().alert_reader;
}
const warning::AlertWriter& Node::alert_writer() const {
    return inside_->outside.ports().alert_writer;
}
const warning::AreaMatcher& Node::area_matcher() const {
    return inside_->outside.ports().area_matcher;
}
live::Hub& Node::hub() {
    return inside_->hub;
}
const http::Endpoints& Node::endpoints() const {
    return inside_->endpoints;
}
Sensing& Node::sensing() {
    return inside_->sensing;
}
Announcing& Node::announcing() {
    return inside_->announcing;
}
std::uint16_t Node::port() const {
    return inside_->server ? inside_->server->port() : 0;
}

void Node::read(const std::function<void(store::Rows&)>& ask) {
    inside_->read(ask);
}
const seal::KeyPair& Node::key() const {
    return inside_->key;
}
void Node::meet(federation::Neighbour neighbour) {
    inside_->family.meet(std::move(neighbour));
}
std::vector<federation::LinkState> Node::links() const {
    return inside_->family.links();
}
std::size_t Node::step() {
    const auto decided = inside_->writer.run_pending();
    return decided + inside_->family.step();
}

}  // namespace anlan::app
