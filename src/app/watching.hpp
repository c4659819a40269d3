#pragma once

#include <memory>
#include <optional>

#include "janus/camera_hall.hpp"
#include "journal/writer.hpp"

namespace anlan::app {

/// Live pictures of cameras: brings together FFmpeg, which fetches them, and Janus, which shows them. Stands in the
/// endpoint table from the start; closed before the node's start it refuses. Who looks is written before anything is
/// shown.
class Watching final : public sensors::LiveCameras {
  public:
    Watching(std::optional<janus::JanusSettings> janus, journal::Writer& writer, seal::Dice& dice);
    void start();
    void stop();

    /// None: this node has no Janus.
    sensors::LiveCameras* cameras();
    sensors::NoteWhoLooks note();

    Result<std::string> begin(const sensors::SensorId& camera, const std::string& address, const PersonId& person)
        override;
    Result<sensors::ViewingAnswer> signal(
        const sensors::SensorId& camera,
        const PersonId& person,
        const std::string& viewing,
        const sensors::ViewingSignal& signal
    ) override;

  private:
    std::optional<janus::JanusSettings> janus_;
    journal::Writer& writer_;
    seal::Dice& dice_;
    std::unique_ptr<janus::CameraHall> hall_;
};

}  // namespace anlan::app
