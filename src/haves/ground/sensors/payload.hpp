#pragma once

#include <map>

#include "sensors/sieve.hpp"

/// Devices say the same thing in many shapes; which part of which message is which measure is data
/// (data/sensors/payloads.json), so that a new make of device needs no new program.
namespace anlan::sensors {

struct PayloadValue {
    Measure measure = Measure::rain_gauge;
    std::string pointer;  ///< JSON pointer; empty: the whole payload
    double scale = 1, offset = 0;
    std::map<std::string, double> words;  ///< "alarm" → 1
};
BOOST_DESCRIBE_STRUCT(PayloadValue, (), (measure, pointer, scale, offset, words))

struct PayloadTopic {
    std::string topic;   ///< as subscribed, with + and #
    std::string device;  ///< "topic:1", the part of the topic counted from 0, or a JSON pointer
    std::string time;    ///< JSON pointer to RFC 3339, seconds or milliseconds since 1970; empty: none
    std::vector<PayloadValue> values;
};
BOOST_DESCRIBE_STRUCT(PayloadTopic, (), (topic, device, time, values))

struct PayloadMap {
    std::vector<PayloadTopic> topics;
};
BOOST_DESCRIBE_STRUCT(PayloadMap, (), (topics))

/// Refuses `payload_map_invalid` with the place.
Result<PayloadMap> read_payload_map(std::string_view text);

/// All readings of one message: none when no topic fits or it names no device. A payload that is no JSON is a reading
/// that is no number, so that it is said which device talks nonsense.
std::vector<Reading> readings_of(const PayloadMap& map, std::string_view topic, std::string_view payload);

/// "a/+/c" fits "a/b/c", "a/#" fits everything below a.
bool topic_fits(std::string_view pattern, std::string_view topic);

/// A number, a number in words ("12.5", "NaN"), true and false; anything else is no number.
double number_in(const json::value& value);

}  // namespace anlan::sensors
