#pragma once

#include "sip/telephone_for_tests.hpp"

namespace anlan::sip::test {

/// A site's exchange: kamailio with tests/telephones/exchange.cfg. Telephones of eleven digits are known, every other
/// account proves itself with the password.
class Exchange {
  public:
    explicit Exchange(const std::string& password)
        : address("127.0.0.1:" + std::to_string(free_port(SOCK_DGRAM))),
          folder_(fs::temp_directory_path() / ("anlan-exchange-" + std::to_string(::getpid()) + address.substr(9))) {
        fs::create_directories(folder_);
        std::ostringstream read;
        read << std::ifstream(ANLAN_EXCHANGE).rdbuf();
        auto text = read.str();
        put(text, "udp:ADDRESS", "udp:" + address);
        put(text, "\"PASSWORD\"", "\"" + password + "\"");
        std::ofstream(folder_ / "exchange.cfg") << text;
        child_ = ::fork();
        if (child_ == 0) {
            ::setpgid(0, 0);
            const int log = ::open((folder_ / "log").c_str(), O_CREAT | O_WRONLY, 0600);
            ::dup2(log, 1), ::dup2(log, 2);
            const auto file = (folder_ / "exchange.cfg").string(), pid = (folder_ / "pid").string();
            ::execlp(
                "kamailio",
                "kamailio",
                "-DD",
                "-f",
                file.c_str(),
                "-m",
                "32",
                "-M",
                "8",
                "-Y",
                folder_.c_str(),
                "-w",
                folder_.c_str(),
                "-P",
                pid.c_str(),
                static_cast<char*>(nullptr)
            );
            ::_exit(127);
        }
        ::setpgid(child_, child_);
    }
    ~Exchange() {
        ::kill(-child_, SIGKILL);  // with its children
        ::waitpid(child_, nullptr, 0);
        fs::remove_all(folder_);
    }
    Exchange(const Exchange&) = delete;

    const std::string address;

  private:
    static void put(std::string& text, const std::string& where, const std::string& what) {
        text.replace(text.find(where), where.size(), what);
    }

    fs::path folder_;
    pid_t child_ = 0;
};

}  // namespace anlan::sip::test
