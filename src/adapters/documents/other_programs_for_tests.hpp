#pragma once

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

/// What other people's programs see in our files.
namespace anlan::print {

namespace fs = std::filesystem;

inline bool installed(const std::string& program) {
    return std::system(("command -v " + program + " > /dev/null 2>&1").c_str()) == 0;  // NOLINT: tests only
}

/// A folder of this test alone, gone with it.
class Folder {
  public:
    Folder() : path_(fs::temp_directory_path() / ("anlan_print_" + std::to_string(getpid()))) {
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string put(const std::string& name, const std::string& bytes) const {
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return (path_ / name).string();
    }
    std::string get(const std::string& name) const {
        std::ostringstream text;
        text << std::ifstream(path_ / name, std::ios::binary).rdbuf();
        return text.str();
    }
    /// What a command prints.
    std::string run(const std::string& command) const {
        const auto out = (path_ / "out").string();
        const auto status =
            std::system(("cd " + path_.string() + " && " + command + " > out 2> fault").c_str());  // NOLINT
        return status == 0 ? get("out") : "failed: " + get("fault");
    }
    void office(const std::string& kind, const std::string& file) const {
        run("soffice -env:UserInstallation=file://" + path_.string() + "/profile --headless --convert-to '" + kind +
            "' " + file);
    }

  private:
    fs::path path_;
};

}  // namespace anlan::print
