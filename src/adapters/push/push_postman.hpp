#pragma once

#include "push/postman.hpp"
#include "push/vapid.hpp"
#include "subscriptions/ports.hpp"

namespace anlan::push {

/// Services of the browsers' makers, as far as they are known to work; others are named in the configuration.
const std::vector<std::string>& usual_services();

struct PushSettings {
    std::string contact;                ///< "mailto:…" or "https:…"
    std::vector<std::string> services;  ///< hosts; "*.push.example" means all below. Nothing else is ever posted to
    std::chrono::seconds limit{10};     ///< of one post
    std::chrono::seconds kept{1'800};   ///< how long the service keeps it for a phone without signal (TTL)
};

/// Tells devices through their push services (RFC 8030).
class PushPostman final : public Postman {
  public:
    PushPostman(PushSettings settings, std::shared_ptr<Vapid> vapid);

    calls::Channel channel() const override { return calls::Channel::push; }
    std::vector<Target> targets(const calls::Carry& carry) const override;
    Outcome post(const Target& target, const std::vector<calls::Carry>& carries) override;
    bool reachable(const std::string& group) override;
    std::string device() const override { return "Web Push"; }

  private:
    Outcome outcome_of(int status, const std::string& retry_after, const std::string& host) const;

    PushSettings settings_;
    std::shared_ptr<Vapid> vapid_;
};

/// Whether messages go to this host.
bool serves(const PushSettings& settings, const std::string& host);

}  // namespace anlan::push
