#pragma once

#include <cstdint>
#include <optional>

#include "base/result.hpp"
#include "sip/talk.hpp"

namespace anlan::sip {

struct EndpointSettings {
    std::string local{};     ///< IPv4 address; empty: the one that leads to `towards`
    std::string towards{};   ///< host of the other side
    std::uint16_t port = 0;  ///< UDP; 0: any
    std::uint16_t sound_ports = 16'384, sound_ports_end = 32'767;
};

/// Who calls this machine, as they say; only the address is sure.
struct Caller {
    std::string user, host;  ///< of the From
    std::string address;     ///< IPv4, where the call came from
    std::uint16_t port = 0;  ///< of the address
    std::string dialled;     ///< the user of the request's address
};

/// What is made of a call from outside.
struct Admitted {
    TalkOrder order;
    TalkNews news;
    std::function<void(std::uint64_t talk)> begun{};  ///< before any news
};

/// This machine as a telephone of SIP (RFC 3261, UDP). Whoever calls it is refused, unless somebody admits them. Has a
/// thread of its own; all may be called from any other.
class Endpoint {
  public:
    /// Refuses `sip_not_open` with the reason.
    static Result<std::unique_ptr<Endpoint>> open(EndpointSettings settings);
    /// Hangs up whatever is left, and says goodbye.
    ~Endpoint();
    Endpoint(const Endpoint&) = delete;
    Endpoint& operator=(const Endpoint&) = delete;

    /// Calls. Exactly one `ended` follows, unless the endpoint goes first.
    std::uint64_t talk(TalkOrder order, TalkNews news);
    /// Ends with `called_off`. Unknown, or ended already: nothing.
    void call_off(std::uint64_t talk);
    /// Of a live call: where sound and picture of the other side are handed to from now on.
    void lead(std::uint64_t talk, std::vector<MediaPlace> places);
    /// Of a live call with pictures: what it is shown, from the next picture on that needs no other.
    void show(std::uint64_t talk, ShownPicture what);
    /// The other side is heard here no more, or again.
    void mute(std::uint64_t talk, bool on);
    /// Asked on the loop's thread, and must answer at once; nothing: the call is refused (403).
    void admit(std::function<std::optional<Admitted>(const Caller&)> asks);
    /// Asks whether somebody is there (OPTIONS): the status of the answer, 0 when none came in this time.
    void ask(const std::string& uri, std::chrono::milliseconds patience, std::function<void(int status)> answered);
    /// Keeps an account registered from now on; told after each try: 200, what the registrar said instead, or 0.
    void keep_registered(const Parties& account, std::function<void(int status)> tried);

    std::uint16_t port() const;
    std::string address() const;

  private:
    struct Inside;
    explicit Endpoint(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::sip
