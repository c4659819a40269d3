#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "federation/line.hpp"
#include "nats/client.hpp"

namespace anlan::nats {

/// What lines tell each other: which stream to draw from, and how fast the way is.
struct Hello {
    std::string stream;  ///< empty: none, everything comes plainly
    bool slow = false;
    bool answer = false;  ///< the other side should say hello too
};
std::string to_text(const Hello& hello);
std::optional<Hello> read_hello(const std::string& text);

/// The way between this node and one neighbour, within their own account.
///
/// Urgent frames are published and cross at once. Routine frames go through a stream from which the neighbour's server
/// draws, unless the way is slow: drawing costs some 170 bytes a second in either direction even when nothing happens,
/// and gives up after three silent seconds. Each stream has a new name whenever it is made, so a number never means two
/// things; whatever is lost with the old one, the hand-over sends again.
class Neighbour {
  public:
    struct Who {
        AreaCode own, other;
        bool other_is_parent = false;
        Login login;
    };
    using Frame = std::function<void(const AreaCode& from, std::string frame)>;

    Neighbour(Who who, Frame frame);

    void send(federation::Lane lane, std::string_view frame);
    /// With this node's own server.
    bool connected() const { return client_->connected(); }
    /// Repairs what is missing; to be called several times a second. `slow` counts only towards the parent: the child
    /// measures and the parent follows.
    void tend(bool connected, bool slow, Instant now);

  private:
    std::shared_ptr<Client> make_client();
    void renew_client();
    void heard_hello(const std::string& text);
    void keep_streams(bool connected, bool slow, Instant now);
    void keep_outgoing();
    void keep_incoming(const std::string& offered, Instant now);
    bool incoming_stands_still(Instant now);
    void forget_streams();
    void say_hello(bool connected, bool slow, Instant now);

    const Who who_;
    const Frame frame_;
    std::mutex sending_;  // guards client_, which only tend() changes
    std::shared_ptr<Client> client_;
    int connection_ = 0;  // the client's count when the streams were made
    int names_given_ = 0;
    const std::string birth_;  // makes names differ between processes
    std::string outgoing_, incoming_, drawn_from_;
    std::atomic<bool> routine_by_stream_{false};
    Instant checked_{}, moved_{}, said_{};
    std::uint64_t last_number_ = 0;
    bool was_connected_ = false, must_answer_ = false, must_tell_ = false, answered_ = false;
    std::mutex mutex_;            // guards heard_
    std::optional<Hello> heard_;  // the latest
    bool heard_new_ = false;
};

}  // namespace anlan::nats
