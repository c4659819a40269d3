#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "warning/ports.hpp"

/// For tests of this room and the one above: alerts by hand, and ports that need no XML and no map.
namespace anlan::warning::test {

/// Matches by area code alone.
class CodeMatcher final : public AreaMatcher {
  public:
    bool touches(const std::vector<AlertArea>& areas, const AreaCode& place) const override {
        const auto overlaps = [&](const AreaCode& code) { return code.overlaps(place); };
        return std::any_of(areas.begin(), areas.end(), [&](const AlertArea& area) {
            return std::any_of(area.codes.begin(), area.codes.end(), overlaps);
        });
    }
};

class PlainWriter final : public AlertWriter {
  public:
    Result<std::string> write(const Alert& alert) const override { return "<alert>" + alert.identifier + "</alert>"; }
};

inline const CodeMatcher& matcher() {
    static const CodeMatcher one;
    return one;
}

inline const PlainWriter& writer() {
    static const PlainWriter one;
    return one;
}

inline Instant at(const char* text) {
    return parse_time(text).value();
}

/// A typhoon signal of the prefecture's weather station, in force for twelve hours.
inline Alert signal(std::string identifier, Colour colour, Instant sent, std::string hazard = "typhoon") {
    Alert alert;
    alert.standard = "CAP 1.2";
    alert.identifier = std::move(identifier);
    alert.sender = "qz-weather@example.invalid";
    alert.sent = sent;
    alert.status = "Actual";
    alert.msg_type = "Alert";
    alert.scope = "Public";
    alert.original = "<alert/>";
    AlertInfo info;
    info.language = "zh-CN";
    info.hazard = std::move(hazard);
    info.event = info.hazard == "typhoon" ? "台风" : "暴雨";
    info.colour = colour;
    info.headline = "测试气象台发布" + info.event + "预警信号";
    info.description = "测试用预警";
    info.instruction = "做好防范";
    info.sender_name = "测试气象台";
    info.expires = sent + std::chrono::hours{12};
    info.areas.push_back({"泉州市", {}, {}, {AreaCode{"350500000000"}}});
    alert.infos.push_back(std::move(info));
    return alert;
}

inline AlertReference reference_to(const Alert& alert) {
    return {alert.sender, alert.identifier, alert.sent};
}

inline Alert update(std::string identifier, Colour colour, Instant sent, const std::vector<Alert>& earlier) {
    auto alert = signal(std::move(identifier), colour, sent, earlier.front().infos.front().hazard);
    alert.msg_type = "Update";
    alert.status = earlier.front().status;
    for (const auto& each : earlier) alert.references.push_back(reference_to(each));
    return alert;
}

inline Alert cancel(std::string identifier, Instant sent, const std::vector<Alert>& earlier) {
    auto alert = update(std::move(identifier), Colour::none, sent, earlier);
    alert.msg_type = "Cancel";
    return alert;
}

inline Alert exercise(Alert alert) {
    alert.status = "Exercise";
    return alert;
}

}  // namespace anlan::warning::test
