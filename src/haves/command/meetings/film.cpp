#include <fmt/format.h>

#include "meetings/answers.hpp"

namespace anlan::meetings {

namespace {

struct FilmWords {
    std::string_view fault, zh, en;
};
constexpr FilmWords kFilmFaults[] = {
    {"tool_missing",
     "录像未能转换：本机缺少 janus-tools 或 ffmpeg。请安装后重启本站程序，转换会自动再做；原始录制仍在。",
     "The recording was not converted: janus-tools or ffmpeg is missing here. Install them and restart the station's "
     "program, which tries again; what was recorded is still there."},
    {"nothing_recorded",
     "没有录到声音和画面：录制期间无人发言或未接通。",
     "Neither voices nor pictures were recorded: nobody was connected while it ran."},
    {"no_folder",
     "没有录像：本站未配置录制文件夹。请在配置的 [node.janus] 中填写 recordings，再重启本站程序。",
     "There is no recording: no folder is set for it. Fill in `recordings` of [node.janus] and restart the station's "
     "program."},
    {"unreadable",
     "录像未能转换：录制文件无法读取。原始录制仍在录制文件夹中，请联系维护人员。",
     "The recording was not converted: what was recorded cannot be read. It is still in its folder; ask who maintains "
     "the "
     "station."},
    {"no_room",
     "录像未能转换：录制文件夹所在磁盘已满或不可写。请清理后重启本站程序，转换会自动再做。",
     "The recording was not converted: the disk of its folder is full or cannot be written. Make room and restart the "
     "station's program, which tries again."}};

}  // namespace

std::optional<FilmAnswer> film_of(const MeetingFacts& meeting) {
    if (!meeting.ever_recorded || !meeting.closed_at) return std::nullopt;
    if (!meeting.film.empty()) {
        FilmAnswer ready{FilmState::ready, meeting.film, meeting.film_bytes, meeting.film_seconds, "", ""};
        if (meeting.film_lost > 0) {
            ready.zh = fmt::format("有 {} 段录制无法读取，录像中缺这几段。", meeting.film_lost);
            ready.en = fmt::format("{} pieces could not be read and are missing from it.", meeting.film_lost);
        }
        return ready;
    }
    for (const auto& each : kFilmFaults)
        if (each.fault == meeting.film_fault)
            return FilmAnswer{FilmState::failed, "", 0, 0, std::string(each.zh), std::string(each.en)};
    return FilmAnswer{
        FilmState::coming,
        "",
        0,
        0,
        "录像正在转换，完成后可在这里下载。",
        "The recording is being converted and can be had here then."};
}

}  // namespace anlan::meetings
