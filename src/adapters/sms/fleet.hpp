#pragma once

#include <deque>
#include <map>
#include <memory>
#include <set>

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

/// One queue over all modems. Of one thread.
class Fleet {
  public:
    Fleet(const SmsSettings& settings, const calls::CarrierNews& news) : settings_(settings), news_(news) {}

    /// Makes the modems that are not there yet, and ends what an earlier run left at them.
    void prepare();
    /// First what the stores know of it: an earlier run of this program may have handed it over.
    void begin_with(const calls::Carry& carry);
    /// Looks at every modem, gives those that are free something to do.
    void turn();
    /// A reply was written.
    void read(std::size_t modem, std::int64_t id) { read_.emplace_back(modem, id); }
    /// How the channel is now.
    calls::ChannelHealth health() const;
    /// Of a reply that was heard: called when it is written, on any thread.
    std::function<void(std::size_t modem, std::int64_t id)> taken{};

  private:
    struct Waiting {
        calls::Carry carry;
        std::string number;
        std::vector<Part> parts;
        std::size_t tries = 0;
        std::chrono::steady_clock::time_point not_before{};
    };
    bool known(const std::string& id, std::int64_t parts);
    void ended(const Modem::Ended& end, std::size_t modem);
    void refused(Waiting one, const std::string& fault);
    void distribute();
    void look_for_reports();
    void look_for_replies(std::size_t modem);
    void tell(
        const std::string& id,
        calls::Carriage state,
        std::int64_t parts,
        const std::string& zh = {},
        const std::string& en = {}
    ) {
        news_.carried({{id}, state, parts, zh, en});
    }

    const SmsSettings& settings_;
    const calls::CarrierNews& news_;
    std::vector<std::unique_ptr<Modem>> modems_;
    std::deque<Waiting> queue_;
    std::map<std::string, Waiting> handed_;       ///< with a modem
    std::map<std::string, std::size_t> watched_;  ///< sent; which modem will hear of their delivery
    std::set<std::string> told_replies_;          ///< given on
    std::vector<std::pair<std::size_t, std::int64_t>> read_;
    std::chrono::steady_clock::time_point next_reports_{};
};

}  // namespace anlan::sms
