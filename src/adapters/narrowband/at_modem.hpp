#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "narrow/ports.hpp"
#include "narrowband/serial.hpp"

namespace anlan::narrowband {

struct AtModemSettings {
    std::string device;  ///< "/dev/ttyUSB0"
    narrow::ShortMessages::Form form = narrow::ShortMessages::Form::binary;
    std::string bearer = "sms";
    std::chrono::milliseconds answer_most{10'000};   ///< of an ordinary command
    std::chrono::milliseconds sending_most{60'000};  ///< of AT+CMGS
    std::chrono::milliseconds look_pause{30'000};    ///< between looks at the store, for notices that were lost
    std::chrono::milliseconds reopen_pause{5'000};
};

/// A GSM modem or satellite terminal that speaks AT commands (3GPP TS 27.005) on a serial device. A device that is
/// pulled out and put back is opened again.
class AtModem final : public narrow::ShortMessages {
  public:
    explicit AtModem(AtModemSettings settings) : settings_(std::move(settings)) {}
    ~AtModem() override { close(); }

    void open(Receive receive) override;
    void send(Message message) override;
    Form form() const override { return settings_.form; }
    std::string bearer() const override { return settings_.bearer; }
    Facts facts() const override;
    void close() override;

  private:
    using Lines = std::vector<std::string>;

    void run();
    bool begin();
    void serve();
    bool send_next();
    void look();
    void read_signal();
    void take_listed(const Lines& lines);
    bool has_work();
    /// The lines before OK; nothing when the device said ERROR or nothing.
    std::optional<Lines> command(const std::string& text, std::chrono::milliseconds most);
    std::optional<Lines> until_final(std::chrono::milliseconds most);
    bool prompt(const std::string& text);
    void heed(const std::string& line);
    void note(bool ready, const std::string& words);

    AtModemSettings settings_;
    Receive receive_;
    Serial serial_;
    bool arrived_ = false;  ///< the device told of a new message
    std::chrono::steady_clock::time_point next_look_{};

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Message> queue_;
    Facts facts_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace anlan::narrowband
