#pragma once

#include "sip/switchboard.hpp"

namespace anlan::sip {

/// Carries calls as spoken telephone calls through a SIP gateway (自动语音叫应).
class VoiceCarrier final : public calls::Carrier {
  public:
    explicit VoiceCarrier(VoiceSettings settings);
    ~VoiceCarrier() override;
    VoiceCarrier(const VoiceCarrier&) = delete;
    VoiceCarrier& operator=(const VoiceCarrier&) = delete;

    calls::Channel channel() const override { return calls::Channel::voice; }
    void open(calls::CarrierNews news) override;
    void carry(const calls::Carry& carry) override;
    calls::ChannelHealth health() const override;
    void close() override;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::sip
