#include <algorithm>

#include "meetings/commands.hpp"
#include "meetings/rules.hpp"

namespace anlan::meetings {

namespace {

constexpr std::size_t kMostShared = 4;  ///< as many as this machine carries at once

bool shows(store::Rows& rows, const MeetingId& meeting, const std::string& camera) {
    return shower_of(rows, meeting, camera).has_value();
}

}  // namespace

Result<Decision> decide(const ShareCamera& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_meeting(desk, wish.meeting));
    BOOST_OUTCOME_TRYV(check_present(desk, found));
    if (shows(desk.views, found.id, wish.camera)) return Decision{{}, found.id.text, {}};
    const auto all = cameras_of(desk.views, found.id);
    const auto open = std::ranges::count_if(all, [](const CameraFacts& each) { return !each.until_at; });
    if (static_cast<std::size_t>(open) >= kMostShared)
        return refuse(
            "too_many_shared",
            "camera",
            "会议里最多同时展示 4 个摄像头，请先停止一个",
            "a meeting shows four cameras at most; stop one of them first"
        );
    return journal::decided(journal::event(found.id.text, CameraShared{desk.person(), wish.camera, wish.name}));
}

Result<Decision> decide(const StopCamera& wish, const Desk& desk) {
    const auto found = find_meeting(desk.views, wish.meeting);
    if (!found) return meeting_unknown();
    if (!shows(desk.views, found->id, wish.camera)) return Decision{{}, found->id.text, {}};
    return journal::decided(journal::event(found->id.text, CameraStopped{desk.person(), wish.camera}));
}

std::optional<World> world_of(const ShareCamera& wish, store::Rows& rows) {
    return world_of_meeting(rows, wish.meeting);
}
std::optional<World> world_of(const StopCamera& wish, store::Rows& rows) {
    return world_of_meeting(rows, wish.meeting);
}

}  // namespace anlan::meetings
