#pragma once

#include <functional>
#include <memory>
#include <string>

namespace anlan::bench {

/// A line of words between two processes.
class Wire {
  public:
    explicit Wire(int socket) : socket_(socket) {}
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;
    void tell(const std::string& line);
    /// The other side's next line; empty once it has gone.
    std::string hear();

  private:
    int socket_;
    std::string rest_;
};

/// Work in a process of its own, so that its memory is its own. No thread may run when one is made. The work ends when
/// its wire does.
class Child {
  public:
    explicit Child(const std::function<void(Wire&)>& work);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    int pid() const { return pid_; }
    void tell(const std::string& line);
    /// Throws std::runtime_error when the child has gone.
    std::string hear();

  private:
    int pid_ = 0;
    std::unique_ptr<Wire> wire_;
};

}  // namespace anlan::bench
