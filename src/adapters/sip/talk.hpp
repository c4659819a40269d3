#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sound/g711.hpp"
#include "sound/sound.hpp"

/// One call, as the telephone network and its callers know it.
namespace anlan::sip {

/// Who speaks, and to whom.
struct Parties {
    std::string to;        ///< "sip:13900000001@10.0.0.5"
    std::string from;      ///< "sip:8001@10.0.0.5"
    std::string own_user;  ///< of the contact we are answered at
    std::string user, password;
};

/// Where sound and picture of a live call are handed to, as RTP.
struct MediaPlace {
    std::string host;  ///< IPv4 address
    std::uint16_t port = 0;
    std::uint32_t sound_source = 0, picture_source = 0;  ///< the SSRC each is sent with; no picture: 0
    std::uint16_t reports_port = 0;                      ///< whence whole pictures are asked for; 0: they are not
};

/// The number of the loudness (RFC 6464) that each packet of sound is handed on with.
constexpr std::uint8_t kLoudnessNumber = 1;

enum class PictureCoding { none, h264, vp8 };
/// As Janus has it.
inline std::string name_of(PictureCoding coding) {
    return coding == PictureCoding::h264 ? "h264" : coding == PictureCoding::vp8 ? "vp8" : "";
}

/// What a live call is shown: what comes with this SSRC to its port on 127.0.0.1.
struct ShownPicture {
    std::uint32_t source = 0;        ///< 0: nothing
    std::uint16_t reports_port = 0;  ///< on 127.0.0.1, where whole pictures are asked for
};

/// What is said, and when it is enough.
struct TalkOrder {
    Parties parties;
    std::string headers;                                ///< further ones of the invitation, each closed by CR LF
    std::shared_ptr<const sound::Sound> words, thanks;  ///< 8 kHz; thanks: said after the key, none: nothing
    std::size_t rounds = 1;
    double volume = 1;                                               ///< 0 … 1
    char key = 0;                                                    ///< that answers; 0: none is waited for
    std::chrono::milliseconds ring{30'000};                          ///< until somebody picks up
    std::chrono::milliseconds no_sign{8'000};                        ///< until the other side says anything
    std::chrono::milliseconds lead{600}, pause{3'000}, last{6'000};  ///< silence before, between and after
    /// Nothing is said: sound goes both ways between the other side and places on this machine, until one of the two
    /// hangs up. Of a line that has been silent for so long it is asked whether somebody is there.
    bool live = false;
    std::chrono::milliseconds silence{10'000};
    bool pictures = false;  ///< of a live call: they are offered as well
};

enum class End {
    pressed,     ///< the key was pressed, and we hung up
    heard_out,   ///< all was said, and we hung up
    hung_up,     ///< the other side hung up before
    rejected,    ///< never picked up: see the status
    no_answer,   ///< it rang for the whole time
    unreached,   ///< nothing came back at all
    no_sound,    ///< picked up, but no coding in common
    lost,        ///< a live call: no sound came any more, and nobody answered a question
    called_off,  ///< by us
};

struct TalkEnd {
    End how = End::unreached;
    int status = 0;  ///< of SIP; 0: none came
    double talked_seconds = 0;
    bool goodbye_answered = false;  ///< the other side answered our BYE
    bool all_sent = false;          ///< the sound went out to its end
    double lost = -1;               ///< share of packets by the receiver's last report (RTCP); -1: it sends none
};

/// A live call, picked up.
struct PickedUp {
    sound::Law law = sound::Law::a;
    /// On 127.0.0.1: what is sent there, from a place the sound is handed to, goes to the other side.
    std::uint16_t port = 0;
    std::uint16_t picture_port = 0;              ///< for pictures; 0: there are none
    PictureCoding coding = PictureCoding::none;  ///< of pictures
};

/// What of a live call changes while it lasts.
struct LiveState {
    PictureCoding coding = PictureCoding::none;  ///< of pictures, as agreed
    bool pictured = false;                       ///< pictures come from the other side
    std::uint32_t shown = 0;                     ///< the SSRC of what it is shown
    bool operator==(const LiveState&) const = default;
};

/// Told on the loop's thread, which must not be held up.
struct TalkNews {
    std::function<void()> rings{};                         ///< the network has taken the call
    std::function<void(double talked_seconds)> pressed{};  ///< at once, before the thanks
    std::function<void(TalkEnd)> ended{};
    std::function<void(PickedUp)> picked_up{};  ///< of a live call
    std::function<void(LiveState)> changed{};   ///< of a live call, after that
};

}  // namespace anlan::sip
