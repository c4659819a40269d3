#pragma once

#include <toml.hpp>

#include "icecast/server.hpp"
#include "janus/janus_link.hpp"
#include "loudspeakers/rtp_sender.hpp"
#include "turn/relay_passwords.hpp"

/// The tables of a configuration file that are about sound and pictures.
namespace anlan::app::config {

Refusal invalid(const std::string& zh, const std::string& en);

Result<loudspeakers::RtpSettings> read_loudspeakers(const toml::value& table);
Result<icecast::Server> read_icecast(const toml::value& table);
Result<janus::JanusSettings> read_janus(const toml::value& table);
Result<turn::TurnSettings> read_turn(const toml::value& table);

}  // namespace anlan::app::config
