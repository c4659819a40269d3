#include "loudspeakers/horn_words.hpp"

#include <algorithm>

#include "seal/seal.hpp"

namespace anlan::loudspeakers {

namespace {

constexpr std::size_t kMessageMost_bytes = 16 * 1024, kIdMost = 64;

struct Letter {
    std::string words, signature;
};
BOOST_DESCRIBE_STRUCT(Letter, (), (words, signature))

Refusal no(const char* code, const char* zh, const char* en) {
    return refuse(code, "", zh, en);
}

}  // namespace

std::string signed_command(const HornCommand& command, std::string_view private_pem) {
    Letter letter;
    letter.words = json::serialize(to_json(command));
    letter.signature = seal::sign(private_pem, letter.words);
    return json::serialize(to_json(letter));
}

Result<HornCommand> judged_command(
    std::string_view message,
    std::string_view station_pem,
    std::string_view station,
    std::string_view horn,
    std::int64_t last_number,
    Instant now
) {
    const auto unreadable = no("command_unreadable", "指令看不懂", "the command cannot be read");
    if (message.size() > kMessageMost_bytes) return unreadable;
    const auto letter = from_json_text<Letter>(message, Unknown::refused);
    if (!letter) return unreadable;
    if (!seal::verify(station_pem, letter.value().words, letter.value().signature))
        return no("signature_wrong", "签名不对", "the signature is wrong");
    auto command = from_json_text<HornCommand>(letter.value().words, Unknown::ignored);
    if (!command) return unreadable;
    const auto& words = command.value();
    if (words.station != station || !words.horns.contains(std::string(horn)))
        return no("not_for_me", "不是给本号角的", "it is for another horn");
    if (words.number <= last_number) return no("number_old", "重复的指令", "the command was given before");
    if (words.expires_at <= now) return no("command_expired", "指令已过期", "the command has expired");
    if (words.issued_at > now + (words.expires_at - words.issued_at))
        return no("command_early", "时钟相差太多", "the clocks differ too much");
    return command;
}

Result<HornAnswer> read_answer(std::string_view message) {
    const auto unreadable = no("answer_unreadable", "回执看不懂", "the answer cannot be read");
    if (message.size() > kMessageMost_bytes) return unreadable;
    auto answer = from_json_text<HornAnswer>(message, Unknown::ignored);
    if (!answer) return unreadable;
    return answer;
}

bool is_horn_id(std::string_view id) {
    return !id.empty() && id.size() <= kIdMost && std::all_of(id.begin(), id.end(), [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    });
}

std::string HornTopics::horn_of(std::string_view topic, std::string_view last) const {
    const auto before = base() + "horns/";
    const auto after = "/" + std::string(last);
    if (!topic.starts_with(before) || !topic.ends_with(after) || topic.size() <= before.size() + after.size())
        return {};
    const auto id = topic.substr(before.size(), topic.size() - before.size() - after.size());
    return is_horn_id(id) ? std::string(id) : std::string();
}

}  // namespace anlan::loudspeakers
