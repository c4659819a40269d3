#include "app/drill_stage.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "app/drill_callouts.hpp"
#include "app/grant.hpp"
#include "response/commands.hpp"
#include "response/queries.hpp"
#include "warning/commands.hpp"

namespace anlan::app {

namespace {

void say(bool aloud, Instant at, const std::string& zh) {
    if (!aloud) return;
    fmt::print("{} {}\n", to_local(at).substr(0, 16), zh);
    std::fflush(stdout);
}

warning::Colour colour_of(const std::string& text) {
    return enum_from<warning::Colour>(text).value_or(warning::Colour::none);
}

/// The alert of a step, as the weather service would send it for an exercise.
warning::Alert alert_of(const DrillStep& step) {
    warning::AlertInfo info{
        .language = "zh-CN",
        .event = step.event,
        .event_code = {},
        .hazard = step.hazard,
        .colour = colour_of(step.colour),
        .urgency = "Expected",
        .severity = "Unknown",
        .certainty = "Likely",
        .effective = step.at,
        .onset = {},
        .expires = step.at + std::chrono::hours{step.expires_hours},
        .sender_name = step.sender,
        .headline = step.headline,
        .description = step.description,
        .instruction = step.instruction,
        .web = {},
        .contact = {},
        .areas = {}};
    warning::AlertArea area{.description = "泉州市（演练）", .polygons = {}, .circles = {}, .codes = {}};
    for (const auto& code : step.codes) area.codes.push_back(parse_area(code).value());
    info.areas.push_back(std::move(area));
    warning::Alert alert{
        .standard = "CAP 1.2",
        .identifier = "DRILL-" + step.id,
        .sender = "drill@anlan.invalid",
        .sent = step.at,
        .status = "Exercise",
        .msg_type = step.msg_type,
        .scope = "Public",
        .note = "演练",
        .references = {},
        .infos = {info},
        .original = {},
        .notes = {}};
    return alert;
}

}  // namespace

DrillStage::DrillStage(County& county, DrillScript script, const std::filesystem::path& folder)
    : county_(county), incidents_(county), supplies_(county), moving_(county), script_(std::move(script)) {
    if (!script_.typhoon) return;
    track_ = read_track(folder / script_.typhoon->track);
    std::erase_if(track_, [&](const TrackPoint& point) { return point.at > script_.ends; });
}

void DrillStage::begin() {
    auto& node = county_.node(script_.county);
    const auto id = warning::new_drill_id(node.writer().node(), node.writer().clock().now());
    world_ = World::drill(id);
    const auto started =
        node.writer().execute(journal::wish(world_, kDrill, warning::StartDrill{id, script_.title, script_.name}));
    if (!started) spdlog::error("the drill could not start: {}", started.error().en);
}

std::optional<Instant> DrillStage::next() const {
    std::optional<Instant> first;
    if (next_step_ < script_.steps.size()) first = script_.steps[next_step_].at;
    if (next_point_ < track_.size() && (!first || track_[next_point_].at < *first)) first = track_[next_point_].at;
    return first;
}

void DrillStage::perform(Instant now, bool aloud) {
    for (; next_point_ < track_.size() && track_[next_point_].at <= now; ++next_point_) position(track_[next_point_]);
    for (; next_step_ < script_.steps.size() && script_.steps[next_step_].at <= now; ++next_step_)
        perform_step(script_.steps[next_step_], aloud);
}

void DrillStage::perform_step(const DrillStep& step, bool aloud) {
    say(aloud, step.at, step.kind == "warning" ? step.headline : step.zh);
    if (step.kind == "warning")
        warn(step);
    else if (step.kind == "link")
        county_.switchboard().set_up(AreaCode{step.area}, step.up);
    else if (step.kind == "level")
        change_levels(step);
    else if (step.kind == "incident")
        incidents_.take(step, world_);
    else if (step.kind == "report")
        incidents_.report(step, world_);
    else if (step.kind == "callout")
        call_out(county_.node(AreaCode{step.area}), step, world_);
    else if (step.kind == "supplies")
        supplies_.act(step, world_);
    else if (step.kind == "people")
        moving_.act(step, world_);
    else if (step.kind == "close")
        close_responses(step);
}

void DrillStage::warn(const DrillStep& step) {
    auto& node = county_.node(script_.county);
    auto alert = alert_of(step);
    for (const auto& reference : step.references)
        for (const auto& earlier : script_.steps)
            if (earlier.id == reference)
                alert.references.push_back({"drill@anlan.invalid", "DRILL-" + earlier.id, earlier.at});
    // Through the writer and the reader of XML, as every other warning: nothing reaches the room by a side door.
    const auto xml = node.alert_writer().write(alert);
    if (!xml) return spdlog::error("the drill's warning {} could not be written: {}", step.id, xml.error().en);
    auto reading = node.alert_reader().read(xml.value());
    warning::ReceiveWarnings wish{
        .alerts = std::move(reading.alerts),
        .source = "feed",
        .via = {},
        .drill = world_.text(),
        .verdict = to_text(reading.verdict)};
    const auto received = node.writer().execute(warning::receive(node.area_matcher(), kDrill, std::move(wish)));
    if (!received) spdlog::error("the drill's warning {} was refused: {}", step.id, received.error().en);
}

void DrillStage::position(const TrackPoint& point) {
    auto& node = county_.node(script_.county);
    std::map<std::string, std::vector<double>> radii;
    for (const auto& [force, list] : {std::pair{"7", point.r7}, std::pair{"10", point.r10}, std::pair{"12", point.r12}})
        if (list.size() == 4) radii.emplace(force, list);
    warning::PositionTyphoon wish{
        .number = script_.typhoon->number,
        .name = script_.typhoon->name,
        .name_en = script_.typhoon->name_en,
        .at = point.at,
        .lon = point.lon,
        .lat = point.lat,
        .wind_ms = point.wind_ms,
        .pressure_hpa = point.pressure_hpa,
        .grade = point.grade,
        .agency = point.agency,
        .radii_km = std::move(radii),
        .forecast = {},
        .landfall_expected = {}};
    for (std::size_t i = next_point_ + 1; i < track_.size() && wish.forecast.size() < 6; ++i)
        wish.forecast.push_back({track_[i].at, track_[i].lon, track_[i].lat, track_[i].wind_ms});
    for (const auto& step : script_.steps)
        if (step.kind == "landfall" && step.at > point.at) wish.landfall_expected = step.at;
    const auto placed = node.writer().execute(journal::wish(world_, kDrill, std::move(wish)));
    if (!placed) spdlog::warn("a position of the drill was refused: {}", placed.error().en);
}

void DrillStage::change_levels(const DrillStep& step) {
    for (auto& node : county_.nodes()) {
        std::vector<response::ResponseFacts> open;
        node->read([&](store::Rows& rows) { open = response::open_responses(rows, world_); });
        for (const auto& one : open) {
            if (one.hazard != step.hazard || one.state != response::ResponseState::active) continue;
            const auto changed = node->writer().execute(
                journal::wish(world_, "drill:duty_leader", response::ChangeLevel{one.id, step.level, step.reason})
            );
            if (!changed) spdlog::debug("{}: {}", node->settings().facts.name, changed.error().en);
        }
    }
}

void DrillStage::close_responses(const DrillStep& step) {
    for (auto& node : county_.nodes()) {
        std::vector<response::ResponseFacts> open;
        node->read([&](store::Rows& rows) { open = response::open_responses(rows, world_); });
        for (const auto& one : open)
            if (one.hazard == step.hazard && one.state == response::ResponseState::active)
                node->writer().submit(
                    journal::wish(world_, "drill:duty_leader", response::CloseResponse{one.id, step.reason}),
                    [](const Result<journal::Outcome>&) {}
                );
    }
}

void DrillStage::end() {
    auto& node = county_.node(script_.county);
    node.writer().submit(
        journal::wish(world_, kDrill, warning::EndDrill{DrillId{world_.text()}, "演练结束"}),
        [](const Result<journal::Outcome>&) {}
    );
}

}  // namespace anlan::app
