#pragma once

#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

#include "calls/ports.hpp"

/// A GSM modem on a pseudo-terminal (tests/modems/modem.py), and somebody who waits for a carrier's news.
namespace anlan::sms::test {

namespace fs = std::filesystem;

class PtyModem {
  public:
    explicit PtyModem(const fs::path& folder) : link_(folder / "ttyM"), log_(folder / "sent") {
        child_ = ::fork();
        if (child_ == 0) {
            ::execlp("python3", "python3", ANLAN_MODEM, link_.c_str(), log_.c_str(), static_cast<char*>(nullptr));
            ::_exit(127);
        }
    }
    ~PtyModem() {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
    }
    std::string device() const { return link_.string(); }
    void be(const std::string& mood) const { replace(".mood", mood); }
    /// A message arrives: number in digits, words as UTF-16BE hexadecimal.
    void deliver(std::string digits, const std::string& hex) const {
        if (digits.size() % 2 != 0) digits += 'F';
        for (std::size_t i = 0; i < digits.size(); i += 2) std::swap(digits[i], digits[i + 1]);
        const auto count = digits.find('F') == std::string::npos ? digits.size() : digits.size() - 1;
        const auto length = fmt::format("{:02X}", hex.size() / 2);
        replace(".inbox", fmt::format("0004{:02X}91", count) + digits + "000862110321000023" + length + hex);
    }
    std::vector<boost::json::object> sent() const {
        std::vector<boost::json::object> all;
        std::ifstream log(log_);
        for (std::string line; std::getline(log, line);) all.push_back(boost::json::parse(line).as_object());
        return all;
    }

  private:
    void replace(const char* which, const std::string& words) const {
        std::ofstream(link_.string() + ".new") << words;
        fs::rename(link_.string() + ".new", link_.string() + which);
    }

    fs::path link_, log_;
    pid_t child_ = 0;
};

class Listener {
  public:
    calls::CarrierNews news() {
        return {
            [this](calls::CarryNews one) { add([&] { told.push_back(std::move(one)); }); },
            [this](calls::Reply one) { add([&] { replies.push_back(std::move(one)); }); },
            [this] { add([] {}); }};
    }
    template <class Holds>
    bool wait(Holds holds, std::chrono::seconds most = std::chrono::seconds{60}) {
        std::unique_lock lock(mutex);
        return wake.wait_for(lock, most, holds);
    }
    bool heard(const std::string& id, calls::Carriage state, std::chrono::seconds most = std::chrono::seconds{60}) {
        return wait([&] { return has(id, state); }, most);
    }
    bool has(const std::string& id, calls::Carriage state) const {
        for (const auto& one : told)
            if (one.id.text == id && one.state == state) return true;
        return false;
    }

    std::vector<calls::CarryNews> told;
    std::vector<calls::Reply> replies;

  private:
    template <class Change>
    void add(Change change) {
        {
            std::lock_guard lock(mutex);
            change();
        }
        wake.notify_all();
    }
    std::mutex mutex;
    std::condition_variable wake;
};

}  // namespace anlan::sms::test
