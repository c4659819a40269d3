#include "sensors/payload.hpp"

#include <charconv>
#include <limits>

namespace anlan::sensors {

namespace {

constexpr std::size_t kSampleBytesMax = 80, kPayloadBytesMax = 64 * 1024, kDeviceBytesMax = 64;
constexpr double kMillisecondsFrom = 1e11;  ///< 1973 in milliseconds, the year 5138 in seconds
constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view kTopicPart = "topic:";

std::string_view part_of(std::string_view& rest) {
    const auto cut = rest.find('/');
    const auto part = rest.substr(0, cut);
    rest = cut == std::string_view::npos ? std::string_view() : rest.substr(cut + 1);
    return part;
}

/// Cut between characters, not within one.
std::string shortened(std::string_view text) {
    if (text.size() <= kSampleBytesMax) return std::string(text);
    auto end = kSampleBytesMax;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end)) + "…";
}

const json::value* found(const json::value& in, const std::string& pointer) {
    if (pointer.empty()) return &in;
    boost::system::error_code fault;
    return in.find_pointer(pointer, fault);
}

std::string device_of(const PayloadTopic& topic, std::string_view name, const json::value* body) {
    if (topic.device.starts_with(kTopicPart)) {
        auto left = std::stoi(topic.device.substr(kTopicPart.size()));
        for (auto rest = name; !rest.empty(); --left) {
            const auto part = part_of(rest);
            if (left == 0) return std::string(part);
        }
        return {};
    }
    const auto* value = body == nullptr ? nullptr : found(*body, topic.device);
    if (value == nullptr) return {};
    return value->is_string() ? std::string(value->as_string()) : json::serialize(*value);
}

std::optional<Instant> time_of(const PayloadTopic& topic, const json::value& body) {
    const auto* value = topic.time.empty() ? nullptr : found(body, topic.time);
    if (value == nullptr) return std::nullopt;
    if (value->is_string()) {
        const auto read = parse_time(value->as_string());
        // A date that never was is a wrong clock, not a missing one.
        return read ? read.value() : Instant{};
    }
    if (!value->is_number()) return std::nullopt;
    const auto number = value->to_number<double>();
    const auto millis = number >= kMillisecondsFrom ? number : number * 1000;
    return Instant{Milliseconds{static_cast<std::int64_t>(std::clamp(millis, 0.0, 1e15))}};
}

double value_of(const PayloadValue& wanted, const json::value& value) {
    if (value.is_string()) {
        const auto word = wanted.words.find(std::string(value.as_string()));
        if (word != wanted.words.end()) return word->second;
    }
    return number_in(value) * wanted.scale + wanted.offset;
}

std::vector<Reading> read_one(const PayloadTopic& topic, std::string_view name, std::string_view payload) {
    std::vector<Reading> all;
    boost::system::error_code fault;
    const auto body = json::parse(payload, fault);
    const auto device = device_of(topic, name, fault ? nullptr : &body);
    if (device.empty() || device.size() > kDeviceBytesMax || topic.values.empty()) return all;
    if (fault) {
        all.push_back({device, topic.values.front().measure, kNoNumber, std::nullopt, shortened(payload)});
        return all;
    }
    const auto at = time_of(topic, body);
    for (const auto& wanted : topic.values)
        if (const auto* value = found(body, wanted.pointer))
            all.push_back({device, wanted.measure, value_of(wanted, *value), at, shortened(payload)});
    return all;
}

}  // namespace

Result<PayloadMap> read_payload_map(std::string_view text) {
    auto read = from_json_text<PayloadMap>(text, Unknown::refused);
    if (!read) return refuse("payload_map_invalid", read.error().field, read.error().zh, read.error().en);
    for (const auto& topic : read.value().topics) {
        const bool part = topic.device.starts_with(kTopicPart);
        const auto digits = topic.device.substr(part ? kTopicPart.size() : 0);
        const bool numbered =
            part && !digits.empty() && digits.size() < 4 && digits.find_first_not_of("0123456789") == std::string::npos;
        if (topic.topic.empty() || topic.values.empty() || (part && !numbered) || (!part && !digits.starts_with('/')))
            return refuse(
                "payload_map_invalid",
                "topics." + topic.topic,
                "每个主题要写明 topic、device（topic:序号 或 /指针）和 values",
                "each topic needs topic, device (topic:number or /pointer) and values"
            );
    }
    return read;
}

std::vector<Reading> readings_of(const PayloadMap& map, std::string_view topic, std::string_view payload) {
    if (payload.size() > kPayloadBytesMax) payload = payload.substr(0, kSampleBytesMax);
    for (const auto& each : map.topics)
        if (topic_fits(each.topic, topic)) return read_one(each, topic, payload);
    return {};
}

bool topic_fits(std::string_view pattern, std::string_view topic) {
    while (!pattern.empty()) {
        const auto wanted = part_of(pattern);
        if (wanted == "#") return true;
        if (topic.empty()) return false;
        const auto given = part_of(topic);
        if (wanted != "+" && wanted != given) return false;
    }
    return topic.empty();
}

double number_in(const json::value& value) {
    if (value.is_number()) return value.to_number<double>();
    if (value.is_bool()) return value.as_bool() ? 1 : 0;
    if (!value.is_string()) return kNoNumber;
    const std::string_view text = value.as_string();
    double number = kNoNumber;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? number : kNoNumber;
}

}  // namespace anlan::sensors
