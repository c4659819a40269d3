#pragma once

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "sound/sound.hpp"

namespace anlan::sip::test {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// A port of 127.0.0.1 nobody uses at this moment.
inline std::uint16_t free_port(int type) {
    const int probe = ::socket(AF_INET, type | SOCK_CLOEXEC, 0);
    struct sockaddr_in place {};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof place;
    ::bind(probe, reinterpret_cast<struct sockaddr*>(&place), size);
    ::getsockname(probe, reinterpret_cast<struct sockaddr*>(&place), &size);
    ::close(probe);
    return ::ntohs(place.sin_port);
}

template <class Holds>
bool wait_until(Holds holds, std::chrono::milliseconds most = 20s) {
    for (const auto end = std::chrono::steady_clock::now() + most; std::chrono::steady_clock::now() < end;) {
        if (holds()) return true;
        std::this_thread::sleep_for(20ms);
    }
    return holds();
}

struct PhoneManner {
    std::string number = "13900000001";
    bool picks_up = true;
    std::string keys = "rtpevent";  ///< or "info"
    std::string at{};               ///< the exchange it registers at; empty: none
    std::string codings = "PCMA/8000/1";
};

/// A telephone that is a baresip of its own. What it hears lies in a file.
class Telephone {
  public:
    explicit Telephone(PhoneManner manner = {}) : manner_(std::move(manner)) {
        // A port that was free a moment ago may be somebody's by the time it is opened: then with others.
        for (int tries = 0; tries < kTries; ++tries) {
            begin();
            if (wait_until([this] { return connects(); }, 10s)) break;
            end();
        }
        if (!manner_.at.empty()) wait_until([this] { return log().find("200 OK") != std::string::npos; });
    }
    ~Telephone() { end(); }
    Telephone(const Telephone&) = delete;

    std::string gateway() const { return "127.0.0.1:" + std::to_string(port); }
    void command(const std::string& what, const std::string& with = {}) {
        const auto text =
            boost::json::serialize(boost::json::object{{"command", what}, {"params", with}, {"token", "t"}});
        const auto frame = std::to_string(text.size()) + ":" + text + ",";
        if (::send(control_, frame.data(), frame.size(), MSG_NOSIGNAL) < 0) throw std::runtime_error("no telephone");
    }
    void press(char key) { command("sndcode", std::string(1, key)); }
    void hang_up() { command("hangup"); }
    void call(const std::string& uri) { command("dial", uri); }
    /// Whether it has told of this, at any time: CALL_INCOMING, CALL_ESTABLISHED, CALL_CLOSED …
    bool told(const std::string& type, std::chrono::milliseconds most = 20s) {
        return wait_until([&] { return heard().find("\"type\":\"" + type) != std::string::npos; }, most);
    }
    /// All it has told of until now.
    const std::string& heard() {
        struct pollfd ready {
            control_, POLLIN, 0
        };
        char some[4'096];
        while (::poll(&ready, 1, 0) > 0) {
            const auto size = ::recv(control_, some, sizeof some, 0);
            if (size <= 0) break;
            heard_.append(some, static_cast<std::size_t>(size));
        }
        return heard_;
    }
    void forget() { heard(), heard_.clear(); }
    /// What came out of its earpiece in all calls until now.
    sound::Sound earpiece() const {
        sound::Sound all;
        for (const auto& entry : fs::directory_iterator(folder_)) {
            if (!entry.path().string().ends_with("-dec.wav")) continue;
            std::ostringstream bytes;
            bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
            if (auto read = sound::read_wav(bytes.str())) sound::append(all, read.value());
        }
        return all;
    }
    std::string log() const {
        std::ostringstream text;
        text << std::ifstream(folder_ / "log").rdbuf();
        return text.str();
    }

  private:
    static constexpr int kTries = 3;

    void begin() {
        port = free_port(SOCK_DGRAM), control_port_ = free_port(SOCK_STREAM);
        folder_ =
            fs::temp_directory_path() / ("anlan-phone-" + std::to_string(::getpid()) + "-" + std::to_string(port));
        fs::create_directories(folder_);
        const auto rtp = 40'000 + port % 10'000 / 2 * 2;
        std::ofstream(folder_ / "config")
            << "module_path /usr/lib/baresip/modules\nsip_listen 127.0.0.1:" << port
            << "\naudio_player aubridge,out\naudio_alert aubridge,alert\naudio_source aufile,"
            << (folder_ / "mouth.wav").string() << "\nrtp_ports " << rtp << "-" << rtp + 100
            << "\ncall_max_calls 1\nmodule g711.so\nmodule aufile.so\nmodule aubridge.so\nmodule sndfile.so\n"
            << "module ctrl_tcp.so\nmodule_tmp account.so\nmodule_app menu.so\nctrl_tcp_listen 127.0.0.1:"
            << control_port_ << "\nsnd_path " << folder_.string() << "\n";
        std::ofstream(folder_ / "accounts")
            << "<sip:" << manner_.number << "@" << (manner_.at.empty() ? gateway() : manner_.at)
            << ">;regint=" << (manner_.at.empty() ? 0 : 60) << ";answermode=" << (manner_.picks_up ? "auto" : "manual")
            << ";dtmfmode=" << manner_.keys << ";audio_codecs=" << manner_.codings << "\n";
        sound::Sound mouth;
        sound::append_silence(mouth, 60);
        std::ofstream(folder_ / "mouth.wav", std::ios::binary) << sound::to_wav(mouth);
        std::ofstream(folder_ / "contacts") << "\n";
        child_ = ::fork();
        if (child_ == 0) {
            const int log = ::open((folder_ / "log").c_str(), O_CREAT | O_WRONLY, 0600),
                      in = ::open("/dev/null", O_RDONLY);
            ::dup2(in, 0), ::dup2(log, 1), ::dup2(log, 2);
            ::execlp("baresip", "baresip", "-f", folder_.c_str(), static_cast<char*>(nullptr));
            ::_exit(127);
        }
    }

    void end() {
        if (control_ >= 0) ::close(std::exchange(control_, -1));
        if (child_ > 0) {
            ::kill(child_, SIGKILL);
            ::waitpid(std::exchange(child_, 0), nullptr, 0);
        }
        std::error_code gone;
        fs::remove_all(folder_, gone);
    }

    bool connects() {
        control_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        struct sockaddr_in place {};
        place.sin_family = AF_INET;
        place.sin_port = ::htons(control_port_);
        place.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
        if (::connect(control_, reinterpret_cast<struct sockaddr*>(&place), sizeof place) == 0) return true;
        ::close(control_);
        control_ = -1;
        return false;
    }

    PhoneManner manner_;
    fs::path folder_;
    pid_t child_ = 0;
    int control_ = -1;
    std::string heard_;

  public:
    std::uint16_t port = 0;

  private:
    std::uint16_t control_port_ = 0;
};

}  // namespace anlan::sip::test
