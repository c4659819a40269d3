#pragma once

#include <functional>
#include <string>

#include "base/time.hpp"

namespace anlan::narrow {

/// A device that sends and receives short messages: a GSM modem, a satellite terminal, a gateway. Messages may be lost,
/// doubled, late and out of order.
class ShortMessages {
  public:
    enum class Form { binary, text };  ///< 140 octets of 8 bits, or 160 characters of the GSM alphabet
    struct Message {
        std::string number;  ///< of the other telephone, with the country: "+861390000…"; not to be trusted
        Form form = Form::text;
        std::string payload;
    };
    /// Called on the device's own thread.
    using Receive = std::function<void(Message)>;

    struct Facts {
        bool ready = false;       ///< the device answers
        int signal_percent = -1;  ///< -1: not known
        std::int64_t queued = 0, sent = 0, failed = 0, received = 0;
        std::string note;  ///< for people: what is wrong
    };

    virtual ~ShortMessages() = default;
    virtual void open(Receive receive) = 0;
    /// Never blocks, never throws; a message that cannot be sent is lost and counted.
    virtual void send(Message message) = 0;
    /// Which form the device sends; both are always received.
    virtual Form form() const = 0;
    virtual std::string bearer() const = 0;  ///< "sms", "satellite"
    virtual Facts facts() const = 0;
    virtual void close() = 0;
};

}  // namespace anlan::narrow
