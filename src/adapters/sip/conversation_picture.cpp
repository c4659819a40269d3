#include "sip/conversation_inside.hpp"

namespace anlan::sip {

using std::chrono::steady_clock;

namespace {

constexpr int kH264Type = 96, kVp8Type = 97;
constexpr int kKilobits = 1'024;  ///< a second, that we ask the other side not to exceed
constexpr const char* kH264 = "profile-level-id=42e01f;packetization-mode=1;level-asymmetry-allowed=1";

/// `data`: none.
bool same_h264(const char* ours, const char* theirs, void*) {
    return is_common_h264(ours != nullptr ? ours : "") && is_common_h264(theirs != nullptr ? theirs : "");
}

bool says(const char*, const char* value, void* arg) {
    return std::string_view(value != nullptr ? value : "").find(static_cast<const char*>(arg)) !=
           std::string_view::npos;
}

}  // namespace

/// Offers H.264 as conference sets have it, and VP8. Whoever has no pictures leaves them out, and is heard all the
/// same.
bool Conversation::Inside::open_picture() {
    if (!order.live || !order.pictures) return true;
    picture = std::make_unique<LivePicture>(LivePicture::Ears{
        [this](OnePicture::Place place, bool marker, Bytes payload) { send_picture(place, marker, payload); },
        [this] { ask_for_picture(); }});
    if (!picture->open(stack.local)) return false;
    if (::rtp_listen(
            picture_rtp.fresh(),
            IPPROTO_UDP,
            &stack.local,
            stack.sound_ports,
            stack.sound_ports_end,
            true,
            &on_picture,
            &on_picture_report,
            this
        ) != 0)
        return false;
    const auto port = ::sa_port(::rtp_local(picture_rtp.get()));
    if (::sdp_media_add(&picture_media, description.get(), sdp_media_video, port, sdp_proto_rtpavp) != 0 ||
        ::sdp_media_set_alt_protos(picture_media, 2, "RTP/AVP", "RTP/AVPF") != 0)
        return false;
    ::sdp_media_set_lport_rtcp(picture_media, static_cast<std::uint16_t>(port + 1));
    ::sdp_media_set_lbandwidth(picture_media, SDP_BANDWIDTH_AS, kKilobits);
    const auto offer = [&](int type, const char* name, sdp_fmtp_cmp_h* same, const char* details) {
        const auto id = std::to_string(type);
        const auto* form = details != nullptr ? "%s" : nullptr;
        return ::sdp_format_add(
            nullptr, picture_media, false, id.c_str(), name, 90'000, 1, nullptr, same, nullptr, false, form, details
        );
    };
    return offer(kH264Type, "H264", &same_h264, kH264) == 0 && offer(kVp8Type, "VP8", nullptr, nullptr) == 0 &&
           ::sdp_media_set_lattr(picture_media, false, "rtcp-fb", "* nack pli") == 0 &&
           ::sdp_media_set_lattr(picture_media, false, "rtcp-fb", "* ccm fir") == 0;
}

/// What the other side puts first of what both have; it sends that, and is sent no other.
void Conversation::Inside::learn_picture() {
    if (!picture) return;
    const auto* format = ::sdp_media_rformat(picture_media, nullptr);
    const bool agreed = format != nullptr && ::sdp_media_rport(picture_media) != 0;
    picture_type = agreed ? format->pt : -1;
    picture->agree(
        !agreed                                    ? PictureCoding::none
        : ::str_casecmp(format->name, "H264") == 0 ? PictureCoding::h264
                                                   : PictureCoding::vp8
    );
    const auto hears = [&](const char* what) {
        return ::sdp_media_rattr_apply(picture_media, "rtcp-fb", &says, const_cast<char*>(what)) != nullptr;
    };
    hears_fir = hears("ccm fir");
    hears_reports = hears_fir || hears("nack pli");
    if (agreed && established) begin_picture_reports();
}

void Conversation::Inside::begin_picture_reports() {
    if (!picture || picture->coding() == PictureCoding::none) return;
    struct sa reports;
    ::sdp_media_raddr_rtcp(picture_media, &reports);
    ::rtcp_set_srate(picture_rtp.get(), 90'000, 90'000);
    ::rtcp_start(picture_rtp.get(), "anlan", &reports);
}

/// Without one that begins the pictures of the other side nobody sees any: asked for as it says it can be, and by
/// INFO as well (RFC 5168) where it says nothing, or did not do it the first time.
void Conversation::Inside::ask_for_picture() {
    if (!established || ended) return;
    struct sa reports;
    ::sdp_media_raddr_rtcp(picture_media, &reports);
    const auto request = picture_request(
        ::rtp_sess_ssrc(picture_rtp.get()), picture->theirs(), hears_fir ? std::optional(fir_number++) : std::nullopt
    );
    Held<struct mbuf> packet;
    *packet.fresh() = ::mbuf_alloc(request.size());
    if (!packet || ::mbuf_write_mem(packet.get(), request.data(), request.size()) != 0) return;
    ::mbuf_set_pos(packet.get(), 0);
    if (picture->theirs() != 0)
        ::udp_send(static_cast<struct udp_sock*>(::rtcp_sock(picture_rtp.get())), &reports, packet.get());
    const auto now = steady_clock::now();
    const bool in_vain = now - asked_for_picture_at < kInVain && picture->waits();
    asked_for_picture_at = now;
    if (hears_reports && !in_vain) return;
    Held<struct mbuf> body;
    *body.fresh() = ::mbuf_alloc(256);
    if (!body || ::mbuf_write_str(body.get(), kPictureRequestBody) != 0) return;
    ::mbuf_set_pos(body.get(), 0);
    ::sipsess_info(session.get(), kPictureRequestType, body.get(), &on_told, nullptr);
}

void Conversation::Inside::on_told(int, const struct sip_msg*, void*) {}

void Conversation::Inside::on_picture(
    const struct sa* from, const struct rtp_header* header, struct mbuf* body, void* arg
) {
    auto& in = of(arg);
    if (!in.established || in.ended || !in.is_theirs(from)) return;
    const auto payload = payload_of(*header, body);
    if (header->pt != in.picture_type || !payload) return;
    in.heard_at = steady_clock::now();
    in.picture->hand_on(*header, *payload, in.heard_at);
}

void Conversation::Inside::on_picture_report(const struct sa* from, struct rtcp_msg* msg, void* arg) {
    auto& in = of(arg);
    if (!in.established || in.ended || !in.is_theirs(from)) return;
    in.heard_at = steady_clock::now();
    const bool asks = msg->hdr.pt == RTCP_FIR ||
                      (msg->hdr.pt == RTCP_PSFB && (msg->hdr.count == RTCP_PSFB_PLI || msg->hdr.count == kFir));
    if (asks) in.picture->ask_shown();
}

void Conversation::Inside::send_picture(OnePicture::Place place, bool marker, Bytes payload) {
    const bool sees_us = (::sdp_media_dir(picture_media) & SDP_SENDONLY) != 0;
    if (!established || ended || picture_type < 0 || !sees_us) return;
    struct rtp_header header {};
    header.ver = RTP_VERSION;
    header.m = marker;
    header.pt = static_cast<std::uint8_t>(picture_type);
    header.seq = place.number;
    header.ts = place.time;
    header.ssrc = ::rtp_sess_ssrc(picture_rtp.get());
    Held<struct mbuf> packet;
    *packet.fresh() = ::mbuf_alloc(RTP_HEADER_SIZE + payload.size());
    if (!packet || ::rtp_hdr_encode(packet.get(), &header) != 0) return;
    ::mbuf_write_mem(packet.get(), payload.data(), payload.size());
    ::mbuf_set_pos(packet.get(), 0);
    const auto* to = ::sdp_media_raddr(picture_media);
    ::udp_send(static_cast<struct udp_sock*>(::rtp_sock(picture_rtp.get())), to, packet.get());
}

/// What others are told of it, when it has changed.
void Conversation::Inside::tell_state() {
    if (!live || !news.changed) return;
    LiveState now;
    if (picture) {
        now.coding = picture->coding();
        now.pictured = picture->comes();
        now.shown = picture->shown();
    }
    if (now == told_state) return;
    told_state = now;
    news.changed(now);
}

}  // namespace anlan::sip
