#include <spdlog/spdlog.h>

#include "janus/hall_inside.hpp"
#include "janus/mix_words.hpp"

namespace anlan::janus {

using meetings::MeetingId;

namespace {

const json::object& part_of(const json::object& data, const char* name) {
    static const json::object nothing;
    const auto* found = data.if_contains(name);
    return found != nullptr && found->is_object() ? found->as_object() : nothing;
}

}  // namespace

/// The AudioBridge has a handle of its own; only the program itself has it.
Result<std::int64_t> VideoHall::Inside::mix_handle() {
    {
        const std::lock_guard lock(mutex);
        if (mixer != 0) return mixer;
    }
    BOOST_OUTCOME_TRY(const auto made, link.attach(kMixPlugin));
    const std::lock_guard lock(mutex);
    mixer = made;
    return made;
}

Result<void> VideoHall::Inside::listen(const MeetingId& meeting) {
    {
        const std::lock_guard lock(mutex);
        if (listeners.contains(meeting)) return done();
    }
    BOOST_OUTCOME_TRY(const auto handle, link.attach());
    const auto said = link.ask(handle, join_as_publisher(keys_of(meeting, settings.station_secret)));
    if (!said) {
        link.detach(handle);
        return said.error();
    }
    const std::lock_guard lock(mutex);
    listeners[meeting] = handle;
    return done();
}

void VideoHall::Inside::listen_no_more(const MeetingId& meeting) {
    std::int64_t handle = 0;
    {
        const std::lock_guard lock(mutex);
        if (auto left = listeners.extract(meeting)) handle = left.mapped();
    }
    if (handle != 0) link.detach(handle);
}

Result<void> VideoHall::open_mix(const MeetingId& meeting) {
    auto& in = *inside_;
    BOOST_OUTCOME_TRYV(in.ensure_room(meeting));
    BOOST_OUTCOME_TRYV(in.listen(meeting));
    BOOST_OUTCOME_TRY(const auto handle, in.mix_handle());
    BOOST_OUTCOME_TRYV(
        in.link.ask(handle, create_mix(keys_of(meeting, in.settings.station_secret)), nullptr, kMixExists)
    );
    return done();
}

void VideoHall::close_mix(const MeetingId& meeting) {
    auto& in = *inside_;
    in.listen_no_more(meeting);
    const auto handle = in.mix_handle();
    if (!handle) return;
    const auto said = in.link.ask(handle.value(), destroy_mix(keys_of(meeting, in.settings.station_secret)));
    if (!said) spdlog::warn("the mix of {}: {}", meeting.text, said.error().en);
}

Result<MixPlace> VideoHall::join_mix(
    const MeetingId& meeting, const std::string& coding, std::optional<std::int64_t> port
) {
    auto& in = *inside_;
    BOOST_OUTCOME_TRY(const auto handle, in.link.attach(kMixPlugin));
    const auto keys = keys_of(meeting, in.settings.station_secret);
    const auto said = in.link.ask(handle, janus::join_mix(keys, coding, port));
    if (!said) {
        in.link.detach(handle);
        return said.error();
    }
    const auto data = data_of(said.value());
    const auto& rtp = part_of(data, "rtp");
    MixPlace place{handle, coding, {}, number_of(rtp, "port")};
    if (const auto* ip = rtp.if_contains("ip"); ip != nullptr && ip->is_string()) place.host = ip->as_string();
    return place;
}

void VideoHall::leave_mix(std::int64_t handle) {
    inside_->link.detach(handle);
}

Result<std::int64_t> VideoHall::voice_into(const MeetingId& meeting, std::int64_t feed, const MixPlace& place) {
    auto& in = *inside_;
    BOOST_OUTCOME_TRY(const auto handle, in.own_handle());
    const auto keys = keys_of(meeting, in.settings.station_secret);
    BOOST_OUTCOME_TRY(
        const auto said, in.link.ask(handle, forward_voice(keys, feed, place.coding, place.host, place.port))
    );
    const auto data = data_of(said);
    return number_of(part_of(data, "rtp_stream"), "audio_stream_id");
}

Result<PictureStream> VideoHall::picture_into(
    const MeetingId& meeting, std::int64_t feed, const std::string& mid, std::int64_t port, std::uint32_t source
) {
    auto& in = *inside_;
    BOOST_OUTCOME_TRY(const auto handle, in.own_handle());
    const auto keys = keys_of(meeting, in.settings.station_secret);
    BOOST_OUTCOME_TRY(const auto said, in.link.ask(handle, forward_picture(keys, {feed, mid, port, source})));
    const auto data = data_of(said);
    const auto* made = data.if_contains("forwarders");
    if (made == nullptr || !made->is_array() || made->as_array().empty() || !made->as_array()[0].is_object())
        return refuse("media_failed", "feed", "这路画面已经没有了", "that picture is gone");
    const auto& one = made->as_array()[0].as_object();
    return PictureStream{number_of(one, "stream_id"), number_of(one, "local_rtcp_port")};
}

void VideoHall::out_of(const MeetingId& meeting, std::int64_t feed, std::int64_t stream) {
    auto& in = *inside_;
    const auto handle = in.own_handle();
    if (!handle) return;
    // Who was heard or seen may be gone, and with them the sending.
    static_cast<void>(
        in.link.ask(handle.value(), stop_forward(keys_of(meeting, in.settings.station_secret), feed, stream))
    );
}

std::optional<SteadyTime> VideoHall::talks_since(std::int64_t feed) const {
    const std::lock_guard lock(inside_->mutex);
    const auto found = inside_->talking.find(feed);
    return found == inside_->talking.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace anlan::janus
