#include <spdlog/spdlog.h>

#include <algorithm>

#include "janus/hall_inside.hpp"
#include "janus/room_words.hpp"

namespace anlan::janus {

using meetings::MeetingId;

namespace {

std::int64_t number_of(const json::object& data, const char* name) {
    const auto* found = data.if_contains(name);
    return found != nullptr && found->is_number() ? found->to_number<std::int64_t>() : 0;
}

}  // namespace

bool VideoHall::Inside::has_other(const MeetingId& meeting, std::int64_t feed) const {
    const auto found = others.find(meeting);
    return found != others.end() && std::ranges::count(found->second, feed, &meetings::Speaker::feed) > 0;
}

std::int64_t VideoHall::round() const {
    const std::lock_guard lock(inside_->mutex);
    return inside_->link.up() ? inside_->round : 0;
}

Result<std::string> VideoHall::media_address() {
    return inside_->link.address();
}

std::vector<OwnFeed> VideoHall::own_feeds(const MeetingId& meeting) const {
    const std::lock_guard lock(inside_->mutex);
    return inside_->seats.feeds(meeting);
}

Result<RemotePlace> VideoHall::expect(const MeetingId& meeting, const std::string& name, const std::string& streams) {
    auto& in = *inside_;
    BOOST_OUTCOME_TRYV(in.ensure_room(meeting));
    BOOST_OUTCOME_TRY(const auto handle, in.own_handle());
    BOOST_OUTCOME_TRY(auto described, parse_json(streams));
    const auto keys = keys_of(meeting, in.settings.station_secret);
    BOOST_OUTCOME_TRY(const auto said, in.link.ask(handle, expect_remote(keys, name, std::move(described))));
    const auto data = data_of(said);
    return RemotePlace{number_of(data, "id"), number_of(data, "port"), number_of(data, "rtcp_port")};
}

void VideoHall::forget(const MeetingId& meeting, std::int64_t feed) {
    auto& in = *inside_;
    const auto handle = in.own_handle();
    if (!handle) return;
    const auto said = in.link.ask(handle.value(), forget_remote(keys_of(meeting, in.settings.station_secret), feed));
    if (!said) spdlog::warn("a speaker of another station in {}: {}", meeting.text, said.error().en);
}

Result<void> VideoHall::send_on(
    const MeetingId& meeting,
    std::int64_t feed,
    const std::string& name,
    const std::string& host,
    std::int64_t port,
    std::int64_t rtcp_port
) {
    auto& in = *inside_;
    BOOST_OUTCOME_TRY(const auto handle, in.own_handle());
    const auto keys = keys_of(meeting, in.settings.station_secret);
    BOOST_OUTCOME_TRYV(
        in.link.ask(handle, send_remotely(keys, {feed, name}, {host, port, rtcp_port}), nullptr, kRemotizationExists)
    );
    return done();
}

void VideoHall::stop_sending(const MeetingId& meeting, std::int64_t feed, const std::string& name) {
    auto& in = *inside_;
    const auto handle = in.own_handle();
    if (!handle) return;
    // Who sent it may be gone, and with them the sending.
    static_cast<void>(
        in.link.ask(handle.value(), stop_remotely(keys_of(meeting, in.settings.station_secret), {feed, name}))
    );
}

void VideoHall::show_others(const MeetingId& meeting, std::vector<meetings::Speaker> speakers) {
    auto& in = *inside_;
    {
        const std::lock_guard lock(in.mutex);
        auto& shown = in.others[meeting];
        const auto text = [](const std::vector<meetings::Speaker>& all) { return to_json_text(all); };
        if (text(shown) == text(speakers)) return;
        shown = std::move(speakers);
    }
    in.tell(meeting);
}

}  // namespace anlan::janus
