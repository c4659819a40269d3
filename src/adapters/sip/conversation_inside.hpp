#pragma once

#include <algorithm>

#include "sip/conversation.hpp"
#include "sip/live_picture.hpp"
#include "sip/live_sound.hpp"
#include "sip/question.hpp"
#include "sip/sound_out.hpp"
#include "sip/stack.hpp"

namespace anlan::sip {

inline constexpr int kEventType = 101;  ///< payload type of pressed keys, as we offer it

inline constexpr int kFir = 4;                     ///< of feedback: RFC 5104
inline constexpr std::chrono::seconds kInVain{3};  ///< after a request for a picture, until another is a sign

/// As timers of libre take it.
inline std::uint64_t ms(std::chrono::milliseconds time) {
    return static_cast<std::uint64_t>(std::max<std::int64_t>(1, time.count()));
}

/// What a conversation is made of. `conversation.cpp`: the invitation, what is agreed, keys; `conversation_sound.cpp`:
/// the sound and the ends; `conversation_picture.cpp`: pictures of a live call.
struct Conversation::Inside {
    Inside(Stack& of, TalkOrder what, TalkNews told, std::function<void()> then)
        : stack(of), order(std::move(what)), news(std::move(told)), over(std::move(then)), sound(order) {
        ::sa_init(&answered_from, AF_UNSPEC);
    }

    bool open_sound();
    bool open_picture();
    void learn_picture();
    void begin_picture_reports();
    void ask_for_picture();
    void send_picture(OnePicture::Place place, bool marker, Bytes payload);
    void tell_state();
    int invite();
    int answer(const struct sip_msg* msg);
    int learn_other_side();
    void picked_up();
    void ring();
    void tick();
    void tick_live();
    void ask_whether_there();
    void send(const std::uint8_t* bytes, std::size_t size);
    bool is_theirs(const struct sa* from) const;
    void press(char key);
    void hang_up(End how);
    void end(End how);
    void tell();

    static Inside& of(void* arg) { return *static_cast<Inside*>(arg); }
    static int on_credentials(char** user, char** password, const char* realm, void* arg);
    static int on_offer(struct mbuf** answer, const struct sip_msg* msg, void* arg);
    static int on_answer(const struct sip_msg* msg, void* arg);
    static void on_progress(const struct sip_msg* msg, void* arg);
    static void on_picked_up(const struct sip_msg* msg, void* arg);
    static void on_info(struct sip* sip, const struct sip_msg* msg, void* arg);
    static void on_closed(int fault, const struct sip_msg* msg, void* arg);
    static void on_sound(const struct sa* from, const struct rtp_header* header, struct mbuf* body, void* arg);
    static void on_report(const struct sa* from, struct rtcp_msg* msg, void* arg);
    static void on_picture(const struct sa* from, const struct rtp_header* header, struct mbuf* body, void* arg);
    static void on_picture_report(const struct sa* from, struct rtcp_msg* msg, void* arg);
    static void on_told(int fault, const struct sip_msg* msg, void* arg);

    Stack& stack;
    TalkOrder order;
    TalkNews news;
    std::function<void()> over;
    SoundOut sound;
    std::unique_ptr<LiveSound> live;       ///< none: words are said
    std::unique_ptr<LivePicture> picture;  ///< none: sound alone
    LiveState told_state;
    int picture_type = -1;  ///< payload type; -1: no pictures are agreed
    bool hears_reports = false, hears_fir = false;
    std::uint8_t fir_number = 0;
    std::chrono::steady_clock::time_point asked_for_picture_at{};
    TalkEnd last;
    bool established = false, rang = false, was_pressed = false, common_coding = false, ended = false, told = false;
    sound::Law law = sound::Law::a;
    std::uint8_t sound_type = 8;
    int their_event_type = kEventType;
    std::uint32_t timestamp = 0;
    std::chrono::steady_clock::time_point picked_up_at{}, next_frame{};
    std::chrono::steady_clock::time_point sent_at{}, heard_at{};  ///< of a live call
    std::string call_id;
    Held<struct sdp_session> description;
    struct sa answered_from;
    struct sdp_media *media = nullptr, *picture_media = nullptr;  ///< of the description
    Held<struct rtp_sock> rtp, picture_rtp;
    Held<struct telev> keys;
    Held<struct sipsess> session;
    Timer patience, clock;
    std::unique_ptr<Question> question;  ///< whether somebody is there
    bool asked = false, gone = false;    ///< the question is over; nobody answered it
};

}  // namespace anlan::sip
