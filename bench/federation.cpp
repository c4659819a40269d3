#include <fmt/format.h>

#include <cstdio>

#include "app/drill.hpp"
#include "bench/child.hpp"
#include "bench/report.hpp"
#include "bench/slow_link.hpp"
#include "bench/station.hpp"
#include "journal/stream.hpp"
#include "registers/commands.hpp"
#include "warehouse/registers.hpp"

namespace anlan::bench {

namespace {

namespace fs = std::filesystem;

const AreaCode kTown{"350581106000"};
constexpr int kCounted = 3 * 24 * 180;                        ///< a routine fact every twenty seconds for three days
const Instant kAfterwards{std::chrono::seconds{1691000000}};  // five days after the drill's typhoon

/// Every entry of the typhoon in one town's journal.
void play_doksuri(const fs::path& folder) {
    Child child([&](Wire& wire) {
        if (std::freopen("/dev/null", "w", stdout) == nullptr) return;
        app::DrillOrder order;
        order.name = "doksuri";
        order.speed = 0;
        order.data = folder;
        order.project = fs::path(ANLAN_DATA).parent_path();
        wire.tell(app::play_drill(order) == 0 ? "passed" : "failed");
    });
    if (child.hear() != "passed") throw std::runtime_error("the drill did not pass");
}

std::int64_t sent(app::Node& node, const std::string& stream) {
    return journal::sent_out(node.writer().rows(), stream).number;
}

bool all_held(SlowLink& link) {
    for (const auto* stream : {"up/0", "up/1", "up/2"})
        if (journal::arrived(link.parent().writer().rows(), kTown, stream).number < sent(link.child(), stream))
            return false;
    return true;
}

/// What one entry of the typhoon costs when everything of it is handed over on the slow line.
Figures bytes_of_entries(const fs::path& folder) {
    fs::create_directories(folder / "empty");
    SlowLink link(folder / "empty", folder / "drill" / kTown.text, kAfterwards, 0);
    const auto took = link.pass([&] { return all_held(link); }, std::chrono::hours{12});
    Figures figures;
    for (const auto& [lane, name] : {std::pair{2, "routine"}, {1, "urgent"}, {0, "life safety"}}) {
        const auto traffic = link.upward(lane);
        const auto entries = sent(link.child(), "up/" + std::to_string(lane));
        const auto each = static_cast<double>(traffic.bytes) / static_cast<double>(std::max<std::int64_t>(entries, 1));
        figures.push_back(
            {fmt::format("bytes of one {} entry of the Doksuri drill at 9,600 bit/s, frame and code included", name),
             fmt::format("{:.1f} B", each),
             fmt::format(
                 "{} entries in {} frames, {}", entries, traffic.frames, took ? "all arrived" : "not all arrived"
             ),
             "",
             lane == 2 ? "≤ 60 B" : "",
             took && (lane != 2 || each <= 60)}
        );
    }
    return figures;
}

/// Three days without a line, then one call for help behind all of them.
Figures urgent_after_three_days(const fs::path& folder) {
    Figures figures;
    for (const int lost : {0, 100}) {
        const auto copy = folder / fmt::format("backlog-{}", lost);
        fs::create_directories(copy / "empty");
        fs::copy(folder / "drill" / kTown.text, copy / "town", fs::copy_options::recursive);
        SlowLink link(copy / "empty", copy / "town", kAfterwards, lost);
        link.set_up(false);
        // What has built up: the whole typhoon, and a routine fact every twenty seconds for three days.
        for (int i = 0; i < kCounted; ++i)
            link.child().writer().submit(
                registers::put_row(
                    warehouse::agreements(),
                    "p-storekeeper",
                    "",
                    {{"supplier", "测试企业"},
                     {"items", "编织袋"},
                     {"quantity", std::to_string(100 + i % 900)},
                     {"minutes", 60},
                     {"valid_to", "2030-01-01"}}
                ),
                [](const Result<journal::Outcome>&) {}
            );
        link.child().writer().run_pending();
        link.set_up(true);
        const auto took = link.pass(
            [&] { return journal::arrived(link.parent().writer().rows(), kTown, "up/0").number > 0; },
            std::chrono::minutes{5}
        );
        figures.push_back(
            {fmt::format("first urgent entry after the line's return, three days behind, {} % lost", lost / 10),
             took ? fmt::format("{:.1f} s", static_cast<double>(took->count()) / 1000) : "not in 5 min",
             fmt::format(
                 "{} entries waiting",
                 sent(link.child(), "up/0") + sent(link.child(), "up/1") + sent(link.child(), "up/2")
             ),
             "",
             "≤ 10 s",
             took && *took <= std::chrono::seconds{10}}
        );
    }
    return figures;
}

}  // namespace

Figures federation_slow() {
    const auto folder = fresh_folder("federation");
    play_doksuri(folder / "drill");
    auto figures = bytes_of_entries(folder);
    for (auto& figure : urgent_after_three_days(folder)) figures.push_back(std::move(figure));
    fs::remove_all(folder);
    return figures;
}

}  // namespace anlan::bench
