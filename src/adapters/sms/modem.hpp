#pragma once

#include <optional>

#include "sms/smsd.hpp"
#include "sms/spool.hpp"

namespace anlan::sms {

struct ModemSettings {
    std::filesystem::path folder;
    std::string device;                              ///< "/dev/ttyUSB0"
    std::string connection = "at115200";             ///< as gammu calls it
    std::chrono::milliseconds patience{20'000};      ///< without a sign of life
    std::chrono::milliseconds first_restart{5'000};  ///< and twice as long each time, to a minute
    std::chrono::milliseconds refused_rest{60'000};  ///< after three refusals in a row
    int send_seconds = 15;  ///< that gammu waits for the modem's word, about twice as long by the clock
};

/// How a message handed to a modem ended.
enum class End { sent, refused, uncertain, given_back };

/// One modem with its daemon and store. Of one thread, which must live as long as it.
class Modem {
  public:
    explicit Modem(ModemSettings settings);
    ~Modem();
    Modem(const Modem&) = delete;
    Modem& operator=(const Modem&) = delete;

    /// Looks at daemon and message; starts the daemon anew when it is time. An end, when the message had one.
    struct Ended {
        std::string name;
        End how = End::sent;
        std::string fault;
    };
    std::optional<Ended> turn();

    bool awake() const { return awake_; }
    bool idle() const { return current_.empty(); }
    const std::string& current() const { return current_; }
    /// Only when idle.
    void give(const std::string& name, const std::string& number, const std::vector<Part>& parts);
    Spool& spool() { return spool_; }

    const std::string& note_zh() const { return note_zh_; }
    const std::string& note_en() const { return note_en_; }
    const Sign& sign() const { return sign_; }
    const std::string& device() const { return settings_.device; }

  private:
    using Clock = std::chrono::steady_clock;

    void look_at_life(Clock::time_point now);
    void restart(Clock::time_point now);
    std::optional<Ended> judge(bool daemon_ended);
    void settle();
    void rest(const std::string& fault);
    void explain(bool there);

    ModemSettings settings_;
    Smsd smsd_;
    Spool spool_;
    std::string current_;
    std::optional<Ended> left_;  ///< what the daemon's end left of the message
    Sign sign_;
    bool awake_ = false, begun_ = false, plugged_ = true;
    int refusals_ = 0;
    std::string note_zh_ = "正在启动", note_en_ = "starting";
    std::chrono::milliseconds pause_;
    Clock::time_point last_sign_, given_at_ = Clock::now(), next_start_{}, next_look_{}, rests_until_{};
};

}  // namespace anlan::sms
