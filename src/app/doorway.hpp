#pragma once

#include <memory>

#include "app/terminals.hpp"
#include "janus/video_hall.hpp"
#include "meetings/ports.hpp"

namespace anlan::app {

/// Stands in the endpoint table from the start; the hall behind it opens with the node.
struct Doorway final : meetings::Hall {
    meetings::Media media() const override { return hall ? hall->media() : meetings::Media::down; }
    Result<std::string> take_seat(const meetings::MeetingId& meeting, const PersonId& person) override {
        if (!hall) return closed();
        return hall->take_seat(meeting, person);
    }
    Result<meetings::SignalAnswer> signal(
        const meetings::MeetingId& meeting,
        const PersonId& person,
        const std::string& seat,
        const meetings::Signal& signal
    ) override {
        if (!hall) return closed();
        return hall->signal(meeting, person, seat, signal);
    }
    std::vector<std::string> recordings(const meetings::MeetingId& meeting) const override {
        return hall ? hall->recordings(meeting) : std::vector<std::string>();
    }
    std::string film(const meetings::MeetingId& meeting, const std::string& digest) const override {
        return hall ? hall->film(meeting, digest) : std::string();
    }
    meetings::TerminalLine terminal_line() const override {
        return terminals   ? terminals->line()
               : with_line ? meetings::TerminalLine::down
                           : meetings::TerminalLine::missing;
    }
    std::string terminal_address() const override { return terminals ? terminals->address() : std::string(); }
    static Refusal closed() {
        return refuse("media_down", "", "视频服务尚未启动", "the video service has not started yet");
    }
    std::unique_ptr<janus::VideoHall> hall;
    std::unique_ptr<Terminals> terminals;
    bool with_line = false;
};

}  // namespace anlan::app
