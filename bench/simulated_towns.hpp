#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "app/node.hpp"
#include "federation/frame.hpp"
#include "federation/line.hpp"
#include "seal/seal.hpp"

namespace anlan::bench {

/// Thousands of towns that are nothing but their frames: made beforehand, so that sending them costs the parent's
/// machine nothing. What the parent answers is counted and thrown away. They share one key; the parent cannot tell.
class SimulatedTowns : public federation::Line {
  public:
    /// Each town has so many frames of one entry, shaped like `model` in its shared form.
    SimulatedTowns(int towns, int frames_each, const journal::Entry& model, const AreaCode& parent);

    const std::vector<AreaCode>& areas() const { return areas_; }
    const seal::KeyPair& key() const { return key_; }
    /// Makes all frames for this parent. `held` is what the towns have of its streams already. Without it the towns are
    /// silent.
    void speak_to(const std::string& parent_pem, Instant from, const std::vector<federation::StreamMark>& held);

    /// Every town says that it is there.
    void greet();
    /// The next entry of this town; false when it has said everything.
    bool say(std::size_t town);
    long long answers() const { return answers_; }

    void open(Receive receive) override { receive_ = std::move(receive); }
    void send(const AreaCode&, federation::Lane, std::string) override { ++answers_; }
    federation::LineFacts facts(const AreaCode&) const override { return {true, {}, 0, 0, {}}; }
    void close() override {}

  private:
    std::string status_frame(const AreaCode& town, Instant at, const std::vector<federation::StreamMark>& held) const;
    std::vector<std::string> entry_frames(const AreaCode& town, Instant at) const;

    int frames_each_;
    journal::Entry model_;
    AreaCode parent_;
    seal::KeyPair key_;
    std::string shared_key_;
    federation::Squeezer squeezer_;
    std::vector<AreaCode> areas_;
    std::vector<std::string> greetings_;
    std::vector<std::vector<std::string>> frames_;
    std::vector<std::size_t> said_;
    Receive receive_;
    std::atomic<long long> answers_{0};
};

inline const AreaCode kProvince{"350000000000"};
/// The node above all of them; it lives in `folder`/parent.
app::NodeSettings parent_settings(const std::filesystem::path& folder);
/// Entries of others it has on disk.
std::int64_t arrived(app::Node& parent);
/// Where the parent's streams to all below it end.
std::vector<federation::StreamMark> told_down(app::Node& parent);

}  // namespace anlan::bench
