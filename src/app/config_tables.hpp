#pragma once

#include <string>
#include <toml.hpp>

#include "app/carriers.hpp"
#include "app/station_media.hpp"
#include "base/result.hpp"
#include "icecast/server.hpp"
#include "janus/janus_link.hpp"
#include "loudspeakers/rtp_sender.hpp"
#include "turn/relay_passwords.hpp"

/// The tables of a configuration file, one function each.
namespace anlan::app::config {

/// `config_invalid`; the words begin with the setting's name.
Refusal invalid(const std::string& zh, const std::string& en);

/// [node.sms], [node.push], [[node.robot]] and [node.sip]: what calls people, where the site has it.
Result<CarrierSettings> read_carriers(const toml::value& node);

Result<loudspeakers::RtpSettings> read_loudspeakers(const toml::value& table);
Result<icecast::Server> read_icecast(const toml::value& table);
Result<janus::JanusSettings> read_janus(const toml::value& table);
/// Of the same table: the media of meetings between stations.
Result<MediaSettings> read_media(const toml::value& table);
Result<turn::TurnSettings> read_turn(const toml::value& table);

}  // namespace anlan::app::config
