#include "sip/live_picture.hpp"

#include <algorithm>

namespace anlan::sip {

using std::chrono::steady_clock;

namespace {

constexpr std::chrono::seconds kAnother{1};   ///< so long the other side is silent before it may go on as another
constexpr std::chrono::seconds kStill{3};     ///< without a packet: no picture comes
constexpr std::chrono::seconds kAskAgain{1};  ///< between requests for a whole picture
constexpr std::uint32_t kOwn = 1;             ///< our SSRC in reports to places

bool is_report(Bytes packet) {
    return packet.size() >= 8 && packet[1] >= 192 && packet[1] <= 223;
}

Bytes bytes_of(const struct mbuf* packet) {
    return {::mbuf_buf(packet), ::mbuf_get_left(packet)};
}

}  // namespace

std::optional<Bytes> payload_of(const struct rtp_header& header, const struct mbuf* packet) {
    const auto all = bytes_of(packet);
    if (!header.pad) return all;
    if (all.empty() || all.back() == 0 || all.back() > all.size()) return std::nullopt;
    return all.first(all.size() - all.back());
}

bool LivePicture::open(const struct sa& local) {
    struct sa here;
    if (::sa_set_str(&here, "127.0.0.1", 0) != 0 || ::udp_listen(here_.fresh(), &here, &on_here, this) != 0 ||
        ::udp_local_get(here_.get(), &here) != 0)
        return false;
    port_ = ::sa_port(&here);
    auto outside = local;
    ::sa_set_port(&outside, 0);
    return ::udp_listen(far_.fresh(), &outside, &on_far, this) == 0;
}

void LivePicture::agree(PictureCoding coding) {
    if (coding == coding_) return;
    coding_ = coding;
    sent_.begin(coding), shown_.begin(coding);
    theirs_ = 0, comes_ = false;
}

void LivePicture::lead(const std::vector<MediaPlace>& places) {
    ways_.clear();
    for (const auto& place : places) {
        Way way{};
        way.source = place.picture_source;
        if (way.source != 0 && ::sa_set_str(&way.to, place.host.c_str(), place.port) == 0 &&
            ::sa_set_str(&way.reports, place.host.c_str(), place.reports_port) == 0)
            ways_.push_back(way);
    }
    say_where();
}

/// Janus asks those from whom it has heard; again each second, for it may have begun anew.
void LivePicture::say_where() {
    said_at_ = steady_clock::now();
    for (const auto& way : ways_)
        if (::sa_port(&way.reports) != 0) send(way.reports, empty_report(way.source));
}

void LivePicture::show(const ShownPicture& what) {
    shown_.turn_to(what.source);
    shown_reports_ = what.reports_port;
    ask_shown();
}

void LivePicture::send(const struct sa& to, Bytes bytes) {
    Held<struct mbuf> packet;
    *packet.fresh() = ::mbuf_alloc(bytes.size());
    if (!packet || ::mbuf_write_mem(packet.get(), bytes.data(), bytes.size()) != 0) return;
    ::mbuf_set_pos(packet.get(), 0);
    ::udp_send(::sa_is_loopback(&to) ? here_.get() : far_.get(), &to, packet.get());
}

void LivePicture::ask_shown() {
    struct sa to;
    if (shown_.wanted() == 0 || ::sa_set_str(&to, "127.0.0.1", shown_reports_) != 0) return;
    asked_at_ = steady_clock::now();
    send(to, picture_request(kOwn, shown_.wanted(), std::nullopt));
}

void LivePicture::hand_on(const struct rtp_header& header, Bytes payload, Time now) {
    if (coding_ == PictureCoding::none || header.ssrc == 0) return;
    if (header.ssrc != theirs_) {
        if (theirs_ != 0 && now - heard_at_ < kAnother) return;
        theirs_ = header.ssrc;
        sent_.turn_to(theirs_);
    }
    heard_at_ = now;
    const auto place = sent_.pass({header.ssrc, header.seq, header.ts, payload}, now);
    if (sent_.waits()) want();
    if (!place) return;
    comes_ = true;
    for (const auto& way : ways_) {
        struct rtp_header theirs {};
        theirs.ver = RTP_VERSION;
        theirs.m = header.m;
        theirs.pt = header.pt;
        theirs.seq = place->number;
        theirs.ts = place->time;
        theirs.ssrc = way.source;
        Held<struct mbuf> packet;
        *packet.fresh() = ::mbuf_alloc(RTP_HEADER_SIZE + payload.size());
        if (!packet || ::rtp_hdr_encode(packet.get(), &theirs) != 0) return;
        ::mbuf_write_mem(packet.get(), payload.data(), payload.size());
        ::mbuf_set_pos(packet.get(), 0);
        ::udp_send(::sa_is_loopback(&way.to) ? here_.get() : far_.get(), &way.to, packet.get());
    }
}

/// Once a second at most, whoever asks.
void LivePicture::want() {
    const auto now = steady_clock::now();
    wants_ = now - wanted_at_ < kAskAgain;
    if (wants_) return;
    wanted_at_ = now;
    ears_.wanted();
}

void LivePicture::tick(Time now) {
    if (coding_ == PictureCoding::none) return;
    if (comes_ && now - heard_at_ > kStill) comes_ = false;
    if (wants_) want();
    if (shown_.waits() && now - asked_at_ > kAskAgain) ask_shown();
    if (now - said_at_ > kAskAgain) say_where();
}

bool LivePicture::is_known(const struct sa* from) const {
    return std::ranges::any_of(ways_, [&](const Way& way) { return ::sa_cmp(&way.reports, from, SA_ADDR); });
}

void LivePicture::hear_report(const struct sa* from, Bytes report) {
    if (is_known(from) && asks_for_picture(report)) want();
}

void LivePicture::take(struct mbuf* packet) {
    struct rtp_header header;
    if (coding_ == PictureCoding::none || ::rtp_hdr_decode(&header, packet) != 0) return;
    const auto payload = payload_of(header, packet);
    if (!payload) return;
    const auto place = shown_.pass({header.ssrc, header.seq, header.ts, *payload}, steady_clock::now());
    if (place) ears_.taken(*place, header.m, *payload);
}

void LivePicture::on_here(const struct sa* from, struct mbuf* packet, void* arg) {
    auto& in = *static_cast<LivePicture*>(arg);
    if (is_report(bytes_of(packet))) return in.hear_report(from, bytes_of(packet));
    in.take(packet);
}

void LivePicture::on_far(const struct sa* from, struct mbuf* packet, void* arg) {
    if (is_report(bytes_of(packet))) static_cast<LivePicture*>(arg)->hear_report(from, bytes_of(packet));
}

}  // namespace anlan::sip
