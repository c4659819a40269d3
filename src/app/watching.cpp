#include "app/watching.hpp"

#include "cameras/live_feed.hpp"
#include "sensors/commands.hpp"

namespace anlan::app {

namespace {

Refusal not_open() {
    return refuse("media_down", "", "视频服务尚未启动", "the video service has not started yet");
}

}  // namespace

Watching::Watching(std::optional<janus::JanusSettings> janus, journal::Writer& writer, seal::Dice& dice)
    : janus_(std::move(janus)), writer_(writer), dice_(dice) {}

void Watching::start() {
    if (!janus_) return;
    hall_ = std::make_unique<janus::CameraHall>(
        *janus_,
        [](const std::string& address, std::int64_t port) -> std::unique_ptr<sensors::Feed> {
            return std::make_unique<cameras::LiveFeed>(address, port);
        },
        dice_
    );
}

void Watching::stop() {
    hall_.reset();
}

sensors::LiveCameras* Watching::cameras() {
    return janus_ ? this : nullptr;
}

sensors::NoteWhoLooks Watching::note() {
    return [this](
               const sensors::SensorId& camera, const PersonId& person, const std::string& meeting, bool live
           ) -> Result<void> {
        sensors::NoteLook look{camera, meeting, live};
        BOOST_OUTCOME_TRYV(writer_.execute(journal::wish(World::real(), person.text, std::move(look))));
        return done();
    };
}

Result<std::string> Watching::begin(
    const sensors::SensorId& camera, const std::string& address, const PersonId& person
) {
    if (!hall_) return not_open();
    return hall_->begin(camera, address, person);
}

Result<sensors::ViewingAnswer> Watching::signal(
    const sensors::SensorId& camera,
    const PersonId& person,
    const std::string& viewing,
    const sensors::ViewingSignal& signal
) {
    if (!hall_) return not_open();
    return hall_->signal(camera, person, viewing, signal);
}

}  // namespace anlan::app
