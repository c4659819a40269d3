#include "app/platform_exchange.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "http/fetch.hpp"

namespace anlan::app {

namespace {

constexpr std::chrono::seconds kHeartbeat{60}, kRetry{10}, kLimit{10};
constexpr std::chrono::hours kValid{2};  ///< what is sounded later than this is of no use

journal::Wish by_exchange(auto command) {
    return journal::wish(World::real(), "system:platforms", std::move(command));
}

platforms::MessageKind kind_of(ebd::MessageType type) {
    switch (type) {
        case ebd::MessageType::actual:
            return platforms::MessageKind::actual;
        case ebd::MessageType::cancel:
            return platforms::MessageKind::cancel;
        case ebd::MessageType::platform_drill:
            return platforms::MessageKind::platform_drill;
        default:
            return platforms::MessageKind::sounding_drill;
    }
}

/// Sixteen digits that stand for these words: the same thing told again is the same package.
std::string digits_for(const std::string& words) {
    const auto number = std::stoull(seal::sm3(words).substr(0, 15), nullptr, 16);
    return fmt::format("{:016}", number % 10'000'000'000'000'000ULL);
}

std::string compact_day(Instant at) {
    const auto day = to_local(at);
    return day.substr(0, 4) + day.substr(5, 2) + day.substr(8, 2);
}

}  // namespace

PlatformExchange::PlatformExchange(PlatformSettings settings, seal::KeyPair key, Node node)
    : settings_(std::move(settings)),
      signer_{std::move(key), settings_.issuer, settings_.serial},
      node_(std::move(node)) {}

const PlatformSettings::Platform* PlatformExchange::find(const std::string& id) const {
    const auto& all = settings_.platforms;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Platform& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::optional<std::string> PlatformExchange::key_of(const std::string& id) const {
    const auto* platform = find(id);
    if (platform == nullptr) return std::nullopt;
    return platform->public_pem;
}

Result<platforms::TakeMessage> PlatformExchange::open(std::string_view bytes, std::string& claimed) const {
    const auto key = [&](const std::string& platform) {
        claimed = platform;
        return key_of(platform);
    };
    BOOST_OUTCOME_TRY(const auto message, ebd::unpack(bytes, key, settings_.own_id));
    platforms::TakeMessage wish;
    wish.package = message.id;
    wish.platform = message.source;
    wish.platform_name = find(message.source)->name;
    if (!message.broadcast) {
        wish.kind = platforms::MessageKind::platform_drill;
        wish.title = "心跳";
        return wish;
    }
    const auto& one = *message.broadcast;
    wish.message = one.id;
    wish.related = one.related;
    wish.kind = kind_of(one.type);
    wish.severity = one.severity;
    wish.title = one.title;
    wish.text = one.text;
    wish.until = one.until;
    wish.areas = one.areas;
    wish.sounds = static_cast<std::int64_t>(one.sounds.size());
    return wish;
}

ebd::Message PlatformExchange::addressed(const Platform& platform, std::string id, Instant at) const {
    ebd::Message made;
    made.id = std::move(id);
    made.source = settings_.own_id;
    made.destination = platform.id;
    made.at = at;
    return made;
}

std::string PlatformExchange::answer(
    const std::string& platform, const std::string& package, const platforms::Verdict& verdict, Instant now
) const {
    auto made = addressed(*find(platform), "01" + settings_.own_id + digits_for("answer " + package), now);
    made.related = package;
    made.answer = ebd::Answer{verdict.taken ? ebd::ResultCode::taken : ebd::ResultCode::not_wanted, verdict.words};
    return ebd::pack(made, signer_);
}

ebd::Message PlatformExchange::message_of(const Platform& platform, const platforms::Due& due) const {
    const auto& told = due.broadcast;
    const bool stop = due.said == platforms::Said::stop;
    const auto digits = digits_for(to_text(due.said) + " " + told.id.text);
    auto made = addressed(platform, "01" + settings_.own_id + digits, node_.clock->now());
    ebd::Broadcast one;
    const auto day = settings_.own_id + compact_day(*told.released_at);
    one.id = fmt::format("{}{:04}", day, due.of_day + (stop ? 5'000 : 0));
    if (stop) one.related = fmt::format("{}{:04}", day, due.of_day);
    one.type = stop ? ebd::MessageType::cancel : ebd::MessageType::actual;
    one.sender = node_.name;
    one.sender_code = settings_.own_id;
    one.sent = made.at;
    one.from = *told.released_at;
    one.until = one.from + kValid;
    one.severity = static_cast<int>(told.sheet.severity);
    one.title = told.sheet.title;
    one.text = told.words;
    one.areas = told.sheet.zones;
    made.broadcast = std::move(one);
    return made;
}

/// An answer only counts when it is the platform's own, and to this package.
Result<ebd::Answer> PlatformExchange::post(const Platform& platform, const ebd::Message& message) const {
    BOOST_OUTCOME_TRY(
        const auto got,
        http::ask(
            {.method = http::Method::post,
             .url = platform.url,
             .body = ebd::pack(message, signer_),
             .limit = kLimit,
             .headers = {{"Content-Type", "application/x-tar"}}}
        )
    );
    if (got.status != 200)
        return refuse(
            "platform_refused",
            "",
            fmt::format("平台答复 HTTP {}", got.status),
            fmt::format("the platform answered HTTP {}", got.status)
        );
    BOOST_OUTCOME_TRY(
        const auto answer,
        ebd::unpack(
            got.body, [this](const std::string& id) { return key_of(id); }, settings_.own_id
        )
    );
    if (answer.answer && answer.source == platform.id && answer.related == message.id) return *answer.answer;
    return refuse(
        "platform_refused", "", "平台的答复不是对这个数据包的", "the platform's answer is not to this package"
    );
}

void PlatformExchange::note_reached(const Platform& platform, const Result<ebd::Answer>& answer) {
    spoken_[platform.id] = node_.clock->now();
    platforms::NoteReached note{platform.id, platform.name, answer.has_value(), "", ""};
    if (!answer) {
        note.zh = answer.error().zh;
        note.en = answer.error().en;
    }
    node_.note(by_exchange(std::move(note)));
}

void PlatformExchange::serve(const Platform& platform) {
    std::vector<platforms::Due> due;
    bool lost = false;
    const auto now = node_.clock->now();
    node_.read([&](store::Rows& rows) {
        due = platforms::due(rows, platform.id, now);
        const auto known = platforms::find_platform(rows, platform.id);
        lost = known && !known->up;
    });
    const auto pause = spoken_.contains(platform.id) ? now - spoken_[platform.id] : Milliseconds{kHeartbeat};
    if (lost && pause < kRetry) return;
    for (const auto& one : due) {
        const auto message = message_of(platform, one);
        const auto answer = post(platform, message);
        note_reached(platform, answer);
        if (!answer) return;
        const bool taken = answer.value().code == ebd::ResultCode::taken;
        node_.note(by_exchange(platforms::NoteSent{
            one.broadcast.id, platform.id, message.id, one.said, taken, answer.value().words}));
    }
    if (!due.empty() || pause < (lost ? kRetry : kHeartbeat)) return;
    const auto beat = digits_for(fmt::format("beat {}", now.time_since_epoch().count()));
    note_reached(platform, post(platform, addressed(platform, "01" + settings_.own_id + beat, now)));
}

void PlatformExchange::step() {
    for (const auto& platform : settings_.platforms) serve(platform);
}

}  // namespace anlan::app
