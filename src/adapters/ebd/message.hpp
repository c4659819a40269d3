#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "base/time.hpp"

/// What broadcasting platforms say to each other. Names follow the interface's own; the Chinese term stands once.
namespace anlan::ebd {

/// MsgType. Only `actual` sounds in the streets.
enum class MessageType { actual = 1, cancel = 2, platform_drill = 3, front_drill = 4, terminal_drill = 5 };

/// A sound that travels in the package beside the message.
struct Sound {
    std::string name;   ///< of the file, without folder
    std::string bytes;  ///< MP3
};

/// EBM (应急广播消息): what is to be sounded, or which message is taken back.
struct Broadcast {
    std::string id;       ///< EBMID: resource id, yyyymmdd, serial of four digits
    std::string related;  ///< EBMID of what is taken back; otherwise empty
    MessageType type = MessageType::actual;
    std::string sender, sender_code;
    Instant sent{}, from{}, until{};
    std::string event_type;  ///< five digits and letters of the national event table; may be empty
    int severity = 2;        ///< 0 none given, 1 特别重大 … 4 一般
    std::string title, text;
    std::vector<AreaCode> areas;
    std::vector<Sound> sounds;
};

/// EBDResponse: whether a package was taken. 1 taken, 3 not understood, 4 its signature does not hold, 5 not wanted
/// here.
enum class ResultCode { taken = 1, not_understood = 3, signature_fails = 4, not_wanted = 5 };
struct Answer {
    ResultCode code = ResultCode::taken;
    std::string words;
};

/// EBD (应急广播数据): one package. Neither broadcast nor answer: a ConnectionCheck, the heartbeat.
struct Message {
    std::string id;                               ///< EBDID
    std::string source, source_url, destination;  ///< EBRID, the resource ids of both platforms
    Instant at{};
    std::string related;  ///< EBDID that is answered; otherwise empty
    std::optional<Broadcast> broadcast{};
    std::optional<Answer> answer{};
};

}  // namespace anlan::ebd
