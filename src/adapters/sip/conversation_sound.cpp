#include <array>

#include "sip/conversation_inside.hpp"

namespace anlan::sip {

using std::chrono::steady_clock;

namespace {

constexpr std::uint64_t kGoodbyeMost_ms = 3'000;  ///< for the answer to our BYE
constexpr std::chrono::minutes kHeldMost{5};      ///< also of a call that is put on hold
constexpr std::chrono::milliseconds kBehindMost{200};
constexpr std::chrono::milliseconds kGap{60};       ///< without sound for the other side: silence is sent
constexpr std::chrono::milliseconds kThere{4'000};  ///< for a question whether somebody is there

/// All that is to be said, and as long as it may be put on hold meanwhile.
std::chrono::duration<double> longest(const TalkOrder& order) {
    const auto words = order.words ? order.words->seconds() : 0;
    const auto round = std::chrono::duration<double>(words) + order.pause;
    return static_cast<double>(order.rounds) * round + order.last + kHeldMost;
}

}  // namespace

void Conversation::Inside::picked_up() {
    established = true;
    patience.cancel();
    picked_up_at = next_frame = heard_at = steady_clock::now();
    struct sa reports;
    ::sdp_media_raddr_rtcp(media, &reports);
    ::rtcp_set_srate(rtp.get(), 8'000, 8'000);
    ::rtcp_start(rtp.get(), "anlan", &reports);
    clock.start(
        1, [](void* self) { of(self).tick(); }, this
    );
    if (live && common_coding && news.picked_up)
        news.picked_up(
            {law,
             live->port(),
             picture ? picture->port() : std::uint16_t{0},
             picture ? picture->coding() : PictureCoding::none}
        );
    begin_picture_reports();
    if (common_coding) tell_state();
}

/// Sound for the other side goes out as it comes. Where none comes silence does: a way through a firewall stays open.
void Conversation::Inside::tick_live() {
    const auto now = steady_clock::now();
    const bool held = (::sdp_media_dir(media) & SDP_RECVONLY) == 0;
    if (held) heard_at = std::max(heard_at, now - order.silence);
    if (gone) return hang_up(End::lost);
    if (std::exchange(asked, false)) question.reset();
    if (now - heard_at > order.silence && !question) ask_whether_there();
    if (now - sent_at > kGap) {
        const auto silence = sound::coded(std::array<std::int16_t, kFrameSamples>{}, law);
        send(reinterpret_cast<const std::uint8_t*>(silence.data()), silence.size());
    }
    if (picture) picture->tick(now);
    tell_state();
    clock.start(
        kFrame_ms, [](void* self) { of(self).tick(); }, this
    );
}

/// Some terminals send nothing while they are muted: silence alone ends no call.
void Conversation::Inside::ask_whether_there() {
    question = std::make_unique<Question>(
        stack,
        [this](int status) {
            if (status == 0)
                gone = true;
            else
                heard_at = steady_clock::now();
        },
        [this] { asked = true; }
    );
    question->ask(order.parties.to, kThere);
}

/// By the clock, so that frames neither drift nor, after a pause of the machine, come in a heap.
void Conversation::Inside::tick() {
    if (!common_coding) return hang_up(End::no_sound);
    if (live) return tick_live();
    const auto now = steady_clock::now();
    if (now - picked_up_at > longest(order)) return hang_up(End::hung_up);
    if (now - next_frame > kBehindMost) next_frame = now;
    const bool hears_us = (::sdp_media_dir(media) & SDP_SENDONLY) != 0;
    for (; next_frame <= now; next_frame += std::chrono::milliseconds{kFrame_ms}) {
        if (!hears_us) continue;
        const auto frame = sound.next(law);
        if (frame.empty()) return hang_up(was_pressed ? End::pressed : End::heard_out);
        send(reinterpret_cast<const std::uint8_t*>(frame.data()), frame.size());
    }
    const auto rest = std::chrono::ceil<std::chrono::milliseconds>(next_frame - steady_clock::now());
    clock.start(
        ms(rest), [](void* self) { of(self).tick(); }, this
    );
}

void Conversation::Inside::send(const std::uint8_t* bytes, std::size_t size) {
    Held<struct mbuf> packet;
    *packet.fresh() = ::mbuf_alloc(RTP_HEADER_SIZE + size);
    if (!packet) return;
    packet.get()->pos = packet.get()->end = RTP_HEADER_SIZE;
    ::mbuf_write_mem(packet.get(), bytes, size);
    packet.get()->pos = RTP_HEADER_SIZE;
    ::rtp_send(rtp.get(), ::sdp_media_raddr(media), false, timestamp == 0, sound_type, timestamp, packet.get());
    timestamp += static_cast<std::uint32_t>(size);  // a byte a sample
    sent_at = steady_clock::now();
}

void Conversation::Inside::on_report(const struct sa* from, struct rtcp_msg* msg, void* arg) {
    auto& in = of(arg);
    if (!in.established || !in.is_theirs(from)) return;
    in.heard_at = steady_clock::now();
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

/// Never from within a handler of the session.
void Conversation::Inside::hang_up(End how) {
    if (ended) return;
    const bool goodbye = established && how != End::lost;  // who is lost answers no goodbye
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
    question.reset();
    live.reset();
    picture.reset();
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

}  // namespace anlan::sip
