#pragma once

#include <optional>
#include <string_view>

#include "sip/talk.hpp"

struct sip_msg;

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
    /// The other side has called; picks up.
    void answer(const struct ::sip_msg* msg);
    void call_off();
    /// Of a live call.
    void lead(const std::vector<MediaPlace>& places);
    void show(const ShownPicture& what);
    void mute(bool on);
    /// The other side has answered a BYE of this Call-ID.
    void goodbye_answered(std::string_view call_id);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::sip
