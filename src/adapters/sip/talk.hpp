#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "sound/sound.hpp"

/// One call out of the station, as the telephone network and its callers know it.
namespace anlan::sip {

/// Who speaks, and to whom.
struct Parties {
    std::string to;        ///< "sip:13900000001@10.0.0.5"
    std::string from;      ///< "sip:8001@10.0.0.5"
    std::string own_user;  ///< of the contact we are answered at
    std::string user, password;
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
};

enum class End {
    pressed,     ///< the key was pressed, and we hung up
    heard_out,   ///< all was said, and we hung up
    hung_up,     ///< the other side hung up before
    rejected,    ///< never picked up: see the status
    no_answer,   ///< it rang for the whole time
    unreached,   ///< nothing came back at all
    no_sound,    ///< picked up, but no coding in common
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

/// Told on the loop's thread, which must not be held up.
struct TalkNews {
    std::function<void()> rings{};                         ///< the network has taken the call
    std::function<void(double talked_seconds)> pressed{};  ///< at once, before the thanks
    std::function<void(TalkEnd)> ended{};
};

}  // namespace anlan::sip
