#include "app/intake.hpp"

#include <spdlog/spdlog.h>

#include <fstream>
#include <sstream>

#include "http/fetch.hpp"
#include "warning/commands.hpp"

namespace anlan::app {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kAlertBytesMax = 5 * 1024 * 1024;
constexpr std::chrono::seconds kFeedLimit{10};  ///< for the whole answer, however slowly it drips

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
        if (fs::file_size(file) > kAlertBytesMax) {
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

/// What may be shown of an address: a log-in before the host or a key after the path stays here.
std::string shown(const std::string& url) {
    auto rest = url.substr(url.find("://") == std::string::npos ? 0 : url.find("://") + 3);
    rest = rest.substr(0, rest.find_first_of("?#"));
    const auto at = rest.substr(0, rest.find('/')).rfind('@');
    return at == std::string::npos ? rest : rest.substr(at + 1);
}

struct Feed {
    std::string url;
    http::Copy at_hand{};  ///< of what was taken last
};

Result<void> look_at(Node& node, Feed& feed) {
    BOOST_OUTCOME_TRY(auto fetched, http::fetch(feed.url, feed.at_hand, kFeedLimit, kAlertBytesMax));
    if (fetched.status == 304) return done();
    if (fetched.status != 200) {
        const auto status = std::to_string(fetched.status);
        return refuse("feed_refused", "", "对方答复 HTTP " + status, "the other side answered HTTP " + status);
    }
    BOOST_OUTCOME_TRYV(take_in(node, fetched.body, "feed"));
    feed.at_hand = std::move(fetched.copy);
    return done();
}

/// Of a long list of faults the first says enough.
std::string first_line(const std::string& words) {
    return words.substr(0, words.find('\n'));
}

void poll(Node& node, Feed& feed) {
    const auto looked = look_at(node, feed);
    warning::NoteFeed seen{shown(feed.url), looked.has_value(), {}, {}};
    if (!looked) {
        // What cannot be saved here says nothing of the feed.
        const auto& code = looked.error().code;
        if (code == "storage_full" || code == "storage_fault" || code == "stopping") return;
        seen.zh = first_line(looked.error().zh);
        seen.en = first_line(looked.error().en);
        spdlog::warn("{}: {}", seen.feed, seen.en);
    }
    const auto noted = node.writer().execute(journal::wish(World::real(), "system:intake", std::move(seen)));
    if (!noted) spdlog::warn("{}: {}", shown(feed.url), noted.error().en);
}

}  // namespace

void add_intake(Ticker& ticker, Node& node, const ConfiguredNode& configured) {
    if (!configured.watch.empty()) {
        fs::create_directories(configured.watch);
        ticker.add(std::chrono::milliseconds{300}, [&node, folder = configured.watch] { look_into(node, folder); });
    }
    for (const auto& url : configured.feeds)
        ticker.add_apart(std::chrono::seconds{configured.feed_seconds}, [&node, feed = Feed{url}]() mutable {
            poll(node, feed);
        });
}

}  // namespace anlan::app
