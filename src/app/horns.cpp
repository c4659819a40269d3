#include "app/horns.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>
#include <mutex>

#include "app/horn_numbers.hpp"
#include "loudspeakers/horn_words.hpp"
#include "mqtt/listener.hpp"

namespace anlan::app {

namespace {

using loudspeakers::Fate;
using loudspeakers::HornCommand;
using loudspeakers::HornDo;
using loudspeakers::Receipt;
using std::chrono::steady_clock;

constexpr std::chrono::seconds kLife{60};  ///< of a command; horns' clocks may differ by that
constexpr std::chrono::seconds kSlack{2};
constexpr std::chrono::seconds kReach{3};  ///< for a broker that is just being started again
constexpr std::size_t kSm3Digits = 64;

}  // namespace

struct Horns::Inside {
    /// The latest command to play that a horn was given.
    struct Told {
        std::int64_t number = 0;
        std::string play, terminal;
        steady_clock::time_point at;
        bool answered = false;
    };

    Inside(HornSettings given, const Clock& by, HornNews to)
        : settings(std::move(given)),
          clock(by),
          news(std::move(to)),
          topics{settings.area.text},
          numbers(settings.numbers) {
        const auto& broker = settings.broker;
        listener = std::make_unique<mqtt::Listener>(
            mqtt::ListenerSettings{
                broker.host,
                broker.port,
                broker.user,
                broker.password,
                broker.authority_file,
                broker.client + "-horns",
                {topics.answer("+"), topics.alive("+")}},
            [this](std::string_view topic, std::string_view message) { hear(topic, message); }
        );
    }

    void hear(std::string_view topic, std::string_view message) {
        if (const auto horn = topics.horn_of(topic, "alive"); !horn.empty()) return news.alive(horn);
        const auto horn = topics.horn_of(topic, "answer");
        if (horn.empty()) return;
        const auto answer = loudspeakers::read_answer(message);
        if (!answer) return spdlog::warn("horn {}: {}", horn, answer.error().en);
        Receipt receipt;
        std::string play;
        {
            std::lock_guard lock(mutex);
            const auto found = told.find(horn);
            if (found == told.end() || found->second.answered || !believed(found->second, answer.value()))
                return spdlog::warn("horn {}: its answer to {} is not believed", horn, answer.value().number);
            found->second.answered = true;
            play = found->second.play;
            receipt.terminal = found->second.terminal;
        }
        const bool played = answer.value().outcome == loudspeakers::HornOutcome::played;
        receipt.verdict = {played ? Fate::played : Fate::failed, answer.value().seconds, answer.value().note};
        news.alive(horn);
        news.receipt(play, std::move(receipt));
    }

    static bool believed(const Told& one, const loudspeakers::HornAnswer& answer) {
        const auto spent = steady_clock::now() - one.at + kSlack;
        return answer.number == one.number && answer.seconds >= 0 && std::chrono::seconds{answer.seconds} <= spent &&
               (answer.outcome != loudspeakers::HornOutcome::played || answer.seconds > 0);
    }

    HornCommand command(HornDo act, const std::string& play) {
        HornCommand made;
        made.station = settings.area.text;
        made.number = numbers.next();
        made.issued_at = clock.now();
        made.expires_at = made.issued_at + kLife;
        made.act = act;
        made.broadcast = play;
        return made;
    }

    /// Those that could not be told.
    std::vector<std::string> give(const HornCommand& command) {
        const auto message = signed_command(command, settings.key.private_pem);
        std::vector<std::string> missed;
        for (const auto& [horn, volume] : command.horns)
            if (!listener->publish(topics.play(horn), message)) missed.push_back(horn);
        return missed;
    }

    void expect(const HornCommand& command, const std::map<std::string, std::string>& terminals) {
        std::lock_guard lock(mutex);
        for (const auto& [horn, volume] : command.horns)
            told[horn] = {command.number, command.broadcast, terminals.at(horn), steady_clock::now(), false};
    }

    HornSettings settings;
    const Clock& clock;
    HornNews news;
    loudspeakers::HornTopics topics;
    HornNumbers numbers;
    std::mutex mutex;  ///< of told and sounds
    std::map<std::string, Told> told;
    std::map<std::string, std::string> sounds;  ///< of a play, as kept by the broker
    std::unique_ptr<mqtt::Listener> listener;
};

Horns::Horns(HornSettings settings, const Clock& clock, HornNews news)
    : inside_(std::make_unique<Inside>(std::move(settings), clock, std::move(news))) {}
Horns::~Horns() = default;

std::vector<Receipt> Horns::play(
    const std::string& play,
    const sound::Sound& round,
    std::size_t rounds,
    bool exercise,
    const std::vector<HornTarget>& targets
) {
    auto& in = *inside_;
    std::vector<Receipt> failed;
    const auto wav = sound::to_wav(round);
    const auto name = seal::sm3(wav);
    const bool reached = targets.empty() || (in.listener->reach(kReach) && in.listener->publish(in.topics.sound(name), wav, true));
    {
        std::lock_guard lock(in.mutex);
        in.sounds[play] = name;
    }
    std::map<std::string, std::string> terminals;
    std::vector<std::map<std::string, std::int64_t>> batches;
    for (const auto& target : targets) {
        if (!loudspeakers::is_horn_id(target.horn)) {
            failed.push_back({target.terminal, {Fate::failed, 0, "号角编号只能用字母、数字和 - _ ."}});
            continue;
        }
        if (batches.empty() || batches.back().size() >= loudspeakers::kHornsAtOnce) batches.emplace_back();
        batches.back()[target.horn] = target.volume;
        terminals[target.horn] = target.terminal;
    }
    for (auto& batch : batches) {
        auto command = in.command(HornDo::play, play);
        command.horns = std::move(batch);
        command.sound = name;
        command.rounds = static_cast<std::int64_t>(rounds);
        command.exercise = exercise;
        in.expect(command, terminals);
        if (!reached)
            for (const auto& [horn, volume] : command.horns)
                failed.push_back({terminals.at(horn), {Fate::failed, 0, "消息服务器连不上"}});
        else
            for (const auto& horn : in.give(command))
                failed.push_back({terminals.at(horn), {Fate::failed, 0, "消息服务器连不上"}});
    }
    return failed;
}

void Horns::stop(const std::string& play) {
    auto& in = *inside_;
    std::vector<std::string> silenced;
    std::string sound;
    {
        std::lock_guard lock(in.mutex);
        for (auto& [horn, one] : in.told) {
            if (one.play != play) continue;
            if (!one.answered) silenced.push_back(horn);
            one.answered = true;
        }
        if (auto known = in.sounds.extract(play)) sound = known.mapped();
    }
    for (std::size_t at = 0; at < silenced.size(); at += loudspeakers::kHornsAtOnce) {
        auto command = in.command(HornDo::stop, play);
        for (auto i = at; i < std::min(silenced.size(), at + loudspeakers::kHornsAtOnce); ++i)
            command.horns[silenced[i]] = 0;
        in.give(command);
    }
    if (sound.size() == kSm3Digits) in.listener->publish(in.topics.sound(sound), "", true);
}

bool Horns::connected() const {
    return inside_->listener->state().connected;
}

}  // namespace anlan::app
