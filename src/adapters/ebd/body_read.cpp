#include <fmt/format.h>

#include <charconv>

#include "ebd/body.hpp"
#include "ebd/markup.hpp"

namespace anlan::ebd {

namespace {

using Element = pugi::xml_node;
using Names = std::initializer_list<const char*>;

constexpr std::size_t kTextMax = 10'000;  // bytes of one field

Refusal broken(std::string_view field, std::string_view zh, std::string_view en) {
    return refuse(
        "body_invalid",
        std::string(field),
        fmt::format("应急广播消息的 {} {}，请发送平台改正后重发", field, zh),
        fmt::format("{} of the broadcast message {}; its platform has to mend and send it again", field, en)
    );
}

/// The first of these names that is there: platforms of different years spell the same field differently.
std::string text_of(const Element& element, Names names) {
    for (const auto* name : names)
        if (auto text = ebd::text_of(element, name); !text.empty()) return text;
    return {};
}

std::string id_below(const Element& element, Names parents) {
    for (const auto* parent : parents)
        if (auto text = text_of(element.child(parent), {"EBRID", "EBEID", "EBDID", "EBMID"}); !text.empty())
            return text;
    return {};
}

Result<int> number(const Element& element, const char* field, int least, int most) {
    const auto text = ebd::text_of(element, field);
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault == std::errc{} && end == text.data() + text.size() && value >= least && value <= most) return value;
    return broken(
        field, fmt::format("应为 {} 至 {} 的整数", least, most), fmt::format("is not from {} to {}", least, most)
    );
}

Result<Instant> time(const Element& element, Names names) {
    const auto at = parse_time(text_of(element, names));
    if (at) return at.value();
    return broken(*names.begin(), "不是有效时间", "is not a time");
}

Result<std::string> needed(const Element& element, const char* field) {
    auto text = ebd::text_of(element, field);
    if (text.empty()) return broken(field, "缺失", "is missing");
    if (text.size() > kTextMax) return broken(field, "过长", "is too long");
    return text;
}

Result<std::vector<AreaCode>> areas(const Element& content) {
    BOOST_OUTCOME_TRY(const auto text, needed(content, "AreaCode"));
    std::vector<AreaCode> all;
    for (std::size_t from = 0; from <= text.size();) {
        const auto comma = std::min(text.find(',', from), text.size());
        const auto area = parse_area(std::string_view(text).substr(from, comma - from));
        if (!area)
            return broken(
                "AreaCode", "应为以逗号分隔的 12 位区划代码", "is not twelve digits a place, with commas between"
            );
        all.push_back(area.value());
        from = comma + 1;
    }
    return all;
}

Result<std::vector<NamedSound>> sounds(const Element& content) {
    std::vector<NamedSound> all;
    for (const auto& each : content.children("Auxiliary")) {
        if (ebd::text_of(each, "AuxiliaryType") != "2") continue;
        BOOST_OUTCOME_TRY(auto name, needed(each, "AuxiliaryDesc"));
        if (name.find_first_of("/\\") != std::string::npos || name.front() == '.')
            return broken("AuxiliaryDesc", "不是文件名", "is not the name of a file");
        BOOST_OUTCOME_TRY(const auto size, number(each, "Size", 1, 50'000'000));
        all.push_back({std::move(name), static_cast<std::size_t>(size), ebd::text_of(each, "Digest")});
    }
    return all;
}

Result<void> read_basics(const Element& basics, Broadcast& into) {
    BOOST_OUTCOME_TRY(const auto type, number(basics, "MsgType", 1, 5));
    into.type = static_cast<MessageType>(type);
    into.sender = ebd::text_of(basics, "SenderName");
    into.sender_code = ebd::text_of(basics, "SenderCode");
    into.event_type = ebd::text_of(basics, "EventType");
    BOOST_OUTCOME_TRY(into.severity, number(basics, "Severity", 0, 4));
    BOOST_OUTCOME_TRY(into.sent, time(basics, {"SendTime", "SentTime"}));
    BOOST_OUTCOME_TRY(into.from, time(basics, {"StartTime"}));
    BOOST_OUTCOME_TRY(into.until, time(basics, {"EndTime"}));
    if (into.until < into.from) return broken("EndTime", "早于 StartTime", "is before StartTime");
    return done();
}

Result<Broadcast> read_broadcast(const Element& ebm, std::vector<NamedSound>& named) {
    Broadcast one;
    BOOST_OUTCOME_TRY(one.id, needed(ebm, "EBMID"));
    one.related = id_below(ebm, {"RelatedInfo", "RelatedEBM"});
    const auto basics = ebm.child("MsgBasicInfo");
    if (!basics) return broken("MsgBasicInfo", "缺失", "is missing");
    BOOST_OUTCOME_TRYV(read_basics(basics, one));
    if (one.type == MessageType::cancel) {
        if (one.related.empty())
            return broken("RelatedInfo", "缺失，不知道取消哪一条", "is missing: which message is taken back?");
        return one;
    }
    const auto content = ebm.child("MsgContent");
    if (!content) return broken("MsgContent", "缺失", "is missing");
    BOOST_OUTCOME_TRY(one.title, needed(content, "MsgTitle"));
    BOOST_OUTCOME_TRY(one.text, needed(content, "MsgDesc"));
    BOOST_OUTCOME_TRY(one.areas, areas(content));
    BOOST_OUTCOME_TRY(named, sounds(content));
    return one;
}

Result<Answer> read_answer(const Element& response) {
    BOOST_OUTCOME_TRY(const auto code, number(response, "ResultCode", 1, 5));
    return Answer{static_cast<ResultCode>(code), ebd::text_of(response, "ResultDesc")};
}

}  // namespace

Result<ReadBody> read_body(std::string_view xml) {
    pugi::xml_document document;  // reads neither document types nor entities of their own
    if (!document.load_buffer(xml.data(), xml.size())) return broken("EBD", "不是完整的 XML", "is not well-formed XML");
    const auto root = document.document_element();
    if (std::string_view(root.name()) != "EBD")
        return broken("EBD", "不是应急广播数据", "is not emergency broadcast data");
    ReadBody body;
    auto& message = body.message;
    BOOST_OUTCOME_TRY(message.id, needed(root, "EBDID"));
    message.source = id_below(root, {"SRC"});
    message.destination = id_below(root, {"DEST"});
    message.related = id_below(root, {"RelatedEBD"});
    BOOST_OUTCOME_TRY(message.at, time(root, {"EBDTime"}));
    const auto type = ebd::text_of(root, "EBDType");
    if (type == "EBM") {
        const auto ebm = root.child("EBM");
        if (!ebm) return broken("EBM", "缺失", "is missing");
        BOOST_OUTCOME_TRY(message.broadcast, read_broadcast(ebm, body.sounds));
    } else if (type == "EBDResponse") {
        const auto response = root.child("EBDResponse");
        if (!response) return broken("EBDResponse", "缺失", "is missing");
        BOOST_OUTCOME_TRY(message.answer, read_answer(response));
    } else if (type != "ConnectionCheck") {
        return refuse(
            "type_unknown",
            "EBDType",
            fmt::format("本站不接收 {} 类应急广播数据包", type.substr(0, 40)),
            fmt::format("this station takes no broadcast package of type {}", type.substr(0, 40))
        );
    }
    return body;
}

}  // namespace anlan::ebd
