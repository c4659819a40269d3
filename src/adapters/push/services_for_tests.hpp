#pragma once

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "base/reflect.hpp"
#include "http/fetch.hpp"
#include "push/posting_carrier.hpp"

/// The services on the web (tests/push/services.mjs), and somebody who waits for a carrier's news.
namespace anlan::push::test {

class WebServices {
  public:
    WebServices() {
        int ends[2];
        if (::pipe(ends) != 0) return;
        child_ = ::fork();
        if (child_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // also when the test itself is ended
            ::dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
            ::execlp("node", "node", ANLAN_SERVICES, static_cast<char*>(nullptr));
            ::_exit(127);
        }
        ::close(ends[1]);
        for (char c = 0; ::read(ends[0], &c, 1) == 1 && c != '\n';) port_ += c;
        ::close(ends[0]);
        browser_ = parse_json(get("/browser")).value().as_object();
    }
    ~WebServices() { stop(); }
    WebServices(const WebServices&) = delete;
    WebServices& operator=(const WebServices&) = delete;

    void stop() {
        if (child_ <= 0) return;
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
        child_ = 0;
    }
    std::string origin() const { return "http://127.0.0.1:" + port_; }
    subscriptions::Doorbell device(const std::string& name) const {
        return {name, origin() + "/push/" + name, text("p256dh"), text("auth")};
    }
    void be(const std::string& target, const std::vector<std::string>& moods) {
        send("/be/" + target, {{"moods", json::array(moods.begin(), moods.end())}});
    }
    void limit(std::int64_t minute_ms, std::int64_t most) {
        send("/limit", {{"minute_ms", minute_ms}, {"most", most}});
    }
    std::vector<json::object> seen(const std::string& target) {
        std::vector<json::object> all;
        const auto answer = parse_json(get("/seen")).value();
        for (const auto& each : answer.as_array())
            if (each.at("target").as_string() == std::string_view(target)) all.push_back(each.as_object());
        return all;
    }

  private:
    std::string text(const char* name) const { return std::string(browser_.at(name).as_string()); }
    std::string get(const std::string& path) { return http::ask({.url = origin() + path}).value().body; }
    void send(const std::string& path, json::object body) {
        http::ask({.method = http::Method::post, .url = origin() + path, .body = json::serialize(body)}).value();
    }

    pid_t child_ = 0;
    std::string port_;
    json::object browser_;
};

class Listener {
  public:
    calls::CarrierNews news() {
        return {
            [this](calls::CarryNews one) { add([&] { told.push_back(std::move(one)); }); },
            [](calls::Reply) {},
            [this] { add([] {}); },
            [this](std::string device) { add([&] { gone.push_back(std::move(device)); }); }};
    }
    template <class Holds>
    bool wait(Holds holds, std::chrono::seconds most = std::chrono::seconds{30}) {
        std::unique_lock lock(mutex_);
        const auto end = std::chrono::steady_clock::now() + most;
        while (!holds()) {
            if (std::chrono::steady_clock::now() > end) return false;
            wake_.wait_for(lock, std::chrono::milliseconds{50});
        }
        return true;
    }
    /// The last state told of it; empty while none was.
    std::string state(const std::string& id) const {
        std::string last;
        for (const auto& one : told)
            if (one.id.text == id) last = to_text(one.state);
        return last;
    }
    bool heard(const std::string& id, calls::Carriage state) {
        return wait([&] { return this->state(id) == to_text(state); });
    }
    const calls::CarryNews& of(const std::string& id) const {
        for (const auto& one : told)
            if (one.id.text == id) return one;
        static const calls::CarryNews none;
        return none;
    }

    std::vector<calls::CarryNews> told;
    std::vector<std::string> gone;

  private:
    template <class Change>
    void add(Change change) {
        {
            std::lock_guard lock(mutex_);
            change();
        }
        wake_.notify_all();
    }
    std::mutex mutex_;
    std::condition_variable wake_;
};

/// A folder of its own, gone afterwards.
class Folder {
  public:
    Folder() {
        static int count = 0;
        path = std::filesystem::temp_directory_path() /
               ("anlan_push_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path path;
};

/// Times as tests can bear them.
inline PostingSettings quick(PostingSettings settings, const std::filesystem::path& folder) {
    using std::chrono::milliseconds;
    settings.folder = folder;
    settings.retries = {milliseconds{50}, milliseconds{200}};
    settings.look_every = milliseconds{200};
    settings.broken_rest = milliseconds{400};
    return settings;
}

}  // namespace anlan::push::test
