#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace anlan::child {

/// What is heard of a child: nothing, what it writes to its output, or what it says on its standard error. All else
/// goes nowhere.
enum class Hear { nothing, output, complaints };
/// Something was read; nothing in the time; it has closed its end; it could not be read.
enum class Heard { words, silence, end, fault };

constexpr int kNoProgram = 127;  ///< the exit code of a shell, of nice and of setpriv when there is no such program

/// Whether a program is there to be run: along PATH, or where a whole path says.
bool on_path(const std::string& program);

/// A program that runs beside this one, found along PATH. It begins with the usual signals, reads `given` (at most what
/// a socket holds, some hundred kilobytes) and then the end of its input. With this object it is killed and waited for.
class Child {
  public:
    Child(const std::vector<std::string>& words, const std::string& given, Hear hear);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    bool started() const { return pid_ > 0; }
    bool missing() const { return missing_; }    ///< there is no such program
    bool took_all() const { return took_all_; }  ///< of what it was given
    pid_t pid() const { return pid_; }

    /// Appends what it says next. Waits at most so long.
    Heard hear(std::string& into, std::chrono::milliseconds patience);
    void kill();
    /// Asks it to end and waits so long for it; what has not ended then is killed. Its exit code, as of wait().
    int end(std::chrono::milliseconds patience);
    /// Its exit code when it has ended: -1 when a signal ended it. Does not wait.
    std::optional<int> ended();
    /// The same; waits for it.
    int wait();

  private:
    pid_t pid_ = -1;
    int ear_ = -1;
    bool missing_ = false, took_all_ = true;
    std::optional<int> code_;
};

}  // namespace anlan::child
