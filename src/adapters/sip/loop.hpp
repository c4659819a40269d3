#pragma once

#include <functional>
#include <memory>

namespace anlan::sip {

/// The main loop of libre on one thread of its own. All of libre is spoken to on that thread only.
class Loop {
  public:
    Loop();
    /// What was posted before is done first.
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    /// Done on the loop's thread, in order. Any thread; never waits.
    void post(std::function<void()> work);
    /// The same, and waits until it is done. Not from the loop's own thread.
    void finish(const std::function<void()>& work);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::sip
