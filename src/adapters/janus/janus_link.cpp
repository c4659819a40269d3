#include "janus/janus_link.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "http/local_socket.hpp"

namespace anlan::janus {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::seconds kPatience{5}, kKeepAlive{20};
constexpr std::chrono::milliseconds kPause{250};

Refusal down() {
    return refuse(
        "media_down",
        "",
        "视频服务正在恢复，会议仍在，稍后自动接上",
        "the video service is coming back; the meeting stands"
    );
}

Refusal failed(const std::string& why) {
    return refuse("media_failed", "", "视频服务没有办成：" + why, "the video service refused: " + why);
}

std::string text_in(const json::object& object, std::string_view name) {
    const auto* found = object.if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->as_string()) : std::string();
}

std::int64_t number_in(const json::object& object, std::string_view name) {
    const auto* found = object.if_contains(name);
    return found != nullptr && found->is_number() ? found->to_number<std::int64_t>() : 0;
}

}  // namespace

json::object data_of(const json::object& said) {
    const auto* plugin = said.if_contains("plugindata");
    if (plugin == nullptr || !plugin->is_object()) return {};
    const auto* data = plugin->as_object().if_contains("data");
    return data != nullptr && data->is_object() ? data->as_object() : json::object();
}

struct JanusLink::Inside {
    /// Somebody waits for it; an `ack` says that the answer proper is still to come.
    struct Waiting {
        bool answered = false, lost = false;
        json::object answer;
    };

    Inside(JanusSettings given, Ears to, std::string of)
        : settings(std::move(given)), ears(std::move(to)), plugin(std::move(of)) {
        keeper = std::thread([this] { keep(); });
        heart = std::thread([this] { beat(); });
    }

    ~Inside() {
        {
            const std::lock_guard lock(mutex);
            stopping = true;
            if (socket) socket->close();
        }
        changed.notify_all();
        keeper.join();
        heart.join();
    }

    void keep() {
        while (!stopped()) {
            auto fresh = std::make_shared<http::LocalSocket>(settings.socket, "janus-protocol");
            {
                const std::lock_guard lock(mutex);
                if (stopping) return;
                socket = fresh;
            }
            const auto end = fresh->run(
                [this] {
                    post(json::object{{"janus", "create"}}, "session");
                },
                [this](std::string_view text) { hear(text); }
            );
            lose(end);
            std::unique_lock lock(mutex);
            changed.wait_for(lock, kPause, [this] { return stopping; });
        }
    }

    void beat() {
        std::unique_lock lock(mutex);
        while (!stopping) {
            changed.wait_for(lock, kKeepAlive, [this] { return stopping; });
            if (stopping || session == 0) continue;
            const auto held = session;
            lock.unlock();
            post({{"janus", "keepalive"}, {"session_id", held}}, "beat");
            lock.lock();
        }
    }

    bool stopped() {
        const std::lock_guard lock(mutex);
        return stopping;
    }

    void lose(const std::string& end) {
        bool was_up = false;
        {
            const std::lock_guard lock(mutex);
            was_up = session != 0;
            session = 0;
            why = end;
            socket.reset();
            for (auto& [transaction, one] : waiting) one->lost = true;
        }
        changed.notify_all();
        if (!was_up) return;
        spdlog::warn("janus at {} is gone: {}", settings.socket, end);
        ears.changed(false);
    }

    void post(json::object message, const std::string& transaction) {
        message["transaction"] = transaction;
        if (!settings.secret.empty()) message["apisecret"] = settings.secret;
        std::shared_ptr<http::LocalSocket> to;
        {
            const std::lock_guard lock(mutex);
            to = socket;
        }
        if (to) to->send(json::serialize(message));
    }

    void hear(std::string_view text) {
        const auto parsed = parse_json(text);
        if (!parsed || !parsed.value().is_object()) return;
        const auto& said = parsed.value().as_object();
        const auto what = text_in(said, "janus"), transaction = text_in(said, "transaction");
        if (what == "ack") return;
        if (transaction == "session") return begin(said);
        if (what == "timeout") return restart();
        {
            const std::lock_guard lock(mutex);
            const auto found = waiting.find(transaction);
            if (found != waiting.end()) {
                found->second->answered = true;
                found->second->answer = said;
                changed.notify_all();
                return;
            }
        }
        if (const auto handle = number_in(said, "sender"); handle != 0) ears.event(handle, said);
    }

    void begin(const json::object& said) {
        const auto* data = said.if_contains("data");
        const auto made = data != nullptr && data->is_object() ? number_in(data->as_object(), "id") : 0;
        if (made == 0) return restart();
        {
            const std::lock_guard lock(mutex);
            session = made;
            why.clear();
        }
        ears.changed(true);
    }

    /// Janus forgot us, or would not have us: begin anew.
    void restart() {
        const std::lock_guard lock(mutex);
        if (socket) socket->close();
    }

    /// `within`: about our session, as all is but questions about Janus itself.
    Result<json::object> exchange(json::object message, std::int64_t taken = kNoFault) {
        const auto one = std::make_shared<Waiting>();
        std::string transaction;
        {
            const std::lock_guard lock(mutex);
            if (session == 0) return down();
            transaction = fmt::format("a{}", ++count);
            waiting[transaction] = one;
            message["session_id"] = session;
        }
        post(std::move(message), transaction);
        std::unique_lock lock(mutex);
        changed.wait_until(lock, steady_clock::now() + kPatience, [&] { return one->answered || one->lost; });
        waiting.erase(transaction);
        if (one->lost) return down();
        if (!one->answered) return failed("超时 timeout");
        if (text_in(one->answer, "janus") == "error") {
            const auto* error = one->answer.if_contains("error");
            return failed(error != nullptr && error->is_object() ? text_in(error->as_object(), "reason") : "error");
        }
        const auto data = data_of(one->answer);
        const auto fault = number_in(data, "error_code");
        if (fault != kNoFault && fault != taken) return failed(text_in(data, "error"));
        return std::move(one->answer);
    }

    JanusSettings settings;
    Ears ears;
    std::string plugin;
    mutable std::mutex mutex;
    std::condition_variable changed;
    std::map<std::string, std::shared_ptr<Waiting>> waiting;
    std::shared_ptr<http::LocalSocket> socket;
    std::int64_t session = 0;
    std::uint64_t count = 0;
    std::string why = "not started";
    bool stopping = false;
    std::thread keeper, heart;
};

JanusLink::JanusLink(JanusSettings settings, Ears ears, std::string plugin)
    : inside_(std::make_unique<Inside>(std::move(settings), std::move(ears), std::move(plugin))) {}
JanusLink::~JanusLink() = default;

bool JanusLink::up() const {
    const std::lock_guard lock(inside_->mutex);
    return inside_->session != 0;
}

std::string JanusLink::why_down() const {
    const std::lock_guard lock(inside_->mutex);
    return inside_->why;
}

Result<std::int64_t> JanusLink::attach(const char* plugin) {
    const auto which = plugin != nullptr ? std::string(plugin) : inside_->plugin;
    BOOST_OUTCOME_TRY(const auto said, inside_->exchange({{"janus", "attach"}, {"plugin", which}}));
    const auto* data = said.if_contains("data");
    const auto handle = data != nullptr && data->is_object() ? number_in(data->as_object(), "id") : 0;
    if (handle == 0) return failed("no handle");
    return handle;
}

Result<json::object> JanusLink::ask(std::int64_t handle, json::object body, json::value jsep, std::int64_t taken) {
    json::object message{{"janus", "message"}, {"handle_id", handle}, {"body", std::move(body)}};
    if (!jsep.is_null()) message["jsep"] = std::move(jsep);
    return inside_->exchange(std::move(message), taken);
}

void JanusLink::trickle(std::int64_t handle, json::value candidates) {
    std::int64_t session = 0;
    {
        const std::lock_guard lock(inside_->mutex);
        session = inside_->session;
    }
    if (session == 0) return;
    const char* field = candidates.is_array() ? "candidates" : "candidate";
    json::object message{{"janus", "trickle"}, {"session_id", session}, {"handle_id", handle}};
    message[field] = std::move(candidates);
    inside_->post(std::move(message), "trickle");
}

void JanusLink::detach(std::int64_t handle) {
    std::int64_t session = 0;
    {
        const std::lock_guard lock(inside_->mutex);
        session = inside_->session;
    }
    if (session != 0) inside_->post({{"janus", "detach"}, {"session_id", session}, {"handle_id", handle}}, "detach");
}

}  // namespace anlan::janus
