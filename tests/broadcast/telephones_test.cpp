#include <gtest/gtest.h>

#include "broadcast/queries.hpp"
#include "sip/telephone_for_tests.hpp"
#include "station_for_tests.hpp"

namespace anlan::app {
namespace {

using broadcast::BroadcastState;
using broadcast::Outcome;
using sip::test::Telephone;

/// Seconds of the earpiece that are loud.
double loud_seconds(const sound::Sound& heard) {
    const auto step = static_cast<std::size_t>(heard.rate) / 10;
    std::size_t loud = 0;
    for (std::size_t at = 0; at + step <= heard.samples.size(); at += step)
        if (sound::loudness({heard.samples.data() + at, step}) > 0.02) ++loud;
    return static_cast<double>(loud) / 10;
}

TEST(a_broadcast_to_loudspeakers_that_are_called, is_heard_and_each_gets_its_receipt) {
    Station station;
    Telephone plays, cuts;
    const auto gone = "801@127.0.0.1:" + std::to_string(sip::test::free_port(SOCK_DGRAM));
    const auto played = station.hang_telephone("13900000001@" + plays.gateway());
    const auto cut = station.hang_telephone("13900000001@" + cuts.gateway());
    const auto silent = station.hang_telephone(gone);
    ASSERT_TRUE(station.becomes([&] { return station.hearing(played) == broadcast::Hearing::heard; }))
        << "it answers when it is asked";
    const auto id = station.draft("台风来了，请立即转移。", 1, 2);
    station.hear_ahead(id);
    station.release(id);
    ASSERT_TRUE(cuts.told("CALL_ESTABLISHED")) << cuts.log();
    cuts.hang_up();
    const auto end = station.ended(id);
    EXPECT_EQ(end.state, BroadcastState::failed) << "in part";
    EXPECT_EQ(end.played, 1);
    EXPECT_EQ(station.receipt(id, played).outcome, Outcome::played) << station.receipt(id, played).note;
    EXPECT_EQ(station.receipt(id, cut).outcome, Outcome::failed);
    EXPECT_EQ(station.receipt(id, silent).outcome, Outcome::silent);
    EXPECT_TRUE(sip::test::wait_until([&] { return loud_seconds(plays.earpiece()) > 6; }))
        << "siren and words, twice: " << loud_seconds(plays.earpiece());
}

TEST(a_broadcast_to_loudspeakers_that_are_called, is_stopped_at_once) {
    Station station;
    Telephone plays;
    station.hang_telephone("13900000001@" + plays.gateway());
    const auto id = station.draft("台风来了，请立即转移。", 1, 10);
    station.release(id);
    ASSERT_TRUE(plays.told("CALL_ESTABLISHED")) << plays.log();
    station.stop(id);
    EXPECT_TRUE(plays.told("CALL_CLOSED"));
}

}  // namespace
}  // namespace anlan::app
