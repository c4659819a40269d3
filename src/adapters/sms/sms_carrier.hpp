#pragma once

#include <memory>

#include "calls/ports.hpp"
#include "sms/modem.hpp"

namespace anlan::sms {

struct SmsSettings {
    std::filesystem::path folder;
    std::vector<std::string> devices;
    std::string connection = "at115200";
    std::vector<std::chrono::milliseconds> retries{
        std::chrono::seconds{5}, std::chrono::seconds{15}, std::chrono::seconds{45}};  ///< after a refusal
    ModemSettings modem{};  ///< its times; folder and device are set for each
};

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
