#include <algorithm>
#include <cmath>

#include "base/host_port.hpp"
#include "broadcast/commands.hpp"
#include "broadcast/patterns.hpp"
#include "broadcast/release.hpp"
#include "broadcast/rules.hpp"
#include "broadcast/words.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::broadcast {

namespace {

constexpr const char* kMonthlyTest = "monthly_test";
constexpr std::int64_t kDraftsSeen = 200;
constexpr std::int64_t kLongestName = 40, kLongestDevice = 64;

bool is_device(const std::string& address) {
    const bool plain = address.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") ==
                       std::string::npos;
    return plain && !address.empty() && static_cast<std::int64_t>(address.size()) <= kLongestDevice;
}

/// An extension, or an extension at a host.
bool is_extension(const std::string& address) {
    const auto at = address.find('@');
    if (at == std::string::npos) return is_device(address);
    const auto host = address.substr(at + 1);
    return is_device(address.substr(0, at)) && (is_host(host) || read_host_port(host));
}

/// A server's host and port, and a mount of it.
bool is_mount(const std::string& address) {
    const auto slash = address.find('/');
    if (slash == std::string::npos) return false;
    if (!read_host_port(address.substr(0, slash))) return false;
    const auto mount = address.substr(slash + 1);
    return is_device(mount) && mount.front() != '.';
}

Result<void> check_volume(std::int64_t volume, const std::string& field) {
    if (volume >= 0 && volume <= 100) return done();
    return refuse("volume_invalid", field, "音量应为 0 到 100", "the volume is 0 to 100");
}

Result<void> check_place(const TerminalSheet& sheet) {
    if (!sheet.lon && !sheet.lat) return done();
    const bool on_globe = sheet.lon && sheet.lat && std::isfinite(*sheet.lon) && std::isfinite(*sheet.lat) &&
                          std::abs(*sheet.lon) <= 180 && std::abs(*sheet.lat) <= 90 &&
                          (*sheet.lon != 0 || *sheet.lat != 0);
    if (on_globe) return done();
    return refuse("place_invalid", "sheet.lon", "经纬度不对，请核对", "this is no place; look at the figures again");
}

Result<void> check_address(const TerminalSheet& sheet, const TerminalId& itself, const Desk& desk) {
    if (sheet.kind == TerminalKind::rtp && !read_host_port(sheet.address))
        return refuse(
            "address_invalid",
            "sheet.address",
            "网络音柱的地址写作“主机:端口”，例如 10.1.2.3:5004",
            "write host and port, as in 10.1.2.3:5004"
        );
    if (sheet.kind == TerminalKind::horn && !is_device(sheet.address))
        return refuse(
            "address_invalid",
            "sheet.address",
            "号角填设备编号：字母、数字、点、横线，64 个以内",
            "give the horn's device id: letters, figures, dots and dashes, 64 at most"
        );
    if (sheet.kind == TerminalKind::sip && !is_extension(sheet.address))
        return refuse(
            "address_invalid",
            "sheet.address",
            "SIP 音柱填分机号，或“分机号@主机:端口”，例如 801@10.1.2.3",
            "give the extension, or extension and host, as in 801@10.1.2.3"
        );
    if (sheet.kind == TerminalKind::icecast && !is_mount(sheet.address))
        return refuse(
            "address_invalid",
            "sheet.address",
            "流媒体填“主机:端口/挂载点”，例如 10.1.2.3:8000/haibian.opus",
            "give host, port and mount, as in 10.1.2.3:8000/harbour.opus"
        );
    for (const auto& other : terminals(desk.views))
        if (other.id != itself && other.kind == sheet.kind && other.address == sheet.address)
            return refuse(
                "address_taken",
                "sheet.address",
                "这个地址已登记给“" + other.name + "”",
                "this address belongs to " + other.name
            );
    return done();
}

Result<void> check_sheet(const TerminalSheet& sheet, const TerminalId& itself, const Desk& desk) {
    if (sheet.name.empty()) return refuse("name_empty", "sheet.name", "请写喇叭名称", "give it a name");
    BOOST_OUTCOME_TRYV(check_words(sheet.name, "sheet.name", kLongestName));
    if (!desk.node.area.contains(sheet.area) || !organisation::area_facts(desk.views, sheet.area))
        return refuse("area_outside", "sheet.area", "请选择本辖区内的村（社区）", "choose a village of this station");
    BOOST_OUTCOME_TRYV(check_volume(sheet.volume, "sheet.volume"));
    BOOST_OUTCOME_TRYV(check_place(sheet));
    if (sheet.codec != TerminalCodec::g711 && sheet.kind != TerminalKind::rtp)
        return refuse(
            "codec_invalid", "sheet.codec", "只有网络音柱要选编码", "only a network column has a coding to choose"
        );
    return check_address(sheet, itself, desk);
}

journal::Event registered(const std::string& id, const TerminalSheet& sheet, const Desk& desk) {
    return journal::event(
        id,
        TerminalRegistered{
            sheet.name,
            sheet.area,
            sheet.kind,
            sheet.address,
            sheet.volume,
            sheet.drill_ok,
            sheet.lon,
            sheet.lat,
            desk.now + policy::seconds(desk.views, "broadcast.test_interval"),
            sheet.codec}
    );
}

/// The monthly test of all zones that are due, in one draft; nobody has written it, so two people are still to see it.
std::optional<journal::Event> test_drafted(const Desk& desk, const AreaCode& zone) {
    for (auto& each : broadcasts(desk.views, World::real(), kDraftsSeen)) {
        if (each.state != BroadcastState::draft || !each.node.text.empty() || !by_program(each)) continue;
        auto& zones = each.sheet.zones;
        if (std::find(zones.begin(), zones.end(), zone) != zones.end()) return std::nullopt;
        zones.push_back(zone);
        each.sheet.text = filled(*find_pattern(kMonthlyTest), each.sheet.zones, desk.views);
        return journal::event(each.id.text, BroadcastRevised{each.sheet, each.drafted_by, each.revision + 1});
    }
    const auto& pattern = *find_pattern(kMonthlyTest);
    BroadcastSheet sheet;
    sheet.purpose = pattern.purpose, sheet.severity = pattern.severity;
    sheet.title = pattern.title, sheet.pattern = pattern.id;
    sheet.siren = pattern.siren, sheet.repeats = pattern.repeats;
    sheet.zones = {zone};
    sheet.text = filled(pattern, sheet.zones, desk.views);
    return journal::event(desk.new_id(), BroadcastDrafted{sheet, PersonId{kProgram}});
}

}  // namespace

Result<Decision> decide(const RegisterTerminal& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRYV(check_sheet(wish.sheet, {}, desk));
    return journal::decided(registered(desk.new_id(), wish.sheet, desk));
}

Result<Decision> decide(const CorrectTerminal& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, own_terminal(desk, wish.terminal));
    BOOST_OUTCOME_TRYV(check_sheet(wish.sheet, found.id, desk));
    return journal::decided(registered(found.id.text, wish.sheet, desk));
}

Result<Decision> decide(const RetireTerminal& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    const auto found = find_terminal(desk.views, wish.terminal);
    if (found && found->retired_at) return Decision{{}, wish.terminal.text, {}};
    BOOST_OUTCOME_TRYV(own_terminal(desk, wish.terminal));
    if (wish.reason.empty())
        return refuse("reason_missing", "reason", "请写停用原因", "say why it is taken out of use");
    return journal::decided(journal::event(wish.terminal.text, TerminalRetired{wish.reason}));
}

Result<Decision> decide(const SetVolume& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, own_terminal(desk, wish.terminal));
    BOOST_OUTCOME_TRYV(check_volume(wish.volume, "volume"));
    if (found.volume == wish.volume) return Decision{{}, found.id.text, {}};
    return journal::decided(journal::event(found.id.text, VolumeSet{wish.volume}));
}

Result<Decision> decide(const HearTerminal& wish, const Desk& desk) {
    Decision decision;
    for (const auto& id : wish.terminals) {
        const auto found = own_terminal(desk, id);
        if (!found || found.value().hearing == Hearing::heard) continue;
        decision.events.push_back(journal::event(id.text, HeardAgain{found.value().name}));
    }
    return decision;
}

Result<Decision> decide(const MissTerminal& wish, const Desk& desk) {
    Decision decision;
    for (const auto& each : wish.terminals) {
        const auto found = own_terminal(desk, each.terminal);
        if (!found || found.value().hearing == Hearing::silent) continue;
        decision.events.push_back(journal::event(each.terminal.text, FellSilent{found.value().name, each.last_heard_at})
        );
    }
    return decision;
}

/// A zone whose last loudspeaker has gone has nothing to test.
Result<Decision> decide(const CheckTest& wish, const Desk& desk) {
    const auto tests = zone_tests(desk.views);
    const bool due = std::any_of(tests.begin(), tests.end(), [&](const ZoneTest& test) {
        return test.zone == wish.zone && test.due <= desk.now;
    });
    if (!due) return Decision{{}, wish.zone.text, {}};
    journal::Events events{journal::event(wish.zone.text, TestDue{organisation::area_name(desk.views, wish.zone)})};
    if (auto draft = test_drafted(desk, wish.zone)) events.push_back(std::move(*draft));
    return journal::decided(std::move(events), wish.zone.text);
}

}  // namespace anlan::broadcast
