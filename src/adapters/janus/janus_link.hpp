#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/reflect.hpp"
#include "base/result.hpp"

namespace anlan::janus {

/// [node.janus]
struct JanusSettings {
    std::string socket;      ///< unix socket of Janus' WebSocket transport (ws_unix)
    std::string secret;      ///< api_secret of janus.jcfg; empty: none
    std::string recordings;  ///< folder that Janus writes recordings to; empty: nothing is recorded
    int cameras = 4;         ///< how many cameras are watched at once at most
};

constexpr const char* kVideoRoom = "janus.plugin.videoroom";
constexpr const char* kStreaming = "janus.plugin.streaming";

/// A session this node has with its Janus, over a unix socket, kept open for as long as Janus is there: when it dies
/// the link says so, and says so again when there is a new session.
class JanusLink {
  public:
    static constexpr std::int64_t kNoFault = 0;

    struct Ears {
        std::function<void(bool up)> changed;  ///< on the link's thread: must not ask
        /// What Janus says of itself about a handle; on the link's thread: must not ask.
        std::function<void(std::int64_t handle, const json::object& said)> event;
    };

    JanusLink(JanusSettings settings, Ears ears, std::string plugin = kVideoRoom);
    ~JanusLink();
    JanusLink(const JanusLink&) = delete;
    JanusLink& operator=(const JanusLink&) = delete;

    bool up() const;
    std::string why_down() const;

    /// A new handle of a plugin; of the link's own when none is named. Refuses `media_down`, `media_failed`.
    Result<std::int64_t> attach(const char* plugin = nullptr);
    /// One message to a handle, and what becomes of it: Janus' answer whole (plugindata, jsep). Waits at most five
    /// seconds. The plugin's fault `taken` (its error_code) is an answer like others. Refuses `media_down`,
    /// `media_failed` with the plugin's own words.
    Result<json::object> ask(
        std::int64_t handle, json::object body, json::value jsep = nullptr, std::int64_t taken = kNoFault
    );
    /// Candidates: nothing waits for them.
    void trickle(std::int64_t handle, json::value candidates);
    void detach(std::int64_t handle);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// The plugin's own part of an answer or an event.
json::object data_of(const json::object& said);

}  // namespace anlan::janus
