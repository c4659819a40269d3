#pragma once

#include <string>
#include <toml.hpp>

#include "app/carriers.hpp"
#include "base/result.hpp"

namespace anlan::app {

/// `config_invalid`; the words begin with the setting's name.
Refusal invalid(const std::string& zh, const std::string& en);

/// [node.sms], [node.push], [[node.robot]] and [node.sip]: what calls people, where the site has it.
Result<CarrierSettings> read_carriers(const toml::value& node);

}  // namespace anlan::app
