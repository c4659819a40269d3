#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/announcing.hpp"
#include "app/carriers.hpp"
#include "app/conferring.hpp"
#include "app/platform_exchange.hpp"
#include "app/sensing.hpp"
#include "app/station_media.hpp"
#include "federation/exchange.hpp"
#include "http/server.hpp"
#include "journal/writer.hpp"
#include "links/join_words.hpp"
#include "links/queries.hpp"
#include "live/api_service.hpp"
#include "narrow/answers.hpp"
#include "store/readers.hpp"
#include "turn/relay_passwords.hpp"
#include "warning/ports.hpp"

namespace anlan::app {

struct NodeSettings {
    journal::NodeFacts facts;
    std::filesystem::path folder;                   ///< DIR/<area code>: node.db, node.key, attachments/
    std::string postgresql;                         ///< instead of node.db when not empty
    std::filesystem::path shared_data;              ///< the project's data/ folder: policy, plans, map, roles
    std::string url;                                ///< shown to people
    bool demo = false;                              ///< shows the demonstration log-ins on the log-in page
    std::optional<federation::Neighbour> parent{};  ///< whom this node joined; none: it stands at the top
    http::ServerSettings server;
    std::optional<BrokerSettings> broker{};                   ///< that sensors and horns speak to
    std::optional<loudspeakers::RtpSettings> loudspeakers{};  ///< none: no sound goes out over the network
    std::vector<icecast::Server> icecast{};                   ///< that carry streams of broadcasts
    std::optional<janus::JanusSettings> janus{};              ///< none: no meetings by video
    MediaSettings media{};                                    ///< of meetings, between stations
    std::optional<turn::TurnSettings> turn{};     ///< the relay of meetings; none: browsers connect directly
    std::optional<PlatformSettings> platforms{};  ///< broadcasting platforms it speaks with
    CarrierSettings carriers{};                   ///< of calls: short messages, voice
};

/// What all nodes of one process share.
struct Surroundings {
    const Clock& clock;
    seal::Dice& dice;
    std::function<void(journal::WriterSettings::Moment)> at_commit{};  ///< simulated faults
    federation::Line* line = nullptr;                    ///< to the levels above and below; none: the node stands alone
    std::function<std::optional<links::Door>()> door{};  ///< where children connect over a network
    /// Told at the start and whenever a child was taken in or put out: who may come in over the line.
    std::function<void(const std::vector<links::Child>&)> children{};
    std::function<narrow::DeviceAnswer()> short_messages{};  ///< the device for them; none: there is none
};

/// One station: rooms, journal, readers, live hub, endpoints, and (once opened to the network) its server. The only
/// place that knows every room.
class Node {
  public:
    Node(NodeSettings settings, Surroundings surroundings);
    ~Node();
    Node(const Node&) = delete;
    Node& operator=(const Node&) = delete;

    /// Starts the writer's thread and listens. Without it the node is driven by hand: writer().run_pending().
    void open(http::Threads& threads);
    void close();

    const NodeSettings& settings() const;
    journal::Writer& writer();
    store::Readers& readers();
    live::Hub& hub();
    const warning::AlertReader& alert_reader() const;
    const warning::AlertWriter& alert_writer() const;
    const warning::AreaMatcher& area_matcher() const;
    const http::Endpoints& endpoints() const;
    Sensing& sensing();
    Announcing& announcing();
    std::uint16_t port() const;
    /// Lends a connection for the call: a reading one when open, the writer's own when driven by hand.
    void read(const std::function<void(store::Rows&)>& ask);
    const seal::KeyPair& key() const;
    /// From now on entries go to and come from this neighbour.
    void meet(federation::Neighbour neighbour);
    std::vector<federation::LinkState> links() const;
    /// Driven by hand: takes in and sends once; returns how much was done.
    std::size_t step();
    /// Queues what deadlines have due; called by the process' ticker.
    void tick();
    /// Posts what other systems wait for; waits on them, so it is called apart. Returns how much they took.
    std::size_t post_hooks();
    /// Tells broadcasting platforms what they have to know; waits on them, so it is called apart.
    void speak_to_platforms();

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::app
