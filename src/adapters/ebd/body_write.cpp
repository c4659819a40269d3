#include <fmt/format.h>

#include "ebd/body.hpp"
#include "ebd/markup.hpp"
#include "seal/seal.hpp"

namespace anlan::ebd {

namespace {

std::string joined(const std::vector<AreaCode>& areas) {
    std::string all;
    for (const auto& area : areas) all += (all.empty() ? "" : ",") + area.text;
    return all;
}

void write_sounds(const std::vector<Sound>& sounds, Markup& out) {
    for (const auto& sound : sounds) {
        out.open("Auxiliary");
        out.leaf("AuxiliaryType", "2");  // a file of sound
        out.leaf("AuxiliaryDesc", sound.name);
        out.leaf("Size", std::to_string(sound.bytes.size()));
        out.leaf("Digest", seal::sm3(sound.bytes));
        out.close();
    }
}

void write(const Broadcast& one, Markup& out) {
    out.open("EBM");
    out.leaf("EBMVersion", "1");
    out.leaf("EBMID", one.id);
    if (!one.related.empty()) {
        out.open("RelatedInfo");
        out.leaf("EBMID", one.related);
        out.close();
    }
    out.open("MsgBasicInfo");
    out.leaf("MsgType", std::to_string(static_cast<int>(one.type)));
    out.leaf("SenderName", one.sender);
    out.leaf("SenderCode", one.sender_code);
    out.leaf("SendTime", to_text(one.sent));
    out.leaf_unless_empty("EventType", one.event_type);
    out.leaf("Severity", std::to_string(one.severity));
    out.leaf("StartTime", to_text(one.from));
    out.leaf("EndTime", to_text(one.until));
    out.close();
    out.open("MsgContent");
    out.leaf("LanguageCode", "zho");
    out.leaf("MsgTitle", one.title);
    out.leaf("MsgDesc", one.text);
    out.leaf("AreaCode", joined(one.areas));
    write_sounds(one.sounds, out);
    out.close();
    out.close();
}

void write(const Answer& answer, Markup& out) {
    out.open("EBDResponse");
    out.leaf("ResultCode", std::to_string(static_cast<int>(answer.code)));
    out.leaf_unless_empty("ResultDesc", answer.words);
    out.close();
}

std::string type_of(const Message& message) {
    if (message.broadcast) return "EBM";
    return message.answer ? "EBDResponse" : "ConnectionCheck";
}

}  // namespace

std::string to_text(Instant at) {
    auto text = to_local(at);  // 2026-11-30T12:05:00+08:00
    text[10] = ' ';
    return text.substr(0, 19);
}

std::string write_body(const Message& message) {
    Markup out;
    out.open("EBD");
    out.leaf("EBDVersion", "1");
    out.leaf("EBDID", message.id);
    out.leaf("EBDType", type_of(message));
    out.open("SRC");
    out.leaf("EBRID", message.source);
    out.leaf_unless_empty("URL", message.source_url);
    out.close();
    out.open("DEST");
    out.leaf("EBRID", message.destination);
    out.close();
    out.leaf("EBDTime", to_text(message.at));
    if (!message.related.empty()) {
        out.open("RelatedEBD");
        out.leaf("EBDID", message.related);
        out.close();
    }
    if (message.broadcast) write(*message.broadcast, out);
    if (message.answer) write(*message.answer, out);
    if (!message.broadcast && !message.answer) {
        out.open("ConnectionCheck");
        out.leaf("RptTime", to_text(message.at));
        out.close();
    }
    out.close();
    return out.take();
}

}  // namespace anlan::ebd
