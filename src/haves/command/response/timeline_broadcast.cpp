#include "response/timeline_broadcast.hpp"

#include <fmt/format.h>

#include "response/timeline.hpp"

namespace anlan::response {

void tell(store::Rows& rows, const Entry& entry, const std::string& node, const broadcast::ReleasedToReal& released) {
    const auto& title = released.sheet.title;
    const auto count = released.terminals.size();
    if (released.warning.empty())
        return write_words(
            rows,
            entry,
            node,
            fmt::format("审核播发应急广播（{} 只喇叭）：{}", count, title),
            fmt::format("Broadcast released to {} loudspeakers: {}", count, title)
        );
    write_words(
        rows,
        entry,
        node,
        fmt::format("凭红色预警播发应急广播（{} 只喇叭）：{}", count, title),
        fmt::format("Broadcast released by a red warning to {} loudspeakers: {}", count, title)
    );
}

void tell(store::Rows& rows, const Entry& entry, const std::string& node, const broadcast::ReleasedToDrill& released) {
    const auto& title = released.sheet.title;
    const auto count = released.terminals.size();
    write_words(
        rows,
        entry,
        node,
        fmt::format("播发演练广播（{} 只喇叭）：{}", count, title),
        fmt::format("Drill broadcast released to {} loudspeakers: {}", count, title)
    );
}

void tell(store::Rows& rows, const Entry& entry, const std::string& node, const broadcast::TakenFromAbove& taken) {
    const auto& title = taken.sheet.title;
    const auto count = taken.terminals.size();
    write_words(
        rows,
        entry,
        node,
        fmt::format("转播上级应急广播（{} 只喇叭）：{}", count, title),
        fmt::format("Broadcast from above goes out over {} loudspeakers: {}", count, title)
    );
}

void tell(store::Rows& rows, const Entry& entry, const std::string& node, const broadcast::BroadcastStopped& stopped) {
    write_words(rows, entry, node, "停止广播：" + stopped.title, "Broadcast stopped: " + stopped.title);
}

void tell(
    store::Rows& rows, const Entry& entry, const std::string& node, const broadcast::BroadcastFinished& finished
) {
    const bool whole = finished.state == broadcast::BroadcastState::done;
    const auto silent = finished.silent.size();
    auto zh = fmt::format(
        "广播结束：{}。已播 {}，失败 {}，无回执 {}", finished.title, finished.played, finished.failed, silent
    );
    auto en = fmt::format(
        "Broadcast over: {}. Played {}, failed {}, silent {}", finished.title, finished.played, finished.failed, silent
    );
    if (finished.sent > 0) {
        zh += fmt::format("，已送达流媒体 {}", finished.sent);
        en += fmt::format(", sent to streams {}", finished.sent);
    }
    write_words(
        rows,
        entry,
        node,
        zh,
        en,
        !whole
    );
}

void note(store::Rows& rows, const Entry& entry, const broadcast::BroadcastDrafted& drafted) {
    const auto& title = drafted.sheet.title;
    write_words(
        rows,
        entry,
        {},
        "起草应急广播，待第二人审核：" + title,
        "Broadcast written, waits for a second person: " + title
    );
}

void note(store::Rows& rows, const Entry& entry, const broadcast::BroadcastRefused& refused) {
    write_words(rows, entry, {}, "退回广播文稿：" + refused.reason, "Broadcast sent back: " + refused.reason);
}

void note(store::Rows& rows, const Entry& entry, const broadcast::FellSilent& fell) {
    write_words(rows, entry, {}, "喇叭失联：" + fell.name, "Loudspeaker silent: " + fell.name, true);
}

void note(store::Rows& rows, const Entry& entry, const broadcast::TestDue& due) {
    write_words(rows, entry, {}, "应急广播试播到期：" + due.name, "Loudspeakers to be tested: " + due.name);
}

}  // namespace anlan::response
