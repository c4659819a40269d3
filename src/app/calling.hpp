#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "calls/ports.hpp"
#include "journal/writer.hpp"

namespace anlan::app {

/// Hands calls to the carriers of their channels, and what the carriers say back as commands. Holds no truth: after a
/// restart it asks the journal what is to be carried, and the carriers what became of it.
class Calling {
  public:
    using Read = std::function<void(const std::function<void(store::Rows&)>&)>;

    Calling(
        std::string station,
        std::vector<std::unique_ptr<calls::Carrier>> carriers,
        journal::Writer& writer,
        const Clock& clock,
        Read read
    );
    ~Calling();
    Calling(const Calling&) = delete;
    Calling& operator=(const Calling&) = delete;

    /// Opens the carriers; before that nothing is carried.
    void start();
    void stop();
    /// Something was written.
    void follow(const std::vector<journal::Entry>& entries);
    /// Not configured: a health that says so.
    calls::ChannelHealth health(calls::Channel channel) const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::app
