#include "app/county.hpp"

#include <csignal>

#include "app/intake.hpp"
#include "app/lines.hpp"
#include "journal/deadline.hpp"

namespace anlan::app {

County::County(const Config& config, const Clock& clock, seal::Dice& dice) : config_(config) {
    for (const auto& configured : config_.nodes)
        nodes_.push_back(std::make_unique<Node>(configured.settings, surroundings_of(configured, clock, dice)));
    introduce();
}

Surroundings County::surroundings_of(const ConfiguredNode& configured, const Clock& clock, seal::Dice& dice) {
    Surroundings around{clock, dice, {}, nullptr, {}, {}, {}};
    if (configured.narrowband)
        around.short_messages = [this, area = configured.settings.facts.area] {
            const auto found = narrow_.find(area);
            return found == narrow_.end() ? narrow::DeviceAnswer{} : found->second->state();
        };
    const auto place = line_place_of(configured);
    if (!place) {
        around.line = &switchboard_.line_of(configured.settings.facts.area);
        return around;
    }
    std::filesystem::create_directories(place->dir);
    const auto door = door_of(*place, configured.nats ? configured.nats->host : std::string());
    auto* line = lines_.emplace_back(std::make_unique<nats::NatsLine>(*place, clock, dice)).get();
    around.line = line;
    around.door = [door] { return door; };
    around.children = [line](const std::vector<links::Child>& joined) { line->set_children(children_of(joined)); };
    return around;
}

/// Each node meets the nearest one above it in the house, which need not be the next level.
void County::introduce() {
    for (auto& child : nodes_) {
        const auto& area = child->settings().facts.area;
        Node* parent = nullptr;
        for (auto& other : nodes_) {
            const auto& above = other->settings().facts.area;
            if (above == area || !above.contains(area)) continue;
            if (parent == nullptr || parent->settings().facts.area.contains(above)) parent = other.get();
        }
        if (parent == nullptr) continue;
        const auto& facts = parent->settings().facts;
        child->meet({facts.area, facts.name, parent->key().public_pem});
        parent->meet({area, child->settings().facts.name, child->key().public_pem});
    }
}

County::~County() {
    close();
}

Node& County::node(const AreaCode& area) {
    for (auto& node : nodes_)
        if (node->settings().facts.area == area) return *node;
    ensure(false, "the county has this node");
    return *nodes_.front();
}

/// Neighbours in this process are known at once, those who joined from the journal.
void County::add_narrowband() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (!config_.nodes[i].narrowband) continue;
        const auto& area = nodes_[i]->settings().facts.area;
        std::vector<federation::Neighbour> house;
        for (const auto& other : nodes_) {
            const auto& facts = other->settings().facts;
            if (facts.area.parent() == area || area.parent() == facts.area)
                house.push_back({facts.area, facts.name, other->key().public_pem});
        }
        auto& made = narrow_[area];
        made = std::make_unique<Narrowband>(*nodes_[i], *config_.nodes[i].narrowband, std::move(house));
        intake_.add_apart(std::chrono::seconds{1}, [each = made.get()] { each->tick(); });
    }
}

void County::open() {
    threads_ = std::make_unique<http::Threads>(2);
    add_narrowband();
    for (auto& node : nodes_) {
        node->open(*threads_);
        ticker_.add(std::chrono::milliseconds{100}, [&node] { node->tick(); });
        intake_.add_apart(std::chrono::seconds{1}, [&node] { node->post_hooks(); });
        if (node->settings().platforms)
            intake_.add_apart(std::chrono::seconds{1}, [&node] { node->speak_to_platforms(); });
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) add_intake(intake_, *nodes_[i], config_.nodes[i]);
    ticker_.start();
    intake_.start();
}

void County::close() {
    ticker_.stop();
    intake_.stop();
    for (auto& node : nodes_) node->close();
    narrow_.clear();
    for (auto& line : lines_) line->close();
    if (threads_) threads_->stop();
}

void County::settle() {
    for (std::size_t moved = 1; moved > 0;) {
        moved = 0;
        for (auto& node : nodes_) moved += node->step();
    }
}

void County::recall() {
    for (auto& node : nodes_) node->tick();
    settle();
}

Config demonstration(const std::filesystem::path& data, const std::filesystem::path& project, int port) {
    Config config{data, project / "data", project / "web/dist", {}};
    const std::pair<const char*, const char*> places[] = {
        {"350581000000", "石狮市"},
        {"350581001000", "湖滨街道"},
        {"350581102000", "蚶江镇"},
        {"350581106000", "永宁镇"},
        {"350581103000", "祥芝镇"}};
    for (const auto& [area, name] : places) {
        ConfiguredNode node;
        auto& settings = node.settings;
        settings.facts = {AreaCode{area}, name};
        settings.folder = data / area;
        settings.shared_data = config.shared;
        settings.demo = true;
        settings.server.port = static_cast<std::uint16_t>(port == 0 ? 0 : port++);
        settings.server.static_root = config.web;
        settings.server.mounts = {{"/map/", config.shared / "map"}};
        settings.loudspeakers.emplace().local = "127.0.0.1";
        node.watch = settings.folder / "incoming";
        config.nodes.push_back(std::move(node));
    }
    return config;
}

void wait_for_signal() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    int caught = 0;
    sigwait(&signals, &caught);
}

}  // namespace anlan::app
