#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "loudspeakers/horn_words.hpp"
#include "mqtt/listener.hpp"
#include "seal/seal.hpp"
#include "sound/sound.hpp"

namespace anlan::app {

/// A horn: listens to its station over a broker, checks signature, number and time, and answers.
class TestHorn {
  public:
    TestHorn(std::uint16_t broker, std::string station, std::string station_pem, std::string id)
        : topics_{station}, station_(std::move(station)), pem_(std::move(station_pem)), id_(std::move(id)) {
        listener_ = std::make_unique<mqtt::Listener>(
            mqtt::ListenerSettings{
                "127.0.0.1", broker, "", "", "", "test-" + id_, {topics_.play(id_), "anlan/" + station_ + "/sounds/#"}},
            [this](std::string_view topic, std::string_view message) { hear(topic, message); }
        );
    }
    bool ready() {
        for (int i = 0; i < 1'000 && !listener_->state().connected; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        return listener_->state().connected;
    }
    void beat() { listener_->publish(topics_.alive(id_), "{}"); }
    void answer(std::int64_t number, const std::string& outcome, std::int64_t seconds) {
        listener_->publish(
            topics_.answer(id_),
            R"({"number":)" + std::to_string(number) + R"(,"outcome":")" + outcome + R"(","seconds":)" +
                std::to_string(seconds) + R"(,"note":""})"
        );
    }
    /// Waits until so many messages have been judged; "play 1", "stop 2" or the code of the refusal each.
    std::vector<std::string> judged(std::size_t count) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, std::chrono::seconds{10}, [&] { return judged_.size() >= count; });
        return judged_;
    }
    loudspeakers::HornCommand latest() {
        std::lock_guard lock(mutex_);
        return latest_;
    }
    /// As the station published it.
    std::string message() {
        std::lock_guard lock(mutex_);
        return message_;
    }
    /// What the latest command to play is about; waits for it.
    Result<sound::Sound> sound() {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, std::chrono::seconds{10}, [&] { return sounds_.contains(latest_.sound); });
        return sound::read_wav(sounds_[latest_.sound]);
    }

  private:
    void hear(std::string_view topic, std::string_view message) {
        const std::lock_guard lock(mutex_);
        if (topic != topics_.play(id_)) {
            if (!message.empty()) sounds_[std::string(topic.substr(topic.rfind('/') + 1))] = message;
        } else {
            const auto now = std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
            const auto command = loudspeakers::judged_command(message, pem_, station_, id_, number_, now);
            if (command) {
                number_ = command.value().number;
                if (command.value().act == loudspeakers::HornDo::play) latest_ = command.value();
                message_ = message;
            }
            const auto* act = command && command.value().act == loudspeakers::HornDo::play ? "play" : "stop";
            judged_.push_back(command ? act : command.error().code);
        }
        changed_.notify_all();
    }

    loudspeakers::HornTopics topics_;
    std::string station_, pem_, id_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::int64_t number_ = 0;
    std::vector<std::string> judged_;
    loudspeakers::HornCommand latest_;
    std::string message_;
    std::map<std::string, std::string> sounds_;
    std::unique_ptr<mqtt::Listener> listener_;
};

}  // namespace anlan::app
