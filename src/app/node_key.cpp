#include "app/node_key.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "seal/p256.hpp"

namespace anlan::app {

namespace {

namespace fs = std::filesystem;

}  // namespace

std::string read_text(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

void write_secret(const fs::path& file, const std::string& text) {
    const auto beside = file.string() + ".new";
    const int at = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (at < 0) throw std::runtime_error("cannot write " + beside);
    const auto done = ::write(at, text.data(), text.size());
    const bool whole = done == static_cast<ssize_t>(text.size()) && ::fsync(at) == 0;
    ::close(at);
    if (!whole) throw std::runtime_error("cannot write " + beside);
    fs::rename(beside, file);
}

seal::KeyPair key_of(const fs::path& folder) {
    const auto key_file = folder / "node.key";
    const auto public_file = folder / "node.pub";
    if (fs::exists(key_file)) return {read_text(key_file), read_text(public_file)};
    auto key = seal::new_key_pair();
    std::ofstream(public_file) << key.public_pem;
    write_secret(key_file, key.private_pem);
    return key;
}

std::string push_key_of(const fs::path& folder) {
    const auto file = folder / "push.key";
    if (fs::exists(file)) return read_text(file);
    auto key = seal::new_p256();
    write_secret(file, key);
    return key;
}

}  // namespace anlan::app
