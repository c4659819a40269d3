#include "mqtt/listener.hpp"

#include <mosquitto.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace anlan::mqtt {

namespace {

constexpr int kKeepAlive_seconds = 30;
constexpr int kLoop_ms = 200;
constexpr std::chrono::seconds kComeBack{1}, kComeBackMax{30};
constexpr int kQuality = 1;
constexpr unsigned kInflight = 500;  ///< published and not yet answered by the broker

/// The library wants one call before the first and none after the last of its users.
void begin_library() {
    static const int begun = mosquitto_lib_init();
    if (begun != MOSQ_ERR_SUCCESS) throw std::runtime_error("libmosquitto does not start");
}

const char* text_or_null(const std::string& text) {
    return text.empty() ? nullptr : text.c_str();
}

}  // namespace

struct Listener::Inside {
    Inside(ListenerSettings given, Heard on_heard) : settings(std::move(given)), heard(std::move(on_heard)) {
        begin_library();
        client = mosquitto_new(text_or_null(settings.client), settings.client.empty(), this);
        if (client == nullptr) throw std::runtime_error("libmosquitto makes no client");
        mosquitto_threaded_set(client, true);  // publish() comes from any thread
        mosquitto_max_inflight_messages_set(client, kInflight);
        mosquitto_connect_callback_set(client, [](mosquitto*, void* self, int code) {
            static_cast<Inside*>(self)->on_connect(code);
        });
        mosquitto_subscribe_callback_set(client, [](mosquitto*, void* self, int, int, const int*) {
            static_cast<Inside*>(self)->on_subscribed();
        });
        mosquitto_message_callback_set(client, [](mosquitto*, void* self, const mosquitto_message* message) {
            static_cast<Inside*>(self)->on_message(*message);
        });
        if (!settings.user.empty())
            mosquitto_username_pw_set(client, settings.user.c_str(), text_or_null(settings.password));
        if (!settings.authority_file.empty())
            mosquitto_tls_set(client, settings.authority_file.c_str(), nullptr, nullptr, nullptr, nullptr);
        thread = std::thread([this] { run(); });
    }

    ~Inside() {
        {
            std::lock_guard lock(mutex);
            stopping = true;
        }
        wake.notify_all();
        thread.join();
        mosquitto_destroy(client);
    }

    /// The library's own thread waits for ever when the broker is not there at the first try; so this is ours.
    void run() {
        auto pause = kComeBack;
        while (!stopping) {
            auto code = mosquitto_connect(client, settings.host.c_str(), settings.port, kKeepAlive_seconds);
            if (code != MOSQ_ERR_SUCCESS) say(false, mosquitto_strerror(code));
            while (code == MOSQ_ERR_SUCCESS && !stopping) {
                code = mosquitto_loop(client, kLoop_ms, 1);
                if (connected) pause = kComeBack;
            }
            if (code != MOSQ_ERR_SUCCESS) say(false, mosquitto_strerror(code));
            std::unique_lock lock(mutex);
            wake.wait_for(lock, pause, [this] { return stopping || hurried; });
            pause = hurried ? kComeBack : std::min(pause * 2, kComeBackMax);
            hurried = false;
        }
        mosquitto_disconnect(client);
    }

    bool reach(std::chrono::milliseconds patience) {
        std::unique_lock lock(mutex);
        hurried = !connected;
        wake.notify_all();
        return wake.wait_for(lock, patience, [this] { return connected.load(); });
    }

    void on_connect(int code) {
        if (code != 0) return say(false, mosquitto_connack_string(code));
        unanswered = settings.topics.size();
        if (unanswered == 0) say(true, "");
        for (const auto& topic : settings.topics) mosquitto_subscribe(client, nullptr, topic.c_str(), kQuality);
    }

    /// Connected is who hears: what is said before the broker has every subscription is said to nobody.
    void on_subscribed() {
        if (unanswered > 0 && --unanswered == 0) say(true, "");
    }

    /// What a handler throws must not reach the library's C code.
    void on_message(const mosquitto_message& message) {
        ++messages;
        try {
            heard(
                message.topic, {static_cast<const char*>(message.payload), static_cast<std::size_t>(message.payloadlen)}
            );
        } catch (const std::exception& fault) {
            spdlog::error("mqtt: a message on {} was not taken: {}", message.topic, fault.what());
        }
    }

    void say(bool is_connected, std::string why) {
        std::lock_guard lock(mutex);
        if (connected != is_connected || why != note)
            spdlog::info("mqtt: {}:{} {}", settings.host, settings.port, is_connected ? "connected" : why);
        connected = is_connected;
        note = std::move(why);
        wake.notify_all();
    }

    ListenerSettings settings;
    Heard heard;
    mosquitto* client = nullptr;
    std::size_t unanswered = 0;  ///< subscriptions; of the loop's thread
    std::atomic<std::uint64_t> messages{0};
    std::atomic<bool> stopping{false}, connected{false};
    mutable std::mutex mutex;  ///< of note and hurried
    bool hurried = false;      ///< somebody waits for the broker
    std::condition_variable wake;
    std::string note = "not reached yet";
    std::thread thread;
};

Listener::Listener(ListenerSettings settings, Heard heard)
    : inside_(std::make_unique<Inside>(std::move(settings), std::move(heard))) {}

Listener::~Listener() = default;

bool Listener::reach(std::chrono::milliseconds patience) {
    return inside_->reach(patience);
}

bool Listener::publish(const std::string& topic, std::string_view payload, bool retained) {
    if (!inside_->connected) return false;
    const auto size = static_cast<int>(payload.size());
    const auto code =
        mosquitto_publish(inside_->client, nullptr, topic.c_str(), size, payload.data(), kQuality, retained);
    return code == MOSQ_ERR_SUCCESS;
}

ListenerState Listener::state() const {
    std::lock_guard lock(inside_->mutex);
    return {inside_->connected.load(), inside_->note, inside_->messages.load()};
}

}  // namespace anlan::mqtt
