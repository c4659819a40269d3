#include "sip/conversation_inside.hpp"
#include "sip/keys.hpp"

namespace anlan::sip {

/// Offers A-law before µ-law, and keys as events (RFC 4733).
bool Conversation::Inside::open_sound() {
    if (order.live) {
        live = std::make_unique<LiveSound>([this](const std::uint8_t* bytes, std::size_t size) {
            const bool hears_us = (::sdp_media_dir(media) & SDP_SENDONLY) != 0;
            if (established && !ended && hears_us) send(bytes, size);
        });
        if (!live->open(stack.local)) return false;
    }
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
           offer("101", telev_rtpfmt, "0-15") == 0 &&
           ::sdp_media_set_lattr(media, true, "ptime", "%d", kFrame_ms) == 0 && open_picture();
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

/// Picks up at once; whoever calls without sound in common is told so. An invitation without an offer is refused: no
/// terminal that dials sends one.
int Conversation::Inside::answer(const struct sip_msg* msg) {
    answered_from = msg->src;
    call_id.assign(msg->callid.p, msg->callid.l);
    int fault = ::mbuf_get_left(msg->mb) > 0 ? ::sdp_decode(description.get(), msg->mb, true) : EBADMSG;
    if (fault == 0) fault = learn_other_side();
    if (fault == 0 && !common_coding) fault = EPROTO;
    if (fault != 0) {
        ::sip_treply(nullptr, stack.sip.get(), msg, 488, "Not Acceptable Here");
        return fault;
    }
    Held<struct mbuf> agreed;
    if ((fault = ::sdp_encode(agreed.fresh(), description.get(), false)) != 0) return fault;
    return ::sipsess_accept(
        session.fresh(),
        stack.sessions.get(),
        msg,
        200,
        "OK",
        order.parties.own_user.c_str(),
        "application/sdp",
        agreed.get(),
        &on_credentials,
        this,
        false,
        &on_offer,
        &on_answer,
        &on_picked_up,
        &on_info,
        nullptr,
        &on_closed,
        this,
        "%s",
        ""
    );
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
    learn_picture();
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

/// Sound, keys and reports are believed only from where the call was answered, or where its sound is sent.
bool Conversation::Inside::is_theirs(const struct sa* from) const {
    return ::sa_cmp(from, ::sdp_media_raddr(media), SA_ADDR) || ::sa_cmp(from, &answered_from, SA_ADDR);
}

void Conversation::Inside::on_sound(
    const struct sa* from, const struct rtp_header* header, struct mbuf* body, void* arg
) {
    auto& in = of(arg);
    if (!in.established || in.ended || !in.is_theirs(from)) return;
    in.heard_at = std::chrono::steady_clock::now();
    if (in.live && header->pt == in.sound_type) return in.live->hand_on(*header, body, in.law);
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
    const bool asks = of(arg).picture && asks_for_picture(type, body);
    ::sip_reply(sip, msg, key || asks ? 200 : 415, key || asks ? "OK" : "Unsupported Media Type");
    if (key) of(arg).press(*key);
    if (asks) of(arg).picture->ask_shown();
}

void Conversation::Inside::press(char key) {
    if (!established || ended || was_pressed || order.key == 0 || key != order.key) return;
    was_pressed = true;
    sound.thank();
    if (news.pressed)
        news.pressed(std::chrono::duration<double>(std::chrono::steady_clock::now() - picked_up_at).count());
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

void Conversation::answer(const struct sip_msg* msg) {
    auto& in = *inside_;
    if (const int fault = in.open_sound() ? in.answer(msg) : ENOMEM; fault != 0) {
        in.end(End::no_sound);
        return in.tell();
    }
    in.ring();
}

void Conversation::lead(const std::vector<MediaPlace>& places) {
    if (inside_->live) inside_->live->lead(places);
    if (inside_->picture) inside_->picture->lead(places);
}

void Conversation::show(const ShownPicture& what) {
    if (inside_->picture) inside_->picture->show(what);
}

void Conversation::mute(bool on) {
    if (inside_->live) inside_->live->mute(on);
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
