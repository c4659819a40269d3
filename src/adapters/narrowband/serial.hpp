#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace anlan::narrowband {

/// A serial device. Every wait has an end.
class Serial {
  public:
    Serial();
    ~Serial();
    Serial(const Serial&) = delete;
    Serial& operator=(const Serial&) = delete;

    /// 115,200 bits a second, raw. False when there is no such device.
    bool open(const std::string& path);
    void close();
    bool is_open() const { return file_ >= 0; }

    bool write(const std::string& bytes);
    /// The next line without its end; empty lines are passed over. A prompt "> " counts as a line of its own. Nothing
    /// when none came in time, or the device is gone (then it is closed).
    std::optional<std::string> line(std::chrono::milliseconds most);
    /// Ends a wait of another thread.
    void interrupt();

  private:
    std::optional<std::string> take_line();
    bool fill(std::chrono::steady_clock::time_point until);

    int file_ = -1;
    int wake_[2] = {-1, -1};
    std::string buffer_;
};

}  // namespace anlan::narrowband
