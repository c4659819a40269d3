#pragma once

#include <gtest/gtest.h>

#include "calls/queries.hpp"
#include "calls/room.hpp"
#include "devices/room.hpp"
#include "meetings/commands.hpp"
#include "meetings/room.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "policy/room.hpp"
#include "registers/room.hpp"
#include "trial/trial.hpp"

/// A town with three people, for this room's tests.
namespace anlan::meetings {

inline const AreaCode kTown{"350581106000"};

struct Town : trial::Trial {
    Town()
        : Trial(
              {policy::make_room(),
               registers::make_room(),
               organisation::make_room(),
               devices::make_room(),
               calls::make_room(),
               make_room()}
          ) {
        when(organisation::AdoptAreas{{{kTown, "永宁镇", AreaCode{"350581000000"}, {}, {}}}}).value();
        for (const auto* name : {"测试甲", "测试乙", "测试丙"})
            people.emplace_back(when(organisation::AddPerson{name, "13900001234", kTown, true, {}}).value().subject);
    }
    MeetingId open(std::vector<PersonId> guests) {
        OpenMeeting wish;
        wish.title = "防台风调度会";
        wish.guests = std::move(guests);
        return {when(std::move(wish)).value().subject};
    }
    MeetingId open() { return open(people); }
    std::string refused(auto command, const std::string& actor = "p-officer") {
        const auto outcome = when(std::move(command), actor);
        return outcome ? "" : outcome.error().code;
    }
    void join(const MeetingId& id, const PersonId& person) { when(NoteJoined{id, person}, "system:meetings").value(); }
    void leave(const MeetingId& id, const PersonId& person) {
        when(NoteLeft{id, person, Leaving::left}, "system:meetings").value();
    }

    std::vector<PersonId> people;
};

}  // namespace anlan::meetings
