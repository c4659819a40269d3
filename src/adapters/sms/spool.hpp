#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sms/sms_text.hpp"
#include "store/database.hpp"

namespace anlan::sms {

/// What a spool knows of one message.
/// refused: the modem said no, so it has not gone out. gone_wrong: it said nothing any more. uncertain: given up.
enum class Lot { unknown, waiting, taken, sent, delivered, not_delivered, refused, gone_wrong, uncertain };

struct Received {
    std::int64_t id = 0;
    std::string number, words, at;
};
BOOST_DESCRIBE_STRUCT(Received, (), (id, number, words, at))

/// How a modem was when its daemon last wrote.
struct Sign {
    bool alive = false;
    std::int64_t signal_percent = -1;
    std::string network;
};

/// The store through which one gammu-smsd takes messages and tells what became of them. Of one thread.
class Spool {
  public:
    explicit Spool(const std::string& file);

    /// Puts a message in, in one step.
    void put(const std::string& name, const std::string& number, const std::vector<Part>& parts);
    Lot look(const std::string& name);
    /// The modem's number for why it said no (3GPP TS 27.005, 3.2.5).
    std::int64_t refusal(const std::string& name);
    /// Takes back what no daemon has begun with; false when one has.
    bool take_back(const std::string& name);
    /// Takes a message out that is not with the modem.
    void take_out(const std::string& name);
    /// Takes it out and remembers that nobody knows whether it went out.
    void give_up(const std::string& name);
    /// The names that lie here not yet done.
    std::vector<std::string> inside();

    std::vector<Received> received();
    void read(std::int64_t id);
    Sign sign();
    void forget_sign();  ///< before a daemon is started: what the one before said holds no more
    /// Destroys what is older than three days.
    void purge();

  private:
    void in_one_step(const std::function<void()>& work);

    std::unique_ptr<store::Rows> rows_;
};

}  // namespace anlan::sms
