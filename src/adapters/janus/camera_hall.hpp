#pragma once

#include <memory>

#include "janus/janus_link.hpp"
#include "seal/seal.hpp"
#include "sensors/ports.hpp"

namespace anlan::janus {

/// Live pictures of cameras over Janus' Streaming plugin. A camera that somebody watches has a mountpoint of its own,
/// with a number, a PIN and a secret thrown for it, and a feed that sends to it; both are gone a moment after nobody
/// watches it.
class CameraHall final : public sensors::LiveCameras {
  public:
    static constexpr std::chrono::seconds kLinger{
        3};  ///< so long a picture stays that nobody watches: a page is reloaded

    CameraHall(JanusSettings settings, sensors::StartFeed start, seal::Dice& dice);
    ~CameraHall() override;

    Result<std::string> begin(const sensors::SensorId& camera, const std::string& address, const PersonId& person)
        override;
    Result<sensors::ViewingAnswer> signal(
        const sensors::SensorId& camera,
        const PersonId& person,
        const std::string& viewing,
        const sensors::ViewingSignal& signal
    ) override;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::janus
