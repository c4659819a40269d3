#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/station_media.hpp"
#include "janus/janus_link.hpp"
#include "journal/writer.hpp"
#include "live/hub.hpp"
#include "meetings/ports.hpp"
#include "sip/account.hpp"

namespace anlan::app {

/// Meetings by video (R8): brings the room `meetings`, the hall that speaks to Janus, and the browsers together. Who
/// came and who left goes back as commands; that the stage has changed is told over the live line. Holds no truth.
class Conferring {
  public:
    using Read = std::function<void(const std::function<void(store::Rows&)>&)>;

    Conferring(
        std::optional<janus::JanusSettings> janus,
        std::optional<sip::Account> sip,
        std::string station_secret,
        journal::Writer& writer,
        live::Hub& hub,
        seal::Dice& dice,
        Read read
    );
    ~Conferring();
    Conferring(const Conferring&) = delete;
    Conferring& operator=(const Conferring&) = delete;

    /// Before the start: how this station speaks with those above and below it of meetings that span levels.
    struct Neighbours {
        AreaCode here;
        std::string name;
        std::optional<AreaCode> parent;
        MediaSettings media;
        std::function<void(const AreaCode&, std::string)> say;
        std::function<std::string(const AreaCode&)> pair_key;
    };
    void join(Neighbours neighbours);
    /// A neighbour's word; any thread.
    void hear(const AreaCode& from, std::string text);
    /// From now on people can meet.
    void start();
    void stop();
    void follow(const std::vector<journal::Entry>& entries);
    /// None: this node has no Janus. Lives as long as this; closed before the start it refuses.
    meetings::Hall* hall();

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::app
