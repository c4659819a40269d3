#include "nats/server_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "nats/subjects.hpp"

namespace anlan::nats {

namespace {

/// Letters that would end a quoted text of the configuration are not expected in a path; they are escaped all the same.
std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string list(const std::vector<std::string>& subjects) {
    std::vector<std::string> all;
    for (const auto& one : subjects) all.push_back(in_quotes(one));
    return fmt::format("[{}]", fmt::join(all, ", "));
}

std::string account(const AreaCode& child, const std::string& password, const std::string& more_users) {
    return fmt::format(
        "  {0} {{\n    jetstream: {{ max_mem: 16MB, max_file: 1MB, max_streams: 4 }}\n"
        "    users: [\n      {{ user: \"own_{0}\", password: {1} }}\n{2}    ]\n  }}\n",
        link_account(child),
        in_quotes(password),
        more_users
    );
}

std::string child_user(const NatsPlace& place, const NatsChild& child) {
    return fmt::format(
        "      {{ nkey: {}, allowed_connection_types: [\"LEAFNODE\"], permissions: {{\n"
        "          publish: {{ allow: {} }}\n          subscribe: {{ allow: {} }} }} }}\n",
        child.public_nkey,
        list(may_say(child.area, place.area)),
        list(may_say(place.area, child.area))
    );
}

std::string leafs(const NatsPlace& place, std::uint16_t uplink_port) {
    std::string out = "leafnodes {\n  reconnect: 1\n";
    // Patient, because a neighbour may be behind a satellite: a handshake of four round trips takes it ten seconds.
    if (place.leaf_port != 0)
        out += fmt::format(
            "  listen: \"{}:{}\"\n  no_advertise: true\n"
            "  tls {{ cert_file: {}, key_file: {}, timeout: 60 }}\n  authorization {{ timeout: 90 }}\n",
            place.leaf_host,
            place.leaf_port,
            in_quotes(place.dir + "/leaf.crt"),
            in_quotes(place.dir + "/leaf.key")
        );
    if (place.has_parent())
        out += fmt::format(
            "  remotes: [ {{ url: \"nats-leaf://127.0.0.1:{}\", account: {} }} ]\n",
            uplink_port,
            link_account(place.area)
        );
    return out + "}\n";
}

}  // namespace

std::string server_text(const NatsPlace& place, std::uint16_t uplink_port, const std::string& password) {
    auto out = fmt::format(
        "# Written by anlan at every start; changes are lost.\nserver_name: \"anlan-{0}\"\n"
        "listen: \"127.0.0.1:{1}\"\nmax_payload: 1MB\nping_interval: \"60s\"\nping_max: 3\nwrite_deadline: \"120s\"\n"
        "jetstream {{ domain: \"{0}\", store_dir: {2}, max_mem: 1GB, max_file: 64MB }}\naccounts {{\n"
        "  SYS {{ users: [ {{ user: \"own_sys\", password: {3} }} ] }}\n",
        place.area.text,
        place.client_port,
        in_quotes(place.dir + "/store"),
        in_quotes(password)
    );
    if (place.has_parent()) out += account(place.area, password, "");
    for (const auto& child : place.children) out += account(child.area, password, child_user(place, child));
    return out + "}\nsystem_account: SYS\n" + leafs(place, uplink_port);
}

}  // namespace anlan::nats
