#include "app/demo_devices.hpp"

#include <spdlog/spdlog.h>

#include <fstream>
#include <sstream>

#include "app/grant.hpp"
#include "base/day.hpp"
#include "devices/commands.hpp"
#include "organisation/queries.hpp"

namespace anlan::app {

namespace {

struct SeedDevice {
    devices::DeviceKind kind = devices::DeviceKind::other;
    std::string name, number, place, keeper;  ///< keeper: code of a post
    bool in_rounds = true;
    std::optional<std::int64_t> battery, airtime;
    std::optional<std::int64_t> airtime_days, maintenance_days;  ///< counted from today
    std::optional<devices::CheckOutcome> first, second;          ///< in the closed round, and in the open one
    std::int64_t seconds = 0;
    std::string counterpart, note;
};
BOOST_DESCRIBE_STRUCT(
    SeedDevice,
    (),
    (kind,
     name,
     number,
     place,
     keeper,
     in_rounds,
     battery,
     airtime,
     airtime_days,
     maintenance_days,
     first,
     second,
     seconds,
     counterpart,
     note)
)

class Keeper {
  public:
    Keeper(Node& node, const std::vector<SeedDevice>& seeds)
        : node_(node), seeds_(seeds), officer_(holder("duty_officer")), today_(day_at(node.writer().clock().now())) {}

    void keep() {
        for (const auto& seed : seeds_) ids_.push_back(enrol(seed));
        const devices::RoundId closed{grant(devices::OpenRound{})};
        for (std::size_t i = 0; i < seeds_.size(); ++i) note(closed, i, seeds_[i].first);
        grant(devices::CloseRound{closed});
        const devices::RoundId open{grant(devices::OpenRound{})};
        for (std::size_t i = 0; i < seeds_.size(); ++i) note(open, i, seeds_[i].second);
    }

  private:
    template <class C>
    std::string grant(C command) {
        return app::grant(node_, std::move(command), officer_.text);
    }

    PersonId holder(const std::string& code) {
        PersonId person;
        const auto& area = node_.settings().facts.area;
        node_.read([&](store::Rows& rows) {
            for (const auto& post : organisation::posts_of(rows, code, area))
                if (post.area == area) person = post.holder;
        });
        return person;
    }

    std::optional<std::string> day(const std::optional<std::int64_t>& away) const {
        if (!away) return std::nullopt;
        return to_text(today_ + std::chrono::days{*away});
    }

    devices::DeviceId enrol(const SeedDevice& seed) {
        const auto& area = node_.settings().facts.area;
        const devices::DeviceId id{grant(devices::RegisterDevice{
            {seed.kind, seed.name, seed.number, area, seed.place, seed.in_rounds}, holder(seed.keeper)})};
        if (seed.battery || seed.airtime || seed.airtime_days || seed.maintenance_days)
            grant(devices::ReportDevice{
                id, seed.battery, seed.airtime, day(seed.airtime_days), day(seed.maintenance_days), "演示数据"});
        return id;
    }

    void note(const devices::RoundId& round, std::size_t i, const std::optional<devices::CheckOutcome>& outcome) {
        if (!outcome || !seeds_[i].in_rounds) return;
        const bool answered = *outcome == devices::CheckOutcome::answered;
        grant(devices::NoteCheck{
            round,
            ids_[i],
            *outcome,
            answered ? seeds_[i].seconds : 0,
            answered ? seeds_[i].counterpart : "",
            answered ? "" : seeds_[i].note});
    }

    Node& node_;
    const std::vector<SeedDevice>& seeds_;
    PersonId officer_;
    Day today_;
    std::vector<devices::DeviceId> ids_;
};

}  // namespace

void seed_devices(Node& node) {
    std::ostringstream text;
    text << std::ifstream(node.settings().shared_data / "demo/devices.json").rdbuf();
    const auto all = from_json_text<std::map<std::string, std::vector<SeedDevice>>>(text.str(), Unknown::refused);
    if (!all) {
        spdlog::error("data/demo/devices.json: {} ({})", all.error().en, all.error().field);
        return;
    }
    const auto found = all.value().find(node.settings().facts.area.text);
    if (found != all.value().end()) Keeper(node, found->second).keep();
}

}  // namespace anlan::app
