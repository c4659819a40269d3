#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>

#include "calls/ports.hpp"
#include "sip/account.hpp"
#include "sip/dialled.hpp"

namespace anlan::sip {

using Speak = std::function<Result<sound::Sound>(const std::string& words)>;  ///< 8 kHz; may take seconds

struct VoiceSettings {
    std::filesystem::path folder;  ///< of what was dialled
    Account account;
    Speak speak;
    TalkOrder manner{};                                       ///< times, rounds, key; the rest is set for each call
    std::chrono::milliseconds look{10'000}, patience{4'000};  ///< between questions to the gateway, for its answer
    std::chrono::milliseconds reopen{5'000};
    std::chrono::milliseconds queue_most{180'000};  ///< what waits longer for a line has failed
};

/// The calls that wait and those on the lines. Of one thread: what comes back on others is handed to it by `post`.
class Switchboard {
  public:
    using Post = std::function<void(std::function<void()>)>;
    Switchboard(const VoiceSettings& settings, const calls::CarrierNews& news, Post post, Post aside);
    ~Switchboard();

    /// First what is known of it: an earlier run of this program may have dialled it.
    void begin_with(const calls::Carry& carry);
    /// Opens the line, asks after the gateway, dials what can be dialled.
    void turn();
    calls::ChannelHealth health() const;
    /// Whether it is known by now if the gateway is there.
    bool settled() const { return awake() || gone(); }

  private:
    using SteadyTime = std::chrono::steady_clock::time_point;
    struct Waiting {
        std::string id, number;
        SteadyTime since{};
        std::shared_ptr<const sound::Sound> words;  ///< none yet: it is being spoken
    };
    void open();
    void look_after_gateway(SteadyTime now);
    void gateway_said(int status);
    bool awake() const;
    bool gone() const;
    void speak(const std::string& id, const std::string& words);
    void spoken(const std::string& id, const Result<std::shared_ptr<const sound::Sound>>& made);
    void give_up_waiting(SteadyTime now);
    void dial();
    void ring(const Waiting& one);
    void ended(const std::string& id, const Fate& fate);
    void tell(const std::string& id, const Fate& fate);

    const VoiceSettings& settings_;
    const calls::CarrierNews& news_;
    const Post post_, aside_;
    std::unique_ptr<Dialled> dialled_;
    std::deque<Waiting> queue_;
    std::map<std::string, std::string> lines_;                       ///< carrying, number
    std::map<std::string, std::weak_ptr<const sound::Sound>> said_;  ///< by words; of the thread aside
    std::shared_ptr<const sound::Sound> thanks_;
    SteadyTime next_open_{}, next_look_{};
    bool asking_ = false, gateway_known_ = false, registered_ = false;
    int missed_ = 0, gateway_status_ = 0;  ///< questions without an answer, in a row; of the last answer
    std::optional<int> registrar_status_;
    std::string fault_zh_, fault_en_;     ///< why there is no line
    std::unique_ptr<Endpoint> endpoint_;  ///< ends first
};

}  // namespace anlan::sip
