#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/reflect.hpp"
#include "base/time.hpp"

/// What station and horn (物联网号角) say to each other over MQTT; docs/protocol/horns.md is for whoever builds horns.
namespace anlan::loudspeakers {

BOOST_DEFINE_ENUM_CLASS(HornDo, play, stop)

inline constexpr std::size_t kHornsAtOnce = 64;  ///< in one command, so that a thousand need few signatures

/// Signed as a whole. `number` only grows, over all commands of a station and also after a restart.
struct HornCommand {
    std::string station;
    std::map<std::string, std::int64_t> horns;  ///< which are meant, and how loud each is, per cent
    std::int64_t number = 0;
    Instant issued_at{}, expires_at{};
    HornDo act = HornDo::play;
    std::string broadcast;
    // Of play:
    std::string sound;  ///< SM3 of the WAV under anlan/<station>/sounds/<this>: siren and words, one round
    std::int64_t rounds = 1;
    bool exercise = false;
};
BOOST_DESCRIBE_STRUCT(
    HornCommand, (), (station, horns, number, issued_at, expires_at, act, broadcast, sound, rounds, exercise)
)

BOOST_DEFINE_ENUM_CLASS(HornOutcome, played, failed, refused)

struct HornAnswer {
    std::int64_t number = 0;  ///< of the command it answers
    HornOutcome outcome = HornOutcome::played;
    std::int64_t seconds = 0;  ///< of sound
    std::string note;
};
BOOST_DESCRIBE_STRUCT(HornAnswer, (), (number, outcome, seconds, note))

/// A message for the horn: the command as text, and the station's SM2 signature over exactly that text.
std::string signed_command(const HornCommand& command, std::string_view private_pem);

/// What a horn does with a message before it obeys. Refuses `command_unreadable`, `signature_wrong`, `not_for_me`,
/// `number_old` (a replay), `command_expired`, `command_early` (the clocks differ by more than its whole life).
Result<HornCommand> judged_command(
    std::string_view message,
    std::string_view station_pem,
    std::string_view station,
    std::string_view horn,
    std::int64_t last_number,
    Instant now
);

Result<HornAnswer> read_answer(std::string_view message);

/// A device id that can stand in a topic.
bool is_horn_id(std::string_view id);

struct HornTopics {
    std::string station;
    std::string play(std::string_view horn) const { return base() + "horns/" + std::string(horn) + "/play"; }
    std::string answer(std::string_view horn) const { return base() + "horns/" + std::string(horn) + "/answer"; }
    std::string alive(std::string_view horn) const { return base() + "horns/" + std::string(horn) + "/alive"; }
    std::string sound(std::string_view sm3) const { return base() + "sounds/" + std::string(sm3); }
    /// The horn of "…/horns/<id>/<last>", or empty.
    std::string horn_of(std::string_view topic, std::string_view last) const;

  private:
    std::string base() const { return "anlan/" + station + "/"; }
};

}  // namespace anlan::loudspeakers
