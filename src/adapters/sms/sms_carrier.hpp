#pragma once

#include "sms/fleet.hpp"

namespace anlan::sms {

/// Carries calls as short messages over one or more GSM modems.
class SmsCarrier final : public calls::Carrier {
  public:
    explicit SmsCarrier(SmsSettings settings);
    ~SmsCarrier() override;
    SmsCarrier(const SmsCarrier&) = delete;
    SmsCarrier& operator=(const SmsCarrier&) = delete;

    calls::Channel channel() const override { return calls::Channel::sms; }
    void open(calls::CarrierNews news) override;
    void carry(const calls::Carry& carry) override;
    calls::ChannelHealth health() const override;
    void close() override;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::sms
