#pragma once

#include <vector>

#include "sip/picture.hpp"
#include "sip/stack.hpp"

namespace anlan::sip {

/// The machine's own side of the pictures of a live call, both ways, and of the requests for whole ones. Of the loop's
/// thread.
class LivePicture {
  public:
    using Time = OnePicture::Time;
    struct Ears {
        std::function<void(OnePicture::Place, bool marker, Bytes payload)> taken;  ///< for the other side
        std::function<void()> wanted;  ///< a whole picture of the other side is
    };
    explicit LivePicture(Ears ears) : ears_(std::move(ears)) {}
    LivePicture(const LivePicture&) = delete;
    LivePicture& operator=(const LivePicture&) = delete;

    /// `local`: the address of this machine, without a port.
    bool open(const struct sa& local);
    std::uint16_t port() const { return port_; }
    /// What both sides take; again when it has changed.
    void agree(PictureCoding coding);
    void lead(const std::vector<MediaPlace>& places);
    void show(const ShownPicture& what);
    /// One packet of the other side.
    void hand_on(const struct rtp_header& header, Bytes payload, Time now);
    /// The other side asks for a whole picture of what it is shown.
    void ask_shown();
    /// Now and then: what has to be asked again.
    void tick(Time now);
    PictureCoding coding() const { return coding_; }
    bool comes() const { return comes_; }
    std::uint32_t theirs() const { return theirs_; }
    /// For a picture of the other side to begin with.
    bool waits() const { return sent_.waits(); }
    std::uint32_t shown() const { return shown_.shown(); }

  private:
    struct Way {
        struct sa to, reports;
        std::uint32_t source = 0;
    };
    static void on_here(const struct sa* from, struct mbuf* packet, void* arg);
    static void on_far(const struct sa* from, struct mbuf* packet, void* arg);
    bool is_known(const struct sa* from) const;
    void hear_report(const struct sa* from, Bytes report);
    void take(struct mbuf* packet);
    void want();
    void send(const struct sa& to, Bytes bytes);
    void say_where();

    Ears ears_;
    PictureCoding coding_ = PictureCoding::none;
    std::vector<Way> ways_;
    OnePicture sent_, shown_;   ///< by the other side; to it
    std::uint32_t theirs_ = 0;  ///< its SSRC
    std::uint16_t shown_reports_ = 0;
    Time heard_at_{}, wanted_at_{}, asked_at_{}, said_at_{};
    bool comes_ = false, wants_ = false;
    std::uint16_t port_ = 0;
    Held<struct udp_sock> here_;  ///< on 127.0.0.1
    Held<struct udp_sock> far_;   ///< to places on other machines
};

/// The payload without its padding; nothing: it is malformed.
std::optional<Bytes> payload_of(const struct rtp_header& header, const struct mbuf* packet);

}  // namespace anlan::sip
