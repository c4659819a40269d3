#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>

namespace anlan::sms {

/// One gammu-smsd, run as a program beside this one. It outlives a kill of this program, so that the message it is at
/// comes to its end and is written down; the next run of this program ends it.
class Smsd {
  public:
    /// `folder`: its configuration, store and log.
    Smsd(std::filesystem::path folder, std::string device, std::string connection, int send_seconds);
    ~Smsd() { stop(); }
    Smsd(const Smsd&) = delete;
    Smsd& operator=(const Smsd&) = delete;

    static bool installed();
    /// Ends one that an earlier run of this program left.
    void end_left_over();
    /// Whether one runs, whoever started it.
    bool runs();
    void start();
    bool alive();
    /// Ends it. A message it is at is cut off: see Modem.
    void stop();
    std::filesystem::path store() const { return folder_ / "smsd.db"; }

  private:
    void end(pid_t process);
    pid_t left_over() const;
    void write_configuration() const;

    std::filesystem::path folder_;
    std::string device_, connection_;
    int send_seconds_;
    pid_t child_ = 0;
};

}  // namespace anlan::sms
