#include "app/maintenance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "app/rooms.hpp"
#include "journal/ledger.hpp"
#include "store/database.hpp"

namespace anlan::app {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> node_folders(const fs::path& data) {
    std::vector<fs::path> folders;
    if (fs::is_directory(data))
        for (const auto& entry : fs::directory_iterator(data))
            if (fs::exists(entry.path() / "node.db")) folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

int no_nodes(const fs::path& data) {
    fmt::print(stderr, "{} 里没有站点数据 / no node lies in it\n", data.string());
    return 2;
}

bool verify_node(const fs::path& folder) {
    const auto area = folder.filename().string();
    const auto rows = store::connect({(folder / "node.db").string(), {}}, store::Use::reading);
    const auto scratch = store::connect({":memory:", {}}, store::Use::writing);
    const auto proof = journal::prove(*rows, *scratch, all_rooms_for_replay());
    if (proof.ok) {
        fmt::print("ok {} entries={} head={}\n", area, proof.entries, proof.head);
        return true;
    }
    fmt::print(
        "bad {} entries={} first_bad={} {} / {}\n",
        area,
        proof.entries,
        proof.first_bad ? std::to_string(*proof.first_bad) : "-",
        proof.fault_zh,
        proof.fault_en
    );
    return false;
}

}  // namespace

int verify_nodes(const fs::path& data) {
    const auto folders = node_folders(data);
    if (folders.empty()) return no_nodes(data);
    bool all = true;
    for (const auto& folder : folders) all = verify_node(folder) && all;
    return all ? 0 : 1;
}

int back_up(const fs::path& data, const fs::path& to) {
    const auto folders = node_folders(data);
    if (folders.empty()) return no_nodes(data);
    for (const auto& folder : folders) {
        const auto target = to / folder.filename();
        fs::create_directories(target);
        fs::remove(target / "node.db");
        const auto rows = store::connect({(folder / "node.db").string(), {}}, store::Use::writing);
        rows->run("VACUUM INTO :file", (target / "node.db").string());
        if (fs::exists(folder / "series.db")) {  // Readings, beside the journal (decision 0019).
            fs::remove(target / "series.db");
            const auto series = store::connect({(folder / "series.db").string(), {}}, store::Use::writing);
            series->run("VACUUM INTO :file", (target / "series.db").string());
        }
        for (const auto* beside : {"node.key", "node.pub", "push.key", "parent.json", "attachments"})
            if (fs::exists(folder / beside))
                fs::copy(
                    folder / beside, target / beside, fs::copy_options::recursive | fs::copy_options::overwrite_existing
                );
        fmt::print("saved {}\n", folder.filename().string());
    }
    return 0;
}

int restore(const fs::path& from, const fs::path& data) {
    const auto folders = node_folders(from);
    if (folders.empty()) return no_nodes(from);
    for (const auto& folder : folders) {
        const auto target = data / folder.filename();
        if (fs::exists(target / "node.db")) {
            fmt::print(stderr, "{} 已有数据，未覆盖 / holds data already; not overwritten\n", target.string());
            return 1;
        }
    }
    for (const auto& folder : folders) {
        fs::create_directories(data);
        fs::copy(folder, data / folder.filename(), fs::copy_options::recursive);
        fmt::print("restored {}\n", folder.filename().string());
    }
    return 0;
}

}  // namespace anlan::app
