#pragma once

#include <gtest/gtest.h>

#include "identity/identity.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "policy/room.hpp"
#include "tasks/room.hpp"
#include "trial/trial.hpp"
#include "venue/answers.hpp"
#include "venue/commands.hpp"
#include "venue/room.hpp"

/// A town with a venue, on Friday 2023-07-28 at 08:37.
namespace anlan::venue {

inline const AreaCode kTown{"350581106000"}, kCounty{"350581000000"};

struct Town : trial::Trial {
    explicit Town(AreaCode area = kTown, const std::string& name = "永宁镇")
        : Trial(
              {policy::make_room(), identity::make_room(), organisation::make_room(), tasks::make_room(), make_room()},
              area,
              name
          ) {
        when(organisation::AdoptAreas{
                 {{kCounty, "石狮市", AreaCode{"350500000000"}, {}, {}}, {kTown, "永宁镇", kCounty, {}, {}}}}
        ).value();
    }
    std::string refused(auto command, const std::string& actor = "p-officer", World world = World::real()) {
        const auto outcome = when(std::move(command), actor, std::move(world));
        return outcome ? "" : outcome.error().code;
    }
};

/// Open on weekdays from nine to twelve and from two to five, in slots of an hour for thirty.
inline VenueSheet usual() {
    VenueSheet sheet{"永宁镇安全体验馆（示例）", "测试路1号", 60, {"一厅", "二厅"}, {}, {}, 60, 30, true, "周一至周五开放"};
    for (std::int64_t weekday = 1; weekday <= 5; ++weekday) {
        sheet.openings.push_back({weekday, 9 * 60, 12 * 60});
        sheet.openings.push_back({weekday, 14 * 60, 17 * 60});
    }
    return sheet;
}

struct OpenTown : Town {
    OpenTown() { when(SetVenue{usual()}).value(); }

    std::string code_of(const Result<journal::Outcome>& booked) {
        return std::string(booked.value().answer.at("code").as_string());
    }
};

inline BookVisit friday_at_nine(std::int64_t people = 20) {
    return {"2023-07-28", 9 * 60, people, Group::students, false, "测试甲", "13900001001"};
}

}  // namespace anlan::venue
