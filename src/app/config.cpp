#include "app/config.hpp"

#include <algorithm>
#include <cctype>
#include <toml.hpp>

#include "app/node_key.hpp"
#include "http/fetch.hpp"

namespace anlan::app {

namespace {

Refusal invalid(const std::string& zh, const std::string& en) {
    return refuse("config_invalid", "", "配置文件有误：" + zh, "the configuration file is wrong: " + en);
}

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

Result<loudspeakers::RtpSettings> read_loudspeakers(const toml::value& table) {
    loudspeakers::RtpSettings made;
    made.local = toml::find_or<std::string>(table, "local", made.local);
    const auto port = toml::find_or<std::int64_t>(table, "port", 0);
    const auto coding = toml::find_or<std::string>(table, "coding", "pcma");
    made.hops = static_cast<int>(toml::find_or<std::int64_t>(table, "hops", made.hops));
    if (!loudspeakers::place_of(made.local + ":5004"))
        return invalid(
            "loudspeakers.local 应为本机 IPv4 地址", "loudspeakers.local is an IPv4 address of this machine"
        );
    if (port < 0 || port > 65'534 || port % 2 != 0)
        return invalid("loudspeakers.port 应为偶数端口", "loudspeakers.port is an even port");
    if (coding != "pcma" && coding != "pcmu")
        return invalid("loudspeakers.coding 应为 pcma 或 pcmu", "loudspeakers.coding is pcma or pcmu");
    if (made.hops < 1 || made.hops > 255)
        return invalid("loudspeakers.hops 应为 1 到 255", "loudspeakers.hops goes from 1 to 255");
    made.port = static_cast<std::uint16_t>(port);
    made.law = coding == "pcmu" ? sound::Law::mu : sound::Law::a;
    return made;
}

Result<janus::JanusSettings> read_janus(const toml::value& table) {
    janus::JanusSettings made;
    made.socket = toml::find_or<std::string>(table, "socket", "/run/anlan-janus/api.sock");
    made.secret = toml::find_or<std::string>(table, "secret", "");
    made.recordings = toml::find_or<std::string>(table, "recordings", "");
    if (made.socket.empty() || made.socket.front() != '/')
        return invalid("janus.socket 应为套接字文件的完整路径", "janus.socket is the whole path of a socket");
    return made;
}

Result<SmsDevices> read_sms(const toml::value& table) {
    SmsDevices made;
    made.devices = toml::find_or<std::vector<std::string>>(table, "devices", {});
    if (const auto one = toml::find_or<std::string>(table, "device", ""); !one.empty())
        made.devices.insert(made.devices.begin(), one);
    made.connection = toml::find_or<std::string>(table, "connection", made.connection);
    if (made.devices.empty()) return invalid("sms.device 未填写", "sms.device is wanted");
    for (const auto& text : made.devices)
        if (!text.starts_with('/') || text.find_first_of("\n\r=#;") != std::string::npos)
            return invalid("sms.device 应为 /dev/ttyUSB0 这样的路径", "sms.device is a path like /dev/ttyUSB0");
    if (!made.connection.starts_with("at") || made.connection.size() > 12)
        return invalid("sms.connection 应为 at115200 之类", "sms.connection is at115200 or the like");
    return made;
}

bool is_host(const std::string& host) {
    return !host.empty() && host.find_first_of("/:@ ") == std::string::npos;
}

Result<push::PushSettings> read_push(const toml::value& table) {
    push::PushSettings made;
    made.contact = toml::find_or<std::string>(table, "contact", "");
    made.services = toml::find_or<std::vector<std::string>>(table, "services", std::vector(push::usual_services()));
    if (!made.contact.starts_with("mailto:") && !made.contact.starts_with("https:"))
        return invalid(
            "push.contact 应为 mailto:值班邮箱 或 https: 开头的网址",
            "push.contact is mailto: with an address or begins with https:"
        );
    for (const auto& host : made.services)
        if (!is_host(host))
            return invalid(
                "push.services 应为主机名，如 push.example.cn", "push.services are hosts, like push.example.cn"
            );
    return made;
}

/// Key and secret are two lines of a file of their own.
Result<push::Robot> read_robot(const toml::value& table) {
    push::Robot made;
    const auto kind = toml::find_or<std::string>(table, "kind", "");
    const auto file = toml::find_or<std::string>(table, "key_file", "");
    const auto most = toml::find_or<std::int64_t>(table, "minute_limit", push::kRobotMinuteMost);
    if (kind != "wecom" && kind != "dingtalk")
        return invalid("robot.kind 应为 wecom 或 dingtalk", "robot.kind is wecom or dingtalk");
    made.kind = kind == "wecom" ? push::RobotKind::wecom : push::RobotKind::dingtalk;
    made.name = toml::find_or<std::string>(table, "name", "");
    made.address = toml::find_or<std::string>(table, "address", push::usual_robot_address(made.kind));
    if (made.name.empty()) return invalid("robot.name 未填写", "robot.name is wanted");
    if (!subscriptions::service_of(made.address) || made.address.find('?') != std::string::npos)
        return invalid(
            "robot.address 应为 https 开头、不带 key 的地址", "robot.address begins with https and has no key in it"
        );
    if (most < 1 || most > static_cast<std::int64_t>(push::kRobotMinuteMost))
        return invalid("robot.minute_limit 应为 1 到 20", "robot.minute_limit goes from 1 to 20");
    made.minute_most = static_cast<std::size_t>(most);
    const auto text = read_text(file);
    const auto key = push::robot_key_in(text);
    if (!key)
        return invalid(
            "robot.key_file " + file + "：" + key.error().zh, "robot.key_file " + file + ": " + key.error().en
        );
    made.key = key.value();
    made.secret = push::robot_secret_in(text);
    return made;
}

bool is_port(std::int64_t port) {
    return port >= 0 && port <= 65'535;
}

/// host, or host:port
bool is_gateway(const std::string& text) {
    const auto colon = text.find(':');
    const auto host = text.substr(0, colon), port = colon == std::string::npos ? "5060" : text.substr(colon + 1);
    return !host.empty() && host.size() < 256 && !port.empty() && port.size() < 6 &&
           port.find_first_not_of("0123456789") == std::string::npos && is_port(std::stoll(port)) &&
           std::all_of(host.begin(), host.end(), [](unsigned char c) {
               return std::isalnum(c) || c == '.' || c == '-';
           });
}

/// What stands in an address of SIP before the @.
bool is_sip_user(const std::string& text) {
    return text.size() < 64 && std::all_of(text.begin(), text.end(), [](unsigned char c) {
               return std::isalnum(c) || c == '-' || c == '_' || c == '.' || c == '+';
           });
}

Result<sip::Account> read_sip(const toml::value& table) {
    sip::Account made;
    made.gateway = toml::find_or<std::string>(table, "gateway", "");
    made.user = toml::find_or<std::string>(table, "user", "");
    made.password = toml::find_or<std::string>(table, "password", "");
    made.caller = toml::find_or<std::string>(table, "caller", "");
    made.prefix = toml::find_or<std::string>(table, "prefix", "");
    made.registers = toml::find_or<bool>(table, "register", false);
    made.endpoint.local = toml::find_or<std::string>(table, "local", "");
    const auto lines = toml::find_or<std::int64_t>(table, "lines", 1);
    const auto port = toml::find_or<std::int64_t>(table, "port", 0);
    if (!made.gateway.empty() && !is_gateway(made.gateway))
        return invalid("sip.gateway 应为地址或 地址:端口", "sip.gateway is a host or host:port");
    for (const auto* text : {&made.user, &made.caller, &made.prefix})
        if (!is_sip_user(*text))
            return invalid(
                "sip.user、caller、prefix 只能是字母、数字和 - _ . +",
                "sip.user, caller and prefix are letters, digits and - _ . +"
            );
    if (made.registers && (made.user.empty() || made.gateway.empty()))
        return invalid("sip.register 需要 gateway 和 user", "sip.register wants gateway and user");
    if (lines < 1 || lines > 60) return invalid("sip.lines 应为 1 到 60", "sip.lines goes from 1 to 60");
    const auto terminals_port = toml::find_or<std::int64_t>(table, "terminals_port", 0);
    if (!is_port(terminals_port) || (terminals_port != 0 && terminals_port == port))
        return invalid(
            "sip.terminals_port 应为 0 到 65535，且不同于 sip.port",
            "sip.terminals_port goes from 0 to 65535 and is another than sip.port"
        );
    if (!is_port(port)) return invalid("sip.port 应为 0 到 65535", "sip.port goes from 0 to 65535");
    made.lines = static_cast<std::size_t>(lines);
    made.terminals_port = static_cast<std::uint16_t>(terminals_port);
    made.endpoint.port = static_cast<std::uint16_t>(port);
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
    if (table.contains("sms")) {
        BOOST_OUTCOME_TRY(settings.carriers.sms, read_sms(toml::find(table, "sms")));
        for (const auto& device : settings.carriers.sms->devices)
            if (node.narrowband && node.narrowband->device == device)
                return invalid("sms 和 narrowband 不能共用一个设备", "sms and narrowband cannot share a device");
    }
    if (table.contains("push")) {
        BOOST_OUTCOME_TRY(settings.carriers.push, read_push(toml::find(table, "push")));
    }
    for (const auto& each : toml::find_or<std::vector<toml::value>>(table, "robot", {})) {
        BOOST_OUTCOME_TRY(auto robot, read_robot(each));
        for (const auto& other : settings.carriers.robots)
            if (other.name == robot.name)
                return invalid("robot.name 不能重复：" + robot.name, "robot.name stands there twice: " + robot.name);
        settings.carriers.robots.push_back(std::move(robot));
    }
    if (table.contains("sip")) {
        BOOST_OUTCOME_TRY(settings.carriers.sip, read_sip(toml::find(table, "sip")));
    }
    if (table.contains("mqtt")) {
        BOOST_OUTCOME_TRY(settings.broker, read_broker(toml::find(table, "mqtt"), area.value()));
    }
    if (table.contains("loudspeakers")) {
        BOOST_OUTCOME_TRY(settings.loudspeakers, read_loudspeakers(toml::find(table, "loudspeakers")));
    }
    if (table.contains("janus")) {
        BOOST_OUTCOME_TRY(settings.janus, read_janus(toml::find(table, "janus")));
    }
    if (table.contains("emergency_network")) {
        BOOST_OUTCOME_TRY(settings.platforms, read_platforms(toml::find(table, "emergency_network")));
    }
    node.parentage = read_parentage(settings.folder);
    if (const auto& above = node.parentage) settings.parent = {above->area, above->name, above->public_pem};
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
