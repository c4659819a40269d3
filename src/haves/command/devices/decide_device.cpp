#include "devices/commands.hpp"
#include "devices/project.hpp"
#include "devices/rules.hpp"
#include "organisation/queries.hpp"

namespace anlan::devices {

namespace {

Result<void> judge_sheet(const DeviceSheet& sheet, const DeviceId& self, const Desk& desk) {
    if (sheet.name.empty() || sheet.name.size() > kLongestName_bytes)
        return refuse(
            "name_missing", "sheet.name", "请填写名称（40 字以内）", "give it a name of at most 40 characters"
        );
    if (sheet.number.empty() || sheet.number.size() > kLongestName_bytes)
        return refuse(
            "number_missing",
            "sheet.number",
            "请填写号码或出厂编号；没有的写自编号",
            "enter its number or serial; if it has none, give it one of your own"
        );
    if (!desk.node.area.contains(sheet.area))
        return refuse("area_outside", "sheet.area", "请选择本辖区内的区划", "choose an area of this station");
    if (sheet.place.empty() || sheet.place.size() > kLongestName_bytes)
        return refuse(
            "place_missing",
            "sheet.place",
            "请写明放在哪里（40 字以内）",
            "say where it is kept, in at most 40 characters"
        );
    const auto taken = desk.views.value<std::string>(
        "SELECT name FROM device WHERE kind = :k AND number = :n AND retired_at IS NULL AND id <> :i",
        sheet.kind,
        sheet.number,
        self
    );
    if (taken)
        return refuse(
            "number_taken",
            "sheet.number",
            "这个号码已登记为“" + *taken + "”，请核对或修改那一台",
            "this number is registered as \"" + *taken + "\"; check it, or correct that one"
        );
    return done();
}

Result<void> judge_keeper(const PersonId& keeper, const Desk& desk) {
    if (organisation::person_exists(desk.views, keeper)) return done();
    return refuse(
        "keeper_unknown",
        "keeper",
        "请选择保管人；名册里没有的先到“组织”登记",
        "choose a keeper; whoever is missing is first entered under People"
    );
}

}  // namespace

Result<Decision> decide(const RegisterDevice& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRYV(judge_sheet(wish.sheet, {}, desk));
    BOOST_OUTCOME_TRYV(judge_keeper(wish.keeper, desk));
    const auto id = desk.new_id();
    Decision decision;
    decision.subject = id;
    decision.events.push_back(journal::event(id, DeviceRegistered{wish.sheet, wish.keeper}));
    if (!next_daily_round(desk.views))
        decision.events.push_back(journal::event(kDaily, DailyRoundSet{next_daily(desk.views, desk.now)}));
    return decision;
}

Result<Decision> decide(const CorrectDevice& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto device, own_device(wish.device, desk));
    BOOST_OUTCOME_TRYV(judge_sheet(wish.sheet, device.id, desk));
    const DeviceSheet known{device.kind, device.name, device.number, device.area, device.place, device.in_rounds};
    if (wish.sheet == known) return Decision{{}, device.id.text, {}};
    return journal::decided(journal::event(device.id.text, DeviceCorrected{wish.sheet}));
}

Result<Decision> decide(const HandOverDevice& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto device, own_device(wish.device, desk));
    BOOST_OUTCOME_TRYV(judge_keeper(wish.keeper, desk));
    BOOST_OUTCOME_TRYV(check_words(wish.note, "note"));
    if (wish.keeper == device.keeper)
        return refuse(
            "same_keeper",
            "keeper",
            "现在就是这个人保管，请选择接收人",
            "this person keeps it already; choose who takes it over"
        );
    return journal::decided(journal::event(device.id.text, DeviceHandedOver{wish.keeper, wish.note}));
}

Result<Decision> decide(const RetireDevice& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto device, own_device(wish.device, desk));
    if (wish.reason.empty()) return refuse("reason_missing", "reason", "请写明停用原因", "say why it is retired");
    BOOST_OUTCOME_TRYV(check_words(wish.reason, "reason"));
    return journal::decided(journal::event(device.id.text, DeviceRetired{wish.reason}));
}

}  // namespace anlan::devices
