#include "bench/simulated_towns.hpp"

#include "journal/event.hpp"

namespace anlan::bench {

namespace {

constexpr int kFirstTown = 100'000;  ///< six digits after the province's
constexpr std::uint64_t kIncarnation = 1;
constexpr std::string_view kModelTown = "350581106000";  ///< where the model entry was made

}  // namespace

SimulatedTowns::SimulatedTowns(int towns, int frames_each, const journal::Entry& model, const AreaCode& parent)
    : frames_each_(frames_each), model_(model), parent_(parent), key_(seal::new_key_pair()) {
    for (int i = 0; i < towns; ++i)
        areas_.push_back(AreaCode{parent.text.substr(0, 2) + std::to_string(kFirstTown + i) + "1000"});
    said_.resize(areas_.size());
}

std::string SimulatedTowns::status_frame(
    const AreaCode& town, Instant at, const std::vector<federation::StreamMark>& held
) const {
    federation::Frame frame{town, parent_, at, std::nullopt, federation::Status{}};
    frame.status->incarnation = kIncarnation;
    frame.status->clock = at;
    frame.status->arrived = held;
    return federation::encode(frame, squeezer_, {}, shared_key_);
}

std::vector<std::string> SimulatedTowns::entry_frames(const AreaCode& town, Instant at) const {
    std::vector<std::string> frames;
    auto entry = model_;
    // Each speaks of its own area: an entry about another's is refused.
    for (auto place = entry.body.find(kModelTown); place != std::string::npos; place = entry.body.find(kModelTown, place))
        entry.body.replace(place, kModelTown.size(), town.text);
    auto hash = journal::kNoHash;
    for (int i = 0; i < frames_each_; ++i) {
        at += std::chrono::seconds{1};
        entry.seq = i + 1;
        entry.at = at;
        entry.prev = hash;
        entry.hash = hash = journal::hash_of(entry);
        federation::Batch batch{"up/2", 1, i + 1, {entry}, hash.substr(0, federation::kCheckDigits)};
        frames.push_back(
            federation::encode({town, parent_, at, std::move(batch), std::nullopt}, squeezer_, {}, shared_key_)
        );
    }
    return frames;
}

void SimulatedTowns::speak_to(
    const std::string& parent_pem, Instant from, const std::vector<federation::StreamMark>& held
) {
    shared_key_ = seal::pair_key(key_.private_pem, parent_pem);
    for (const auto& town : areas_) {
        greetings_.push_back(status_frame(town, from, held));
        frames_.push_back(entry_frames(town, from));
    }
}

void SimulatedTowns::greet() {
    for (std::size_t i = 0; i < areas_.size(); ++i) receive_(areas_[i], std::move(greetings_[i]));
}

bool SimulatedTowns::say(std::size_t town) {
    auto& frames = frames_[town];
    if (said_[town] == frames.size()) return false;
    receive_(areas_[town], std::move(frames[said_[town]++]));
    return true;
}

app::NodeSettings parent_settings(const std::filesystem::path& folder) {
    app::NodeSettings settings;
    settings.facts = {kProvince, "福建省"};
    settings.folder = folder / "parent";
    settings.shared_data = std::filesystem::current_path() / "data";
    return settings;
}

std::int64_t arrived(app::Node& parent) {
    std::int64_t entries = 0;
    parent.read([&](store::Rows& rows) {
        entries = rows.value<std::int64_t>("SELECT COUNT(*) FROM arrival").value_or(0);
    });
    return entries;
}

std::vector<federation::StreamMark> told_down(app::Node& parent) {
    std::vector<federation::StreamMark> marks;
    parent.read([&](store::Rows& rows) {
        for (const auto* stream : {"down/0", "down/1", "down/2"}) {
            const auto end = journal::sent_out(rows, stream);
            if (end.number == 0) continue;
            marks.push_back({stream, end.epoch, end.number, end.hash.substr(0, federation::kCheckDigits)});
        }
    });
    return marks;
}

}  // namespace anlan::bench
