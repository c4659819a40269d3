#include <algorithm>
#include <sstream>

#include "broadcast/answers.hpp"
#include "broadcast/commands.hpp"
#include "broadcast/room.hpp"

namespace anlan::broadcast {

namespace {

using http::Call;
using http::Method;
using http::Page;

constexpr const char* kBroadcasts = "/api/v1/broadcasts";
constexpr const char* kTerminals = "/api/v1/terminals";
constexpr const char* kView = "desk.view";
constexpr const char* kDraft = "broadcast.draft";
constexpr const char* kRelease = "broadcast.release";
constexpr const char* kKeep = "broadcast.keep";

bool seen_by(const http::Caller& caller, const BroadcastFacts& broadcast) {
    return std::any_of(broadcast.sheet.zones.begin(), broadcast.sheet.zones.end(), [&](const AreaCode& zone) {
        return zone.overlaps(caller.area);
    });
}

Result<BroadcastFacts> asked(const Call& call, store::Rows& rows) {
    const BroadcastId id{call.path("broadcast")};
    auto found = find_broadcast(rows, id);
    if (const auto below = taken_below(rows, id); !found && !below.empty()) found = below.front();
    if (!found || !seen_by(call.caller, *found))
        return refuse("broadcast_unknown", "broadcast", "没有这条广播", "there is no such broadcast");
    return std::move(*found);
}

Result<Page<BroadcastAnswer>> list(const Call& call, store::Rows& rows) {
    Page<BroadcastAnswer> page;
    for (const auto& each : broadcasts(rows, call.scope(), call.limit(50, 500)))
        if (seen_by(call.caller, each)) page.items.push_back(answer_of(each, rows, call.caller.person));
    return page;
}

Result<BroadcastDetail> one(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto found, asked(call, rows));
    return detail_of(found, rows, call.caller.person);
}

/// With `zones` (codes with commas between) the names of these stand in the text already.
Result<Page<Pattern>> patterns(const Call& call, store::Rows& rows) {
    std::vector<AreaCode> zones;
    std::istringstream codes(call.query("zones"));
    for (std::string code; std::getline(codes, code, ',');) {
        BOOST_OUTCOME_TRY(auto zone, parse_area(code));
        zones.push_back(std::move(zone));
    }
    Page<Pattern> page{all_patterns(), {}};
    if (!zones.empty())
        for (auto& each : page.items) each.text = filled(each, zones, rows);
    return page;
}

Result<http::Answer> speech(const Call& call, store::Rows& rows, const Speech* voice) {
    BOOST_OUTCOME_TRY(const auto found, asked(call, rows));
    if (voice == nullptr)
        return refuse(
            "speech_missing",
            "",
            "本机没有语音合成，请安装 Debian 软件包 espeak-ng；文稿仍可播发给自带语音的号角",
            "nothing on this machine can speak; install the Debian package espeak-ng"
        );
    BOOST_OUTCOME_TRY(auto bytes, voice->wav(spoken(found)));
    http::Answer answer;
    answer.body = std::move(bytes);
    answer.content_type = "audio/wav";
    return answer;
}

struct WarningNamed {
    BroadcastId broadcast;
    std::int64_t revision = 0;
    std::string warning;
};
BOOST_DESCRIBE_STRUCT(WarningNamed, (), (broadcast, revision, warning))

/// Needs no right to release: the warning named has it. Without one this is no way around the second person.
Result<journal::Wish> release_by_warning(const Call& call, store::Rows&) {
    BOOST_OUTCOME_TRY(auto body, http::Endpoints::body_of<WarningNamed>(call));
    if (body.warning.empty())
        return refuse("warning_not_in_force", "warning", "请选择所依据的红色预警", "name the red warning");
    return journal::wish(
        call.scope(), call.caller.person.text, ReleaseBroadcast{body.broadcast, body.revision, body.warning}
    );
}

void add_terminals(http::Endpoints& table, const Heartbeats* heartbeats) {
    const std::string one_terminal = std::string(kTerminals) + "/{terminal}";
    table.list<TerminalAnswer>(
        kTerminals,
        kView,
        "应急广播终端",
        "loudspeakers",
        [heartbeats](const Call& call, store::Rows& rows) -> Result<Page<TerminalAnswer>> {
            Page<TerminalAnswer> page;
            for (const auto& each : all_terminals(rows))
                if (call.caller.area.overlaps(each.area)) page.items.push_back(answer_of(each, rows, heartbeats));
            return page;
        }
    );
    table.command<RegisterTerminal>(Method::post, kTerminals, kKeep, "登记终端", "register a loudspeaker").creates =
        true;
    table.command<CorrectTerminal>(Method::post, one_terminal, kKeep, "修改终端", "correct a loudspeaker");
    table.command<RetireTerminal>(Method::post, one_terminal + "/retire", kKeep, "停用终端", "take it out of use");
    table.command<SetVolume>(Method::post, one_terminal + "/volume", kKeep, "设置音量", "set its volume");
}

void add_commands(http::Endpoints& table) {
    const std::string it = std::string(kBroadcasts) + "/{broadcast}";
    table.command<DraftBroadcast>(Method::post, kBroadcasts, kDraft, "起草广播", "write a broadcast").creates = true;
    table.command<ReviseDraft>(Method::post, it, kDraft, "修改文稿", "change the draft");
    table.command<ReleaseBroadcast>(Method::post, it + "/release", kRelease, "审核播发", "release it, as second person");
    table.command<RefuseBroadcast>(Method::post, it + "/refuse", kRelease, "退回", "refuse it, as second person");
    table.command<StopBroadcast>(Method::post, it + "/stop", kDraft, "立即停止", "stop it at once");
    auto& alone = table.add(
        Method::post, it + "/release-by-warning", kDraft, "凭红色预警播发", "release it in the name of a red warning"
    );
    alone.takes = schema_of<WarningNamed>();
    alone.answers<http::Written>().asks({"drill"});
    alone.write = &release_by_warning;
}

}  // namespace

void add_endpoints(http::Endpoints& table, Ports ports) {
    const std::string it = std::string(kBroadcasts) + "/{broadcast}";
    table.list<BroadcastAnswer>(kBroadcasts, kView, "应急广播", "broadcasts", &list).asks({"drill", http::asked_limit()});
    table.list<Pattern>(std::string(kBroadcasts) + "/templates", kView, "播发模板", "templates", &patterns)
        .asks({"zones"});
    table
        .get<BroadcastDesk>(
            std::string(kBroadcasts) + "/desk",
            kView,
            "广播台",
            "limits, warnings that authorise, tests",
            [speaks = ports.speech != nullptr](const Call& call, store::Rows& rows) -> Result<BroadcastDesk> {
                return desk_of(rows, call.node.area, call.scope(), call.now, speaks);
            }
        )
        .asks({"drill"});
    table.get<BroadcastDetail>(it, kView, "一条广播", "one broadcast", &one);
    auto& hear = table.add(Method::get, it + "/speech.wav", kView, "试听", "hear it as it will be spoken");
    hear.gives = {{"type", "string"}, {"contentMediaType", "audio/wav"}};
    hear.read = [voice = ports.speech](const Call& call, store::Rows& rows) { return speech(call, rows, voice); };
    add_commands(table);
    add_terminals(table, ports.heartbeats);
}

}  // namespace anlan::broadcast
