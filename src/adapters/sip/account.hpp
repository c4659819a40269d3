#pragma once

#include "sip/endpoint.hpp"

namespace anlan::sip {

/// [node.sip]: the gateway or exchange of the site, and what it knows this station as.
struct Account {
    std::string gateway;         ///< host, or host:port; empty: none, loudspeakers are called by their own addresses
    std::string user, password;  ///< may be empty: the gateway knows us by our address
    std::string caller;          ///< number that is shown; empty: the user
    std::string prefix;          ///< dialled before every number: "0" for a line outside
    bool registers = false;      ///< the gateway wants its accounts registered
    std::size_t lines = 1;       ///< calls to people at once
    std::uint16_t terminals_port = 0;  ///< UDP, where conference sets dial; 0: any
    EndpointSettings endpoint{};

    std::string host() const { return gateway.substr(0, gateway.rfind(':')); }
    /// Who calls `to`, an address of SIP.
    Parties parties(std::string to) const {
        const auto own = user.empty() ? std::string("anlan") : user;
        const auto at = to.find('@');
        const auto domain = !gateway.empty() || at == std::string::npos ? gateway : to.substr(at + 1);
        return {std::move(to), "sip:" + (caller.empty() ? own : caller) + "@" + domain, own, user, password};
    }
};

}  // namespace anlan::sip
