#include "app/intake.hpp"

#include <spdlog/spdlog.h>

#include <fstream>
#include <sstream>

#include "http/fetch.hpp"
#include "warning/commands.hpp"

namespace anlan::app {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kBytesMax = 5 * 1024 * 1024;

/// Reads and receives; on refusal, the words for the officer.
Result<void> take_in(Node& node, const std::string& bytes, const std::string& source) {
    auto reading = node.alert_reader().read(bytes);
    if (reading.verdict == warning::Verdict::refused) {
        std::string why;
        for (const auto& fault : reading.faults) why += fault.message + "\n";
        return refuse("alert_refused", "", why, why);
    }
    warning::ReceiveWarnings wish{
        .alerts = std::move(reading.alerts),
        .source = source,
        .via = {},
        .drill = {},
        .verdict = to_text(reading.verdict)};
    BOOST_OUTCOME_TRYV(node.writer().execute(warning::receive(node.area_matcher(), "system:intake", std::move(wish))));
    return done();
}

/// A file still being written has changed within the last second; it waits for the next look.
bool at_rest(const fs::path& file) {
    return fs::file_time_type::clock::now() - fs::last_write_time(file) > std::chrono::milliseconds{300};
}

void put_away(const fs::path& file, const Result<void>& taken) {
    const auto folder = file.parent_path() / (taken ? "done" : "refused");
    fs::create_directories(folder);
    const auto target = folder / file.filename();
    fs::rename(file, target);
    if (!taken) std::ofstream(target.string() + ".txt") << taken.error().zh << '\n' << taken.error().en << '\n';
}

void look_into(Node& node, const fs::path& folder) {
    if (!fs::is_directory(folder)) return;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto kind = entry.path().extension();
        const bool alert = kind == ".xml" || kind == ".cap" || kind == ".atom";
        if (entry.is_regular_file() && alert && at_rest(entry.path())) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        if (fs::file_size(file) > kBytesMax) {
            put_away(file, refuse("body_too_large", "", "文件超过 5 MB", "the file is over 5 MB"));
            continue;
        }
        std::ostringstream bytes;
        bytes << std::ifstream(file, std::ios::binary).rdbuf();
        const auto taken = take_in(node, bytes.str(), "folder");
        // A full disk is nobody's fault: the file stays where it is and is tried again.
        if (!taken && (taken.error().code == "storage_full" || taken.error().code == "stopping")) continue;
        put_away(file, taken);
    }
}

void poll(Node& node, const std::string& url, std::string& etag) {
    const auto fetched = http::fetch(url, etag);
    if (!fetched) {
        spdlog::warn("{}: {}", url, fetched.error().en);
        return;
    }
    if (fetched.value().status != 200) return;
    const auto taken = take_in(node, fetched.value().body, "feed");
    if (taken)
        etag = fetched.value().etag;
    else
        spdlog::warn("{}: {}", url, taken.error().en);
}

}  // namespace

void add_intake(Ticker& ticker, Node& node, const ConfiguredNode& configured) {
    if (!configured.watch.empty()) {
        fs::create_directories(configured.watch);
        ticker.add(std::chrono::milliseconds{300}, [&node, folder = configured.watch] { look_into(node, folder); });
    }
    for (const auto& url : configured.feeds)
        ticker.add(std::chrono::seconds{configured.feed_seconds}, [&node, url, etag = std::string()]() mutable {
            poll(node, url, etag);
        });
}

}  // namespace anlan::app
