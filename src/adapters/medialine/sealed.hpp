#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/area.hpp"

/// Datagrams between two stations that carry the media of meetings: SM4-CTR and a code (HMAC-SM3) over the whole, both
/// with keys of the pair, of the direction and of the session. docs/protocol/media.md draws the bytes.
namespace anlan::medialine {

/// `media` (RTP) and `reports` (RTCP) go away from who speaks, `feedback` (RTCP of receivers) towards them.
enum class Kind : std::uint8_t { hello = 0, media = 1, reports = 2, feedback = 3 };

struct Packet {
    Kind kind = Kind::hello;
    std::uint64_t stream = 0;  ///< whose; 0 for a hello
    std::string body{};
};

/// Of one direction between two stations, as long as the sender's program runs.
struct Session {
    std::string pair_key;  ///< of both stations' keys, 32 bytes
    AreaCode from, to;
    std::string name;  ///< as the sender told it: at least 16 letters made by dice, new with every start
};

class Sealer {
  public:
    explicit Sealer(const Session& session);
    std::string seal(const Packet& packet);

  private:
    std::string head_, key_, code_key_;
    std::uint64_t number_ = 0;
};

class Opener {
  public:
    explicit Opener(const Session& session);
    /// Nothing of what is damaged, of another session, or was there before.
    std::optional<Packet> open(std::string_view datagram);
    /// Nothing newer has come than the packet opened last.
    bool newest() const { return last_ == highest_; }

  private:
    static constexpr std::size_t kWindow = 1'024;  ///< how far behind the newest one may come
    bool is_new(std::uint64_t number);

    std::string key_, code_key_;
    std::uint64_t highest_ = 0, last_ = 0;
    std::bitset<kWindow> seen_;
};

/// Who sent it, by its own word: which Opener to try.
std::optional<AreaCode> sender_of(std::string_view datagram);

}  // namespace anlan::medialine
