#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "calls/ports.hpp"

/// What one service on the web is to the posting of calls.
namespace anlan::push {

/// One recipient: a device, a robot. A group shares limit and health: a host, a robot.
struct Target {
    std::string id, group;
    std::size_t minute_most = 0;  ///< posts a minute; 0: no limit
};

/// gone: the service knows this target no more. later: not now; a group with a limit
/// rests. unreachable: nobody answered, and
/// nothing went out. refused: this message, for good. broken: whatever is sent, until somebody mends it. uncertain: it
/// was going out when the line broke.
enum class How { accepted, gone, later, unreachable, refused, broken, uncertain };

struct Outcome {
    How how = How::accepted;
    std::string zh, en;                 ///< for people: what went wrong, and the way out
    std::chrono::milliseconds rest{0};  ///< of `later`; 0: as the settings say
};

/// Its functions may be called on several threads at once.
class Postman {
  public:
    virtual ~Postman() = default;
    virtual calls::Channel channel() const = 0;
    virtual std::vector<Target> targets(const calls::Carry& carry) const = 0;
    /// Posts and waits. All carries say the same words; more than one only where the settings allow it.
    virtual Outcome post(const Target& target, const std::vector<calls::Carry>& carries) = 0;
    /// Groups known before anything is sent.
    virtual std::vector<std::string> groups() const { return {}; }
    /// Looks whether somebody answers there.
    virtual bool reachable(const std::string& group) = 0;
    /// As people know them.
    virtual std::string device() const = 0;
};

struct PostingSettings {
    std::filesystem::path folder;
    std::size_t threads = 8;
    std::size_t together = 1;  ///< calls of the same words in one post
    bool repeatable = false;   ///< the service replaces a message by its successor: a second post is no second alarm
    std::vector<std::chrono::milliseconds> retries{
        std::chrono::seconds{2}, std::chrono::seconds{5}, std::chrono::seconds{15}, std::chrono::seconds{45}};
    std::chrono::milliseconds age_most{std::chrono::minutes{10}};    ///< what is older is not worth sending
    std::chrono::milliseconds look_every{std::chrono::seconds{30}};  ///< at a group that cannot be reached
    std::chrono::milliseconds broken_rest{std::chrono::minutes{10}};
    std::chrono::milliseconds minute{std::chrono::minutes{1}};  ///< of the limit; shorter in tests
};

}  // namespace anlan::push
