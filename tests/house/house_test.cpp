// Reads the sources and fails on what the house rules forbid. `house_test --self` plants one breach of every rule in a
// temporary house and fails if any goes unseen: a wall is only a wall while someone leans on it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

struct Breach {
    std::string rule, where, what;
};

struct Source {
    fs::path path;           // below src
    std::string room, wing;  // wing: core, haves, adapters, app
    std::string code;        // comments and string contents blanked, line numbers kept
    std::vector<std::string> includes;
    std::size_t lines = 0;
};

std::string blank_comments_and_strings(const std::string& in) {
    std::string out = in;
    enum { code, line, block, text, character } state = code;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const char c = in[i], next = i + 1 < in.size() ? in[i + 1] : '\0';
        switch (state) {
            case code:
                if (c == '/' && next == '/')
                    state = line, out[i] = ' ';
                else if (c == '/' && next == '*')
                    state = block, out[i] = ' ';
                else if (c == '"')
                    state = text;
                else if (c == '\'' && (i == 0 || !std::isalnum(static_cast<unsigned char>(in[i - 1]))))
                    state = character;
                break;
            case line:
                if (c == '\n')
                    state = code;
                else
                    out[i] = ' ';
                break;
            case block:
                if (c == '*' && next == '/')
                    state = code, out[i] = out[i + 1] = ' ', ++i;
                else if (c != '\n')
                    out[i] = ' ';
                break;
            case text:
                if (c == '\\') {
                    out[i] = ' ';
                    out[++i] = ' ';
                } else if (c == '"')
                    state = code;
                else
                    out[i] = ' ';
                break;
            case character:
                if (c == '\\') {
                    out[i] = ' ';
                    out[++i] = ' ';
                } else if (c == '\'')
                    state = code;
                else
                    out[i] = ' ';
                break;
        }
    }
    return out;
}

Source read(const fs::path& root, const fs::path& file) {
    std::stringstream raw;
    raw << std::ifstream(file).rdbuf();
    Source s{
        .path = fs::relative(file, root),
        .room = file.parent_path().filename().string(),
        .wing = {},
        .code = {},
        .includes = {}};
    s.wing = s.path.begin()->string();
    const std::string text = raw.str();
    static const std::regex include(R"rx(^\s*#\s*include\s+"([^"]+)")rx", std::regex::multiline);
    for (std::sregex_iterator it(text.begin(), text.end(), include), end; it != end; ++it)
        s.includes.push_back((*it)[1]);
    s.lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    s.code = blank_comments_and_strings(text);
    return s;
}

/// g++ 12 destroys twice a braced temporary or a capturing lambda that lives in the same expression as co_await, and
/// both arms of `c ? co_await a : co_await b`. Measured here; the cure is a named variable moved in.
bool co_await_beside_temporary(const std::string& code) {
    for (auto at = code.find("co_await"); at != std::string::npos; at = code.find("co_await", at + 8)) {
        const auto start = code.find_last_of(";{}", at);
        const auto before =
            code.substr(start == std::string::npos ? 0 : start, at - (start == std::string::npos ? 0 : start));
        if (before.find('?') != std::string::npos) return true;
        int depth = 0;
        for (auto i = at; i < code.size(); ++i) {
            if (code[i] == '(') ++depth;
            if (code[i] == ')' && --depth < 0) break;
            if (code[i] == ';' && depth == 0) break;
            if (code[i] == '{' || code[i] == '?') return true;
        }
    }
    return false;
}

std::vector<Breach> inspect(const fs::path& root) {
    std::vector<Source> sources;
    for (const auto& e : fs::recursive_directory_iterator(root))
        if (e.path().extension() == ".hpp" || e.path().extension() == ".cpp") sources.push_back(read(root, e.path()));
    std::vector<Breach> found;
    static const std::vector<std::string> open_to_rooms{"events.hpp", "commands.hpp", "queries.hpp"};
    // A large room keeps its callout_queries.hpp beside its queries.hpp.
    const auto is_open = [](const std::string& piece) {
        return std::ranges::any_of(open_to_rooms, [&](const auto& open) { return piece == open || piece.ends_with("_" + open); });
    };
    static const std::vector<std::pair<std::string, std::string>> not_in_haves{
        {"co_await", "rooms decide, they do not wait"},
        {"::now()", "the clock is handed in"},
        {"random_device", "chance is handed in"},
        {"std::thread", "core owns the threads"},
        {"getenv", "configuration is handed in"},
        {"std::ofstream", "rooms do no I/O"},
        {"std::ifstream", "rooms do no I/O"}};
    for (const auto& s : sources) {
        const auto where = s.path.string();
        const bool test = where.ends_with("_test.cpp") || where.ends_with("_for_tests.hpp");
        if (s.lines > 500) found.push_back({"length", where, std::to_string(s.lines) + " lines, more than 500"});
        if (co_await_beside_temporary(s.code))
            found.push_back({"co_await", where, "a temporary with a destructor beside co_await: name it, then move it"}
            );
        if (s.room != "http" && s.code.find("query_value(") != std::string::npos)
            found.push_back({"query", where, "query_value: ask by Call::query, which wants the name declared"});
        if (s.wing == "haves" && !test)
            for (const auto& [word, why] : not_in_haves)
                if (s.code.find(word) != std::string::npos) found.push_back({"pure", where, word + ": " + why});
        for (const auto& i : s.includes) {
            const fs::path target(i);
            if (i.starts_with("../"))
                found.push_back({"door", where, i + ": enter by the door, not by a relative path"});
            const auto room = target.begin()->string(), piece = target.filename().string();
            const auto wing = [&] {
                for (const auto& o : sources)
                    if (o.room == room) return o.wing;
                return std::string();
            }();
            if (wing.empty() || room == s.room || s.wing == "app" || wing == "core") continue;
            if (s.wing == "core")
                found.push_back({"floor", where, i + ": core knows no room"});
            else if (wing == "adapters")
                found.push_back({"floor", where, i + ": nobody but app knows an adapter"});
            else if (s.wing == "adapters" && piece == "ports.hpp")
                continue;
            else if (test && (piece == "room.hpp" || piece == "answers.hpp" || piece.ends_with(".inc")))
                continue;  // a test stands up other rooms and reads what they would show
            else if (!is_open(piece))
                found.push_back({"furniture", where, i + ": only events, commands and queries are for visitors"});
        }
    }
    return found;
}

int self_test(const fs::path& tmp) {
    struct Plant {
        std::string rule, file, text;
    };
    const std::vector<Plant> plants{
        {"door", "haves/a/x.cpp", "#include \"../b/events.hpp\"\n"},
        {"floor", "core/base/x.cpp", "#include \"b/events.hpp\"\n"},
        {"floor", "haves/a/x.cpp", "#include \"sms/sms.hpp\"\n"},
        {"furniture", "haves/a/x.cpp", "#include \"b/decide.hpp\"\n"},
        {"furniture", "adapters/sms/x.cpp", "#include \"b/decide.hpp\"\n"},
        {"pure", "haves/a/x.cpp", "auto t = std::chrono::system_clock::now();\n"},
        {"pure", "haves/a/x.cpp", "Task f() { co_await g(); }\n"},
        {"query", "haves/a/x.cpp", "auto q = call.request.query_value(\"q\");\n"},
        {"length", "haves/a/x.cpp", std::string(501, '\n')},
        {"co_await", "adapters/sms/x.cpp", "Task f() { co_await g(Wish{1}); }\n"},
        {"co_await", "adapters/sms/x.cpp", "Task f() { co_await g({.n = 1}); }\n"},
        {"co_await", "adapters/sms/x.cpp", "Task f() { co_await g([o] { return o; }); }\n"},
        {"co_await", "adapters/sms/x.cpp", "Task f() { auto o = c ? co_await g() : co_await h(); }\n"}};
    int missed = 0;
    for (const auto& p : plants) {
        fs::remove_all(tmp);
        for (const auto* f :
             {"haves/b/events.hpp", "haves/b/decide.hpp", "adapters/sms/sms.hpp", "core/base/result.hpp"})
            fs::create_directories((tmp / f).parent_path()), std::ofstream(tmp / f) << "\n";
        if (!inspect(tmp).empty()) std::cout << "clean house reported\n", ++missed;
        fs::create_directories((tmp / p.file).parent_path());
        std::ofstream(tmp / p.file) << p.text;
        const auto found = inspect(tmp);
        if (std::none_of(found.begin(), found.end(), [&](const Breach& b) { return b.rule == p.rule; }))
            std::cout << "MISSED " << p.rule << ": " << p.text.substr(0, 60), ++missed;
    }
    fs::remove_all(tmp);
    std::cout << plants.size() << " planted breaches, " << missed << " missed\n";
    return missed;
}

int main(int argc, char** argv) {
    if (argc > 1 && std::string(argv[1]) == "--self") return self_test(fs::temp_directory_path() / "planted_house");
    const auto found = inspect(argc > 1 ? argv[1] : "src");
    for (const auto& b : found) std::cout << b.where << ": [" << b.rule << "] " << b.what << '\n';
    std::cout << found.size() << " breaches\n";
    return found.empty() ? 0 : 1;
}
