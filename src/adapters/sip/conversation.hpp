#pragma once

#include <optional>
#include <string_view>

#include "sip/talk.hpp"

namespace anlan::sip {

struct Stack;

/// One call while it lasts. Of the loop's thread.
class Conversation {
  public:
    /// `over`: it has ended and been told; it may be destroyed, but not from within the call of `over`.
    Conversation(Stack& stack, TalkOrder order, TalkNews news, std::function<void()> over);
    /// Hangs up, tells nothing.
    ~Conversation();
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    void begin();
    void call_off();
    /// The other side has answered a BYE of this Call-ID.
    void goodbye_answered(std::string_view call_id);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::sip
