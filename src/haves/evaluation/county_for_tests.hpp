#pragma once

#include <array>

#include "evaluation/answers.hpp"
#include "evaluation/commands.hpp"
#include "evaluation/model_commands.hpp"
#include "evaluation/room.hpp"
#include "exercise/events.hpp"
#include "exercise/room.hpp"
#include "organisation/commands.hpp"
#include "programme/trial_stations.inc"

/// A prefecture, a county and four of its stations, each with a journal of its own.
namespace anlan::evaluation {

inline const std::array<AreaCode, 4> kStations{
    AreaCode{"350581001000"}, AreaCode{"350581102000"}, AreaCode{"350581103000"}, AreaCode{"350581106000"}};
inline const AreaCode kElsewhere{"350582101000"};
inline constexpr std::int64_t kYear = 2023;  ///< of the trial's clock

inline std::vector<journal::Room> rooms() {
    auto all = programme::rooms_of_a_station();
    all.push_back(exercise::make_room());
    all.push_back(make_room());
    return all;
}

struct Place : trial::Trial {
    Place(AreaCode area, const std::string& name) : Trial(rooms(), std::move(area), name) {
        organisation::AdoptAreas areas{
            {{programme::kPrefecture, "泉州市", AreaCode{"350000000000"}, {}, {}},
             {programme::kCounty, "石狮市", programme::kPrefecture, {}, {}},
             {AreaCode{"350581106002"}, "第一社区", kStations[3], {}, {}}}};
        const char* names[] = {"湖滨街道", "蚶江镇", "祥芝镇", "永宁镇"};
        for (std::size_t i = 0; i < kStations.size(); ++i)
            areas.areas.push_back({kStations[i], names[i], programme::kCounty, {}, {}});
        when(areas).value();
    }
    std::string refused(auto command, const std::string& actor = "p-officer") {
        const auto outcome = when(std::move(command), actor);
        return outcome ? "" : outcome.error().code;
    }
    std::string made(auto command, const std::string& actor = "p-officer") {
        return when(std::move(command), actor).value().subject;
    }
};

struct County : testing::Test {
    Place prefecture{programme::kPrefecture, "泉州市"};
    Place county{programme::kCounty, "石狮市"};

    /// As if the station had passed acceptance with so many points.
    void accepted(
        std::size_t station, double total, programme::AcceptanceResult result = programme::AcceptanceResult::good
    ) {
        programme::AcceptanceConcluded concluded;
        concluded.station = kStations[station];
        concluded.result = result;
        concluded.total = total;
        concluded.opinion = "同意";
        county.given("a" + std::to_string(station), concluded);
        prefecture.hear(county);
    }
    /// As if the station had held an exercise and its journal had scored it.
    void held(std::size_t station, std::int64_t score, std::int64_t judged = 10) {
        trial::Trial town{rooms(), kStations[station], "测试站"};
        exercise::ExerciseHeld told;
        told.title = "防台风实战演练";
        told.drill = "d1";
        told.score = score;
        told.judged = judged;
        told.injects = 10;
        told.summary = "测试";
        town.given(exercise_of(station), told);
        county.hear(town);
    }
    static std::string exercise_of(std::size_t station) { return "x" + std::to_string(station); }
    NominationId nominated(std::size_t station) {
        const NominationId id{
            county.made(NominateStation{kStations[station], exercise_of(station), "建设扎实，运行有序"})};
        prefecture.hear(county);
        return id;
    }
    NominationId ready(std::size_t station, double on_paper, std::int64_t in_drill) {
        accepted(station, on_paper);
        held(station, in_drill);
        return nominated(station);
    }
    EvaluationAnswer seen(trial::Trial& at, const char* asker = "p-officer") {
        return evaluation_seen(at.rows(), at.writer().node(), PersonId{asker}, kYear);
    }
};

}  // namespace anlan::evaluation
