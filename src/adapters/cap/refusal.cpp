#include <fmt/format.h>

#include "cap/fields.hpp"
#include "cap/judged.hpp"

namespace anlan::cap {

namespace {

int line_of(const Element& alert, std::string_view name) {
    const auto found = alert.child(name);
    return found ? found->line() : alert.line();
}

Finding missing(const Element& alert, std::string_view name, std::string_view code) {
    return {
        line_of(alert, name),
        std::string(code) + "_missing",
        fmt::format("缺少 {}，无法确认这条预警；请发送方补上", name),
        fmt::format("{} is missing; the sender has to add it", name)};
}

/// An officer must know whether it is real, and whether it warns or takes back.
std::optional<Finding> illegal_word(
    const Element& alert, std::string_view name, std::string_view code, std::string_view allowed
) {
    const auto given = alert.text_of(name);
    if (is_one_of(given, allowed)) return std::nullopt;
    if (given.empty()) return missing(alert, name, code);
    return Finding{
        line_of(alert, name),
        std::string(code) + "_invalid",
        fmt::format("{} 的取值不在标准中，应为 {} 之一", name, allowed),
        fmt::format("{} is not one of {}", name, allowed)};
}

/// Alerts and updates say what happens. A heartbeat (status System) has nothing to say.
std::optional<Finding> without_words(const Judged& judged, const Element& element) {
    const auto& alert = judged.alert;
    if (alert.msg_type != "Alert" && alert.msg_type != "Update") return std::nullopt;
    if (alert.infos.empty() && alert.status != "System") return missing(element, "info", "info");
    const auto infos = element.children("info");
    for (std::size_t i = 0; i < alert.infos.size(); ++i)
        if (alert.infos[i].event.empty() && alert.infos[i].headline.empty())
            return Finding{
                infos[i].line(),
                "event_missing",
                "info 里既没有 event 也没有 headline，不知道发生什么；请发送方补上",
                "an info has neither event nor headline; the sender has to add one"};
    return std::nullopt;
}

}  // namespace

std::optional<Finding> find_refusal(const Judged& judged, const Element& element, std::string_view sent_name) {
    if (judged.alert.identifier.empty()) return missing(element, "identifier", "identifier");
    if (judged.alert.sender.empty()) return missing(element, "sender", "sender");
    const auto sent = element.text_of(sent_name);
    if (sent.empty()) return missing(element, sent_name, "sent");
    if (Findings unused; !read_time(sent, sent_name, 0, unused))
        return Finding{
            line_of(element, sent_name),
            "sent_invalid",
            fmt::format("{} 不是有效的日期时间，应写成 2023-07-28T08:37:00+08:00", sent_name),
            fmt::format("{} is not a date and time; write it as 2023-07-28T08:37:00+08:00", sent_name)};
    if (auto word = illegal_word(element, "status", "status", "Actual Exercise System Test Draft")) return word;
    if (auto word = illegal_word(element, "msgType", "msg_type", "Alert Update Cancel Ack Error")) return word;
    if (!element.text_of("scope").empty())
        if (auto word = illegal_word(element, "scope", "scope", "Public Restricted Private")) return word;
    return without_words(judged, element);
}

}  // namespace anlan::cap
