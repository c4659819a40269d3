#include "sip/conversation.hpp"

#include <algorithm>

#include "sip/keys.hpp"
#include "sip/sound_out.hpp"
#include "sip/stack.hpp"

namespace anlan::sip {

namespace {

using std::chrono::steady_clock;

constexpr int kEventType = 101;                   ///< payload type of pressed keys, as we offer it
constexpr std::uint64_t kGoodbyeMost_ms = 3'000;  ///< for the answer to our BYE
constexpr std::chrono::minutes kHeldMost{5};      ///< also of a call that is put on hold
constexpr std::chrono::milliseconds kBehindMost{200};

std::uint64_t ms(std::chrono::milliseconds time) {
    return static_cast<std::uint64_t>(std::max<std::int64_t>(1, time.count()));
}

/// All that is to be said, and as long as it may be put on hold meanwhile.
std::chrono::duration<double> longest(const TalkOrder& order) {
    const auto words = order.words ? order.words->seconds() : 0;
    const auto round = std::chrono::duration<double>(words) + order.pause;
    return static_cast<double>(order.rounds) * round + order.last + kHeldMost;
}

}  // namespace

struct Conversation::Inside {
    Inside(Stack& of, TalkOrder what, TalkNews told, std::function<void()> then)
        : stack(of), order(std::move(what)), news(std::move(told)), over(std::move(then)), sound(order) {
        ::sa_init(&answered_from, AF_UNSPEC);
    }

    bool open_sound();
    int invite();
    int learn_other_side();
    void picked_up();
    void ring();
    void tick();
    void send_frame(const std::string& frame);
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

    Stack& stack;
    TalkOrder order;
    TalkNews news;
    std::function<void()> over;
    SoundOut sound;
    TalkEnd last;
    bool established = false, rang = false, was_pressed = false, common_coding = false, ended = false, told = false;
    sound::Law law = sound::Law::a;
    std::uint8_t sound_type = 8;
    int their_event_type = kEventType;
    std::uint32_t timestamp = 0;
    steady_clock::time_point picked_up_at{}, next_frame{};
    std::string call_id;
    Held<struct sdp_session> description;
    struct sa answered_from;
    struct sdp_media* media = nullptr;  ///< of the description
    Held<struct rtp_sock> rtp;
    Held<struct telev> keys;
    Held<struct sipsess> session;
    Timer patience, clock;
};

/// Offers A-law before µ-law, and keys as events (RFC 4733).
bool Conversation::Inside::open_sound() {
    if (::rtp_listen(
            rtp.fresh(),
            IPPROTO_UDP,
            &stack.local,
            stack.sound_ports,
            stack.sound_ports_end,
            true,
            &on_sound,
            &on_report,
            this
        ) != 0 ||
        ::telev_alloc(keys.fresh(), TELEV_PTIME) != 0 || ::sdp_session_alloc(description.fresh(), &stack.local) != 0)
        return false;
    const auto port = ::sa_port(::rtp_local(rtp.get()));
    if (::sdp_media_add(&media, description.get(), sdp_media_audio, port, sdp_proto_rtpavp) != 0) return false;
    ::sdp_media_set_lport_rtcp(media, static_cast<std::uint16_t>(port + 1));
    const auto offer = [&](const char* id, const char* name, const char* details) {
        return ::sdp_format_add(
            nullptr,
            media,
            false,
            id,
            name,
            8'000,
            1,
            nullptr,
            nullptr,
            nullptr,
            false,
            details ? "%s" : nullptr,
            details
        );
    };
    return offer("8", "PCMA", nullptr) == 0 && offer("0", "PCMU", nullptr) == 0 &&
           offer("101", telev_rtpfmt, "0-15") == 0 && ::sdp_media_set_lattr(media, true, "ptime", "%d", kFrame_ms) == 0;
}

int Conversation::Inside::invite() {
    Held<struct mbuf> offer;
    if (const int fault = ::sdp_encode(offer.fresh(), description.get(), true)) return fault;
    const auto& who = order.parties;
    const int fault = ::sipsess_connect(
        session.fresh(),
        stack.sessions.get(),
        who.to.c_str(),
        nullptr,
        who.from.c_str(),
        who.own_user.c_str(),
        nullptr,
        0,
        "application/sdp",
        offer.get(),
        &on_credentials,
        this,
        false,
        &on_offer,
        &on_answer,
        &on_progress,
        &on_picked_up,
        &on_info,
        nullptr,
        &on_closed,
        this,
        "%s",
        order.headers.c_str()
    );
    if (fault == 0) call_id = ::sip_dialog_callid(::sipsess_dialog(session.get()));
    return fault;
}

int Conversation::Inside::on_credentials(char** user, char** password, const char*, void* arg) {
    const auto& who = of(arg).order.parties;
    const int fault = ::str_dup(user, who.user.c_str());
    return fault != 0 ? fault : ::str_dup(password, who.password.c_str());
}

/// What of the sound the other side takes, and where.
int Conversation::Inside::learn_other_side() {
    const auto* format = ::sdp_media_rformat(media, "PCMA");
    law = format != nullptr ? sound::Law::a : sound::Law::mu;
    if (format == nullptr) format = ::sdp_media_rformat(media, "PCMU");
    common_coding = format != nullptr && ::sdp_media_rport(media) != 0;
    if (!common_coding) return 0;
    sound_type = static_cast<std::uint8_t>(format->pt);
    if (const auto* events = ::sdp_media_rformat(media, telev_rtpfmt)) their_event_type = events->pt;
    return 0;
}

int Conversation::Inside::on_answer(const struct sip_msg* msg, void* arg) {
    auto& in = of(arg);
    in.answered_from = msg->src;
    if (const int fault = ::sdp_decode(in.description.get(), msg->mb, false)) return fault;
    return in.learn_other_side();
}

/// In the middle of the call: put on hold, or moved to another place.
int Conversation::Inside::on_offer(struct mbuf** answer, const struct sip_msg* msg, void* arg) {
    auto& in = of(arg);
    const bool offered = ::mbuf_get_left(msg->mb) > 0;
    if (offered) {
        if (const int fault = ::sdp_decode(in.description.get(), msg->mb, true)) return fault;
        in.learn_other_side();
    }
    return ::sdp_encode(answer, in.description.get(), !offered);
}

void Conversation::Inside::on_progress(const struct sip_msg* msg, void* arg) {
    auto& in = of(arg);
    if (in.ended) return;
    if (msg->scode >= 180)
        in.ring();
    else if (!in.rang)
        in.patience.start(
            ms(in.order.ring), [](void* self) { of(self).hang_up(End::no_answer); }, arg
        );
}

void Conversation::Inside::ring() {
    if (std::exchange(rang, true)) return;
    patience.start(
        ms(order.ring), [](void* self) { of(self).hang_up(End::no_answer); }, this
    );
    if (news.rings) news.rings();
}

void Conversation::Inside::on_picked_up(const struct sip_msg*, void* arg) {
    auto& in = of(arg);
    if (in.ended || in.established) return;
    in.ring();
    in.picked_up();
}

void Conversation::Inside::picked_up() {
    established = true;
    patience.cancel();
    picked_up_at = next_frame = steady_clock::now();
    struct sa reports;
    ::sdp_media_raddr_rtcp(media, &reports);
    ::rtcp_set_srate(rtp.get(), 8'000, 8'000);
    ::rtcp_start(rtp.get(), "anlan", &reports);
    clock.start(
        1, [](void* self) { of(self).tick(); }, this
    );
}

/// By the clock, so that frames neither drift nor, after a pause of the machine, come in a heap.
void Conversation::Inside::tick() {
    if (!common_coding) return hang_up(End::no_sound);
    const auto now = steady_clock::now();
    if (now - picked_up_at > longest(order)) return hang_up(End::hung_up);
    if (now - next_frame > kBehindMost) next_frame = now;
    const bool hears_us = (::sdp_media_dir(media) & SDP_SENDONLY) != 0;
    for (; next_frame <= now; next_frame += std::chrono::milliseconds{kFrame_ms}) {
        if (!hears_us) continue;
        const auto frame = sound.next(law);
        if (frame.empty()) return hang_up(was_pressed ? End::pressed : End::heard_out);
        send_frame(frame);
    }
    const auto rest = std::chrono::ceil<std::chrono::milliseconds>(next_frame - steady_clock::now());
    clock.start(
        ms(rest), [](void* self) { of(self).tick(); }, this
    );
}

void Conversation::Inside::send_frame(const std::string& frame) {
    Held<struct mbuf> packet;
    *packet.fresh() = ::mbuf_alloc(RTP_HEADER_SIZE + frame.size());
    if (!packet) return;
    packet.get()->pos = packet.get()->end = RTP_HEADER_SIZE;
    ::mbuf_write_mem(packet.get(), reinterpret_cast<const std::uint8_t*>(frame.data()), frame.size());
    packet.get()->pos = RTP_HEADER_SIZE;
    ::rtp_send(rtp.get(), ::sdp_media_raddr(media), false, timestamp == 0, sound_type, timestamp, packet.get());
    timestamp += kFrameSamples;
}

/// Sound, keys and reports are believed only from where the call was answered, or where its sound is sent.
bool Conversation::Inside::is_theirs(const struct sa* from) const {
    return ::sa_cmp(from, ::sdp_media_raddr(media), SA_ADDR) || ::sa_cmp(from, &answered_from, SA_ADDR);
}

void Conversation::Inside::on_sound(
    const struct sa* from, const struct rtp_header* header, struct mbuf* body, void* arg
) {
    auto& in = of(arg);
    if (!in.established || in.ended || !in.is_theirs(from)) return;
    if (header->pt != kEventType && header->pt != in.their_event_type) return;
    int event = -1;
    bool last_packet = false;
    if (::telev_recv(in.keys.get(), body, &event, &last_packet) != 0) return;
    if (const int digit = ::telev_code2digit(event)) in.press(static_cast<char>(digit));
}

void Conversation::Inside::on_info(struct sip* sip, const struct sip_msg* msg, void* arg) {
    const std::string_view body(reinterpret_cast<const char*>(::mbuf_buf(msg->mb)), ::mbuf_get_left(msg->mb));
    const auto type =
        std::string(msg->ctyp.type.p, msg->ctyp.type.l) + "/" + std::string(msg->ctyp.subtype.p, msg->ctyp.subtype.l);
    const auto key = key_of_info(type, body);
    ::sip_reply(sip, msg, key ? 200 : 415, key ? "OK" : "Unsupported Media Type");
    if (key) of(arg).press(*key);
}

void Conversation::Inside::on_report(const struct sa* from, struct rtcp_msg* msg, void* arg) {
    auto& in = of(arg);
    if (!in.established || !in.is_theirs(from)) return;
    const bool sends = msg->hdr.pt == RTCP_SR;
    if (!sends && msg->hdr.pt != RTCP_RR) return;
    const auto* reports = sends ? msg->r.sr.rrv : msg->r.rr.rrv;
    const auto own = ::rtp_sess_ssrc(in.rtp.get());
    for (unsigned i = 0; i < msg->hdr.count; ++i) {
        if (reports[i].ssrc != own) continue;
        const auto sent = std::max<double>(1, in.timestamp / static_cast<double>(kFrameSamples));
        in.last.lost = std::clamp(reports[i].lost / sent, 0.0, 1.0);
    }
}

void Conversation::Inside::press(char key) {
    if (!established || ended || was_pressed || order.key == 0 || key != order.key) return;
    was_pressed = true;
    sound.thank();
    if (news.pressed) news.pressed(std::chrono::duration<double>(steady_clock::now() - picked_up_at).count());
}

/// Never from within a handler of the session.
void Conversation::Inside::hang_up(End how) {
    if (ended) return;
    const bool goodbye = established;
    end(how);
    session.drop();  // BYE, or CANCEL
    if (!goodbye) return tell();
    patience.start(
        kGoodbyeMost_ms, [](void* self) { of(self).tell(); }, this
    );
}

void Conversation::Inside::end(End how) {
    ended = true;
    patience.cancel();
    clock.cancel();
    last.how = was_pressed ? End::pressed : how;
    last.all_sent = sound.all_said();
    if (established) last.talked_seconds = std::chrono::duration<double>(steady_clock::now() - picked_up_at).count();
}

void Conversation::Inside::tell() {
    if (std::exchange(told, true)) return;
    patience.cancel();
    if (news.ended) news.ended(last);
    over();
}

void Conversation::Inside::on_closed(int fault, const struct sip_msg* msg, void* arg) {
    auto& in = of(arg);
    if (in.ended) return;
    if (msg != nullptr && !msg->req) in.last.status = msg->scode;
    static_cast<void>(fault);
    in.end(in.established ? End::hung_up : in.last.status != 0 ? End::rejected : End::unreached);
    in.session.drop();
    in.tell();
}

Conversation::Conversation(Stack& stack, TalkOrder order, TalkNews news, std::function<void()> over)
    : inside_(std::make_unique<Inside>(stack, std::move(order), std::move(news), std::move(over))) {}

Conversation::~Conversation() = default;

void Conversation::begin() {
    auto& in = *inside_;
    if (!in.open_sound() || in.invite() != 0) {
        in.end(End::unreached);
        return in.tell();
    }
    in.patience.start(
        ms(in.order.no_sign), [](void* self) { Inside::of(self).hang_up(End::unreached); }, &in
    );
}

void Conversation::call_off() {
    inside_->hang_up(End::called_off);
}

void Conversation::goodbye_answered(std::string_view call_id) {
    auto& in = *inside_;
    if (!in.ended || in.told || call_id != in.call_id) return;
    in.last.goodbye_answered = true;
    in.tell();
}

}  // namespace anlan::sip
