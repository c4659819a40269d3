#include "app/config.hpp"

#include "app/config_tables.hpp"
#include "app/node_key.hpp"
#include "http/fetch.hpp"

namespace anlan::app {

using config::invalid;

namespace {

LineSettings read_line(const toml::value& table) {
    LineSettings line;
    line.server = toml::find_or<std::string>(table, "server", line.server);
    line.client_port = static_cast<std::uint16_t>(toml::find_or<std::int64_t>(table, "client_port", 0));
    line.leaf_host = toml::find_or<std::string>(table, "leaf_host", line.leaf_host);
    line.leaf_port = static_cast<std::uint16_t>(toml::find_or<std::int64_t>(table, "leaf_port", 0));
    line.host = toml::find_or<std::string>(table, "host", "");
    return line;
}

Result<BrokerSettings> read_broker(const toml::value& table, const AreaCode& area) {
    BrokerSettings made;
    made.host = toml::find_or<std::string>(table, "host", "127.0.0.1");
    const auto port = toml::find_or<std::int64_t>(table, "port", 1883);
    if (made.host.empty() || port < 1 || port > 65'535)
        return invalid("mqtt.host 和 mqtt.port 应为消息服务器地址", "mqtt.host and mqtt.port name the broker");
    made.port = static_cast<std::uint16_t>(port);
    made.user = toml::find_or<std::string>(table, "user", "");
    made.password = toml::find_or<std::string>(table, "password", "");
    made.authority_file = toml::find_or<std::string>(table, "authority", "");
    made.client = toml::find_or<std::string>(table, "client", "anlan-" + area.text);
    return made;
}

Result<NarrowbandSettings> read_narrowband(const toml::value& table) {
    NarrowbandSettings made;
    made.device = toml::find_or<std::string>(table, "device", "");
    made.kind = toml::find_or<std::string>(table, "kind", made.kind);
    made.number = toml::find_or<std::string>(table, "number", "");
    made.parent = toml::find_or<std::string>(table, "parent", "");
    made.most_bytes = toml::find_or<std::int64_t>(table, "most_bytes", made.most_bytes);
    if (made.device.empty()) return invalid("narrowband.device 未填写", "narrowband.device is wanted");
    if (made.kind != "gsm" && made.kind != "binary" && made.kind != "satellite")
        return invalid("narrowband.kind 应为 gsm、binary 或 satellite", "narrowband.kind is gsm, binary or satellite");
    if (made.most_bytes < 78 || made.most_bytes > 140)
        return invalid("narrowband.most_bytes 应为 78 到 140", "narrowband.most_bytes goes from 78 to 140");
    using Phones = std::map<std::string, std::string>;
    for (const auto& [code, phone] : toml::find_or<Phones>(table, "children", {})) {
        const auto area = parse_area(code);
        if (!area) return invalid("narrowband.children " + area.error().zh, "narrowband.children: " + area.error().en);
        made.children[area.value()] = phone;
    }
    return made;
}

Result<PlatformSettings> read_platforms(const toml::value& table) {
    PlatformSettings made;
    made.own_id = toml::find_or<std::string>(table, "id", "");
    made.issuer = toml::find_or<std::string>(table, "issuer", "");
    made.serial = toml::find_or<std::string>(table, "serial", "");
    if (made.own_id.empty())
        return invalid("emergency_network.id 应为本站资源编码", "emergency_network.id is this station's resource id");
    for (const auto& one : toml::find_or<std::vector<toml::value>>(table, "platform", {})) {
        PlatformSettings::Platform platform;
        platform.name = toml::find_or<std::string>(one, "name", "");
        platform.id = toml::find_or<std::string>(one, "id", "");
        platform.url = toml::find_or<std::string>(one, "url", "");
        const auto file = toml::find_or<std::string>(one, "public_key", "");
        platform.public_pem = read_text(file);
        if (platform.name.empty() || platform.id.empty() || !http::is_address(platform.url))
            return invalid(
                "emergency_network.platform 应填 name、id 和 url", "emergency_network.platform wants name, id and url"
            );
        if (platform.public_pem.find("PUBLIC KEY") == std::string::npos)
            return invalid(
                "emergency_network.platform.public_key 读不到公钥文件：" + file,
                "emergency_network.platform.public_key: no public key in " + file
            );
        made.platforms.push_back(std::move(platform));
    }
    return made;
}

Result<ConfiguredNode> read_node(const toml::value& table, const Config& config) {
    const auto area = parse_area(toml::find_or<std::string>(table, "area", ""));
    if (!area) return invalid("node.area " + area.error().zh, "node.area: " + area.error().en);
    ConfiguredNode node;
    auto& settings = node.settings;
    settings.facts = {area.value(), toml::find_or<std::string>(table, "name", area.value().text)};
    settings.folder = config.data / area.value().text;
    settings.shared_data = config.shared;
    settings.postgresql = toml::find_or<std::string>(table, "postgresql", "");
    settings.demo = toml::find_or<bool>(table, "demo", false);
    settings.server.address = toml::find_or<std::string>(table, "address", "127.0.0.1");
    settings.server.port = static_cast<std::uint16_t>(toml::find_or<std::int64_t>(table, "port", 8443));
    settings.server.certificate_file = toml::find_or<std::string>(table, "certificate", "");
    settings.server.key_file = toml::find_or<std::string>(table, "key", "");
    settings.server.static_root = config.web;
    settings.server.mounts = {{"/map/", config.shared / "map"}};
    if (table.contains("nats")) node.nats = read_line(toml::find(table, "nats"));
    if (table.contains("narrowband")) {
        BOOST_OUTCOME_TRY(node.narrowband, read_narrowband(toml::find(table, "narrowband")));
    }
    BOOST_OUTCOME_TRY(settings.carriers, config::read_carriers(table));
    if (node.narrowband && settings.carriers.sms)
        for (const auto& device : settings.carriers.sms->devices)
            if (node.narrowband->device == device)
                return invalid("sms 和 narrowband 不能共用一个设备", "sms and narrowband cannot share a device");
    if (table.contains("mqtt")) {
        BOOST_OUTCOME_TRY(settings.broker, read_broker(toml::find(table, "mqtt"), area.value()));
    }
    if (table.contains("loudspeakers")) {
        BOOST_OUTCOME_TRY(settings.loudspeakers, config::read_loudspeakers(toml::find(table, "loudspeakers")));
    }
    for (const auto& each : toml::find_or<std::vector<toml::value>>(table, "icecast", {})) {
        BOOST_OUTCOME_TRY(auto server, config::read_icecast(each));
        settings.icecast.push_back(std::move(server));
    }
    if (table.contains("janus")) {
        BOOST_OUTCOME_TRY(settings.janus, config::read_janus(toml::find(table, "janus")));
        BOOST_OUTCOME_TRY(settings.media, config::read_media(toml::find(table, "janus")));
    }
    if (table.contains("turn")) {
        BOOST_OUTCOME_TRY(settings.turn, config::read_turn(toml::find(table, "turn")));
    }
    if (table.contains("emergency_network")) {
        BOOST_OUTCOME_TRY(settings.platforms, read_platforms(toml::find(table, "emergency_network")));
    }
    node.parentage = read_parentage(settings.folder);
    if (const auto& above = node.parentage) {
        settings.parent = {above->area, above->name, above->public_pem};
        if (settings.media.above.empty()) settings.media.above = above->host;
    }
    node.watch = toml::find_or<std::string>(table, "watch", "");
    node.feeds = toml::find_or<std::vector<std::string>>(table, "feeds", {});
    node.feed_seconds = static_cast<int>(toml::find_or<std::int64_t>(table, "feed_seconds", 60));
    return node;
}

}  // namespace

Result<Config> read_config(const std::filesystem::path& file) {
    try {
        const auto root = toml::parse(file.string());
        Config config;
        config.data = toml::find_or<std::string>(root, "data", "data");
        config.shared = toml::find_or<std::string>(root, "shared", "data");
        config.web = toml::find_or<std::string>(root, "web", "web/dist");
        for (const auto& table : toml::find_or<std::vector<toml::value>>(root, "node", {})) {
            BOOST_OUTCOME_TRY(auto node, read_node(table, config));
            config.nodes.push_back(std::move(node));
        }
        if (config.nodes.empty()) return invalid("至少要有一个 [[node]]", "at least one [[node]] is wanted");
        return config;
    } catch (const std::exception& fault) {
        return invalid(fault.what(), fault.what());
    }
}

}  // namespace anlan::app
