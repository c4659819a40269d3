#include "app/config_tables.hpp"
#include "base/host_port.hpp"

namespace anlan::app::config {

namespace {

constexpr int kCamerasMost = 16;

}  // namespace

Refusal invalid(const std::string& zh, const std::string& en) {
    return refuse("config_invalid", "", "配置文件有误：" + zh, "the configuration file is wrong: " + en);
}

Result<loudspeakers::RtpSettings> read_loudspeakers(const toml::value& table) {
    loudspeakers::RtpSettings made;
    made.local = toml::find_or<std::string>(table, "local", made.local);
    const auto port = toml::find_or<std::int64_t>(table, "port", 0);
    const auto coding = toml::find_or<std::string>(table, "coding", "pcma");
    const auto opus = toml::find_or<std::int64_t>(table, "opus_payload", made.payloads.opus);
    made.hops = static_cast<int>(toml::find_or<std::int64_t>(table, "hops", made.hops));
    if (!udp::place_of(made.local + ":5004"))
        return invalid(
            "loudspeakers.local 应为本机 IPv4 地址", "loudspeakers.local is an IPv4 address of this machine"
        );
    if (port < 0 || port > 65'534 || port % 2 != 0)
        return invalid("loudspeakers.port 应为偶数端口", "loudspeakers.port is an even port");
    if (coding != "pcma" && coding != "pcmu")
        return invalid("loudspeakers.coding 应为 pcma 或 pcmu", "loudspeakers.coding is pcma or pcmu");
    if (opus < 96 || opus > 127)
        return invalid("loudspeakers.opus_payload 应为 96 到 127", "loudspeakers.opus_payload goes from 96 to 127");
    if (made.hops < 1 || made.hops > 255)
        return invalid("loudspeakers.hops 应为 1 到 255", "loudspeakers.hops goes from 1 to 255");
    made.port = static_cast<std::uint16_t>(port);
    made.payloads.law = coding == "pcmu" ? sound::Law::mu : sound::Law::a;
    made.payloads.opus = static_cast<std::uint8_t>(opus);
    return made;
}

Result<icecast::Server> read_icecast(const toml::value& table) {
    icecast::Server made;
    made.address = toml::find_or<std::string>(table, "address", "");
    made.user = toml::find_or<std::string>(table, "user", made.user);
    made.password = toml::find_or<std::string>(table, "password", "");
    if (!read_host_port(made.address))
        return invalid(
            "icecast.address 应为流媒体服务器的 主机:端口", "icecast.address is host:port of the streaming server"
        );
    if (made.user.empty() || made.password.empty())
        return invalid("icecast.user、password 未填写", "icecast.user and icecast.password are wanted");
    return made;
}

Result<janus::JanusSettings> read_janus(const toml::value& table) {
    janus::JanusSettings made;
    made.socket = toml::find_or<std::string>(table, "socket", "/run/anlan-janus/api.sock");
    made.secret = toml::find_or<std::string>(table, "secret", "");
    made.recordings = toml::find_or<std::string>(table, "recordings", "");
    made.cameras = toml::find_or<int>(table, "cameras", int{made.cameras});
    if (made.cameras < 1 || made.cameras > kCamerasMost)
        return invalid("janus.cameras 应为 1 到 16", "janus.cameras goes from 1 to 16");
    if (made.socket.empty() || made.socket.front() != '/')
        return invalid("janus.socket 应为套接字文件的完整路径", "janus.socket is the whole path of a socket");
    return made;
}

Result<MediaSettings> read_media(const toml::value& table) {
    MediaSettings made;
    const auto port = toml::find_or<std::int64_t>(table, "stations_port", 0);
    made.above = toml::find_or<std::string>(table, "above", "");
    if (port < 0 || port > 65'535)
        return invalid("janus.stations_port 应为端口号", "janus.stations_port is a number of a port");
    if (!made.above.empty() && !read_host_port(made.above))
        return invalid("janus.above 应为上级的 主机:端口", "janus.above is host:port of the level above");
    made.port = static_cast<std::uint16_t>(port);
    return made;
}

Result<turn::TurnSettings> read_turn(const toml::value& table) {
    turn::TurnSettings made;
    made.address = toml::find_or<std::string>(table, "address", "");
    made.tls_address = toml::find_or<std::string>(table, "tls_address", "");
    made.secret = toml::find_or<std::string>(table, "secret", "");
    made.seconds = toml::find_or<std::int64_t>(table, "seconds", made.seconds);
    if (!read_host_port(made.address) || (!made.tls_address.empty() && !read_host_port(made.tls_address)))
        return invalid(
            "turn.address、tls_address 应为中继服务器的 主机:端口",
            "turn.address and tls_address are host:port of the relay"
        );
    if (made.secret.empty()) return invalid("turn.secret 未填写", "turn.secret is wanted");
    if (made.seconds < 600 || made.seconds > 86'400)
        return invalid("turn.seconds 应为 600 到 86400", "turn.seconds goes from 600 to 86400");
    return made;
}

}  // namespace anlan::app::config
