#pragma once

#include <gtest/gtest.h>

#include "enforcement/answers.hpp"
#include "enforcement/calendar.hpp"
#include "enforcement/commands.hpp"
#include "enforcement/registers.hpp"
#include "enforcement/room.hpp"
#include "identity/identity.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "policy/room.hpp"
#include "registers/commands.hpp"
#include "registers/room.hpp"
#include "trial/trial.hpp"

/// A town with an enforcement team, for this room's tests. Its clock starts on a Monday: 2026-11-30, 09:00.
namespace anlan::enforcement {

inline const AreaCode kTown{"350581106000"}, kCounty{"350581000000"};
inline const std::string kPhoto(64, 'a');
inline constexpr std::chrono::hours kDay{24};

/// As much of the register of enterprises and places (ground/risk) as this room reads.
inline registers::Register places_for_tests() {
    return {
        .name = "risk_places",
        .title_zh = "企业和场所风险等级",
        .title_en = "Enterprises and places by risk class",
        .fields =
            {{.name = "name", .title_zh = "名称", .title_en = "Name", .required = true},
             {.name = "address", .title_zh = "地址", .title_en = "Address", .required = true},
             {.name = "kind", .title_zh = "类别", .title_en = "Kind"},
             {.name = "grade", .title_zh = "风险等级", .title_en = "Class"}},
        .keys = {"name", "address"}};
}

struct Town : trial::Trial {
    explicit Town(AreaCode area = kTown, const std::string& name = "永宁镇")
        : Trial(
              {policy::make_room(),
               identity::make_room(),
               registers::make_room(),
               organisation::make_room(),
               make_room()},
              area,
              name
          ) {
        set_clock(start_of(parse_day("2026-11-30", "").value()) + std::chrono::hours{9});
        when(organisation::AdoptAreas{
                 {{kCounty, "石狮市", AreaCode{"350500000000"}, {}, {}}, {kTown, "永宁镇", kCounty, {}, {}}}}
        ).value();
        first = officer("测试甲", "13900000001", "YN-001", "2028-06-30");
        second = officer("测试乙", "13900000002", "YN-002", "2027-12-31");
        place =
            put(places_for_tests(),
                {{"name", "测试鞋服厂"}, {"address", "示例路1号"}, {"kind", "三合一场所"}, {"grade", "红"}});
    }

    std::string put(const registers::Register& list, json::object values) {
        return run(registers::put_row(list, "p-officer", "", std::move(values))).value().subject;
    }

    PersonId officer(
        const std::string& name, const std::string& phone, const std::string& number, const std::string& until
    ) {
        const PersonId id{when(organisation::AddPerson{name, phone, kTown, true, {}}).value().subject};
        if (!number.empty())
            put(officer_certificates(),
                {{"number", number}, {"person", id.text}, {"kind", "福建省行政执法证"}, {"expires_on", until}});
        return id;
    }

    std::string refused(auto command, const std::string& actor = "p-officer", World world = World::real()) {
        const auto outcome = when(std::move(command), actor, std::move(world));
        return outcome ? "" : outcome.error().code;
    }

    StartInspection start() const {
        return {place, "small_places_fire", {first, second}, InspectionOccasion::special, "", true};
    }
    InspectionId started() { return {when(start()).value().subject}; }

    std::vector<Signature> signatures() const { return {{first, kPhoto}, {second, kPhoto}}; }

    /// One item fails; everything is signed.
    RecordInspection record(const InspectionId& id, HazardGrade grade = HazardGrade::general) const {
        RecordInspection wish;
        wish.inspection = id;
        wish.certificates_shown = true;
        for (const auto& item : find_checklist("small_places_fire")->items)
            wish.answers.push_back({item.code, item.code == "1" ? CheckVerdict::fail : CheckVerdict::pass, "", {}});
        wish.hazards = {{"1", "二楼疏散通道堆放纸箱", "消防法第二十八条", grade, {}, "", {kPhoto}}};
        if (grade == HazardGrade::major) {
            wish.hazards[0].judged_by = first;
            wish.hazards[0].judged_after = "重大火灾隐患判定方法";
        }
        wish.place = "二楼车间";
        wish.summary = "疏散通道被占用";
        wish.officers = signatures();
        wish.representative = "测试丙";
        wish.representative_phone = "13900000009";
        wish.party_signature = kPhoto;
        return wish;
    }
    InspectionId recorded(HazardGrade grade = HazardGrade::general) {
        const auto id = started();
        when(record(id, grade)).value();
        return id;
    }
    std::vector<HazardId> found(const InspectionId& id) {
        std::vector<HazardId> ids;
        for (const auto& hazard : hazards_of(rows(), id.text)) ids.push_back(hazard.id);
        return ids;
    }
    OrderRectification order(const InspectionId& id, const std::string& due = "2026-12-15") {
        return {id, found(id), due, "立即清理疏散通道并保持畅通"};
    }
    RectificationId ordered(const std::string& due = "2026-12-15") {
        const auto id = recorded();
        return {when(order(id, due)).value().subject};
    }
    RecheckRectification recheck(const RectificationId& id, bool removed = true) {
        RecheckRectification wish{id, {first, second}, true, true, {}, "通道已清空", signatures(), kPhoto, ""};
        const auto order = find_rectification(rows(), id);  // a range over its members would outlive it
        for (const auto& hazard : order->hazards) wish.hazards.push_back({hazard, removed, "", {}});
        return wish;
    }
    void go_to(const std::string& day, int hour = 10) {
        advance(std::chrono::duration_cast<Milliseconds>(
            start_of(parse_day(day, "").value()) + std::chrono::hours{hour} - now()
        ));
    }

    PersonId first, second;
    std::string place;
};

}  // namespace anlan::enforcement
