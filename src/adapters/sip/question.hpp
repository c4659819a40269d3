#pragma once

#include "sip/talk.hpp"

namespace anlan::sip {

struct Stack;

/// One OPTIONS and its answer. Of the loop's thread.
class Question {
  public:
    /// As Conversation: `over` must not destroy it within the call.
    Question(Stack& stack, std::function<void(int status)> answered, std::function<void()> over);
    ~Question();
    void ask(const std::string& uri, std::chrono::milliseconds patience);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// An account kept registered (REGISTER) while this lives. Of the loop's thread.
class Registration {
  public:
    Registration(Stack& stack, Parties account, std::function<void(int status)> tried);
    ~Registration();

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::sip
