#include <spdlog/spdlog.h>

#include <algorithm>

#include "janus/hall_inside.hpp"
#include "janus/room_words.hpp"

namespace anlan::janus {

using meetings::MeetingId;

bool VideoHall::Inside::has_other(const MeetingId& meeting, std::int64_t feed) const {
    const auto found = others.find(meeting);
    return found != others.end() && std::ranges::any_of(found->second, [&](const auto& each) {
               return std::ranges::count(each.second, feed, &meetings::Speaker::feed) > 0;
           });
}

std::int64_t VideoHall::round() const {
    const std::lock_guard lock(inside_->mutex);
    return inside_->link.up() ? inside_->round : 0;
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
    Inside::Described streams_said{first_stream(described, "audio"), first_stream(described, "video")};
    const auto keys = keys_of(meeting, in.settings.station_secret);
    BOOST_OUTCOME_TRY(const auto said, in.link.ask(handle, expect_remote(keys, name, std::move(described))));
    const auto data = data_of(said);
    const bool recorded = in.ears.recorded(meeting);
    {
        const std::lock_guard lock(in.mutex);
        if (recorded) in.unrecorded.try_emplace(meeting, std::chrono::steady_clock::now());
        in.described[number_of(data, "id")] = std::move(streams_said);
    }
    return RemotePlace{number_of(data, "id"), number_of(data, "port"), number_of(data, "rtcp_port")};
}

void VideoHall::forget(const MeetingId& meeting, std::int64_t feed) {
    auto& in = *inside_;
    {
        const std::lock_guard lock(in.mutex);
        in.described.erase(feed);
        in.talking.erase(feed);
    }
    const auto handle = in.own_handle();
    if (!handle) return;
    const auto said = in.link.ask(handle.value(), forget_remote(keys_of(meeting, in.settings.station_secret), feed));
    if (!said) spdlog::warn("a speaker of another station in {}: {}", meeting.text, said.error().en);
}

Result<void> VideoHall::send_on(
    const MeetingId& meeting, std::int64_t feed, std::int64_t port, std::int64_t rtcp_port
) {
    auto& in = *inside_;
    BOOST_OUTCOME_TRY(const auto handle, in.own_handle());
    auto asked = send_remotely(keys_of(meeting, in.settings.station_secret), feed, port, rtcp_port);
    BOOST_OUTCOME_TRYV(in.link.ask(handle, std::move(asked), nullptr, kRemotizationExists));
    return done();
}

void VideoHall::stop_sending(const MeetingId& meeting, std::int64_t feed) {
    auto& in = *inside_;
    const auto handle = in.own_handle();
    if (!handle) return;
    // Who sent it may be gone, and with them the sending.
    const auto keys = keys_of(meeting, in.settings.station_secret);
    static_cast<void>(in.link.ask(handle.value(), stop_remotely(keys, feed)));
}

std::vector<OtherFeed> VideoHall::other_feeds(const MeetingId& meeting, Others whence) const {
    const std::lock_guard lock(inside_->mutex);
    std::vector<OtherFeed> all;
    const auto found = inside_->others.find(meeting);
    if (found == inside_->others.end()) return all;
    if (const auto some = found->second.find(whence); some != found->second.end())
        for (const auto& each : some->second) {
            OtherFeed one{each, {}, {}, {}};
            if (const auto known = inside_->described.find(each.feed); known != inside_->described.end()) {
                one.coding = known->second.voice.coding;
                one.picture_coding = known->second.picture.coding;
                one.picture_mid = known->second.picture.mid;
            }
            all.push_back(std::move(one));
        }
    return all;
}

void VideoHall::show_view(const MeetingId& meeting, std::optional<meetings::SharedView> view) {
    auto& in = *inside_;
    {
        const std::lock_guard lock(in.mutex);
        const auto found = in.views.find(meeting);
        if (!view || (found != in.views.end() && found->second.at >= view->at)) return;
        in.views.insert_or_assign(meeting, std::move(*view));
    }
    in.tell(meeting);
}

void VideoHall::show_others(const MeetingId& meeting, Others whence, std::vector<meetings::Speaker> speakers) {
    auto& in = *inside_;
    {
        const std::lock_guard lock(in.mutex);
        auto& shown = in.others[meeting][whence];
        const auto text = [](const std::vector<meetings::Speaker>& all) { return to_json_text(all); };
        if (text(shown) == text(speakers)) return;
        shown = std::move(speakers);
    }
    in.tell(meeting);
}

}  // namespace anlan::janus
