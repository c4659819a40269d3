#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace anlan::icecast {

/// Opus in Ogg (RFC 7845, RFC 3533), page after page, mono of sound::kWideRate: a stream that goes on until it is
/// ended.
class OggOpus {
  public:
    explicit OggOpus(std::uint32_t serial);
    ~OggOpus();
    OggOpus(const OggOpus&) = delete;
    OggOpus& operator=(const OggOpus&) = delete;

    /// What every listener is to get first: who it is and what it is called.
    std::string head();
    /// One page of this sound; a packet that it does not fill is filled with silence.
    std::string page(std::span<const std::int16_t> samples);
    /// The last page, which says so.
    std::string end();

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::icecast
