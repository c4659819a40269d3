#include <algorithm>
#include <cctype>

#include "app/config_tables.hpp"
#include "app/node_key.hpp"
#include "base/host_port.hpp"

namespace anlan::app::config {

namespace {

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

bool is_gateway(const std::string& text) {
    return is_host(text) || read_host_port(text);
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

}  // namespace

Result<CarrierSettings> read_carriers(const toml::value& node) {
    CarrierSettings made;
    if (node.contains("sms")) {
        BOOST_OUTCOME_TRY(made.sms, read_sms(toml::find(node, "sms")));
    }
    if (node.contains("push")) {
        BOOST_OUTCOME_TRY(made.push, read_push(toml::find(node, "push")));
    }
    for (const auto& each : toml::find_or<std::vector<toml::value>>(node, "robot", {})) {
        BOOST_OUTCOME_TRY(auto robot, read_robot(each));
        for (const auto& other : made.robots)
            if (other.name == robot.name)
                return invalid("robot.name 不能重复：" + robot.name, "robot.name stands there twice: " + robot.name);
        made.robots.push_back(std::move(robot));
    }
    if (node.contains("sip")) {
        BOOST_OUTCOME_TRY(made.sip, read_sip(toml::find(node, "sip")));
    }
    return made;
}

}  // namespace anlan::app::config
