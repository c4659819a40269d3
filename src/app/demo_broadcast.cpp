#include "app/demo_broadcast.hpp"

#include <spdlog/spdlog.h>

#include <fstream>
#include <sstream>

#include "app/grant.hpp"
#include "broadcast/commands.hpp"
#include "broadcast/patterns.hpp"
#include "broadcast/queries.hpp"
#include "organisation/queries.hpp"

namespace anlan::app {

namespace {

constexpr const char* kAir = "system:announcing";

struct SeedTerminal {
    std::string name;
    AreaCode area;
    broadcast::TerminalKind kind = broadcast::TerminalKind::rtp;
    std::string address;
    std::int64_t volume = 80;
    bool drill_ok = false, silent = false;
};
BOOST_DESCRIBE_STRUCT(SeedTerminal, (), (name, area, kind, address, volume, drill_ok, silent))

class Hanger {
  public:
    Hanger(Node& node, const std::vector<SeedTerminal>& seeds) : node_(node), seeds_(seeds) {}

    void hang() {
        broadcast::HearTerminal heard;
        broadcast::MissTerminal missed;
        for (const auto& each : seeds_) {
            const broadcast::TerminalId id{grant(broadcast::RegisterTerminal{
                {each.name, each.area, each.kind, each.address, each.volume, each.drill_ok, {}, {}}})};
            if (each.silent)
                missed.terminals.push_back({id, {}});
            else
                heard.terminals.push_back(id);
        }
        const auto ids = heard.terminals;
        grant(std::move(heard), kAir);
        grant(std::move(missed), kAir);
        test(ids);
    }

  private:
    template <class C>
    std::string grant(C command, const std::string& actor = kSeed) {
        return app::grant(node_, std::move(command), actor);
    }

    /// Last month's test, by two people who hold posts here; whoever is silent gave no receipt.
    void test(const std::vector<broadcast::TerminalId>& heard) {
        const auto& area = node_.settings().facts.area;
        std::vector<PersonId> people;
        broadcast::BroadcastSheet sheet;
        const auto* pattern = broadcast::find_pattern("monthly_test");
        node_.read([&](store::Rows& rows) {
            for (const auto& post : organisation::posts_at(rows, area))
                if (!post.holder.empty() && (people.empty() || people.front() != post.holder))
                    people.push_back(post.holder);
            if (pattern != nullptr) sheet.text = broadcast::filled(*pattern, {area}, rows);
        });
        if (people.size() < 2 || pattern == nullptr) return;
        sheet.purpose = pattern->purpose;
        sheet.severity = pattern->severity;
        sheet.title = pattern->title;
        sheet.siren = pattern->siren;
        sheet.repeats = pattern->repeats;
        sheet.zones = {area};
        sheet.pattern = pattern->id;
        const broadcast::BroadcastId id{grant(broadcast::DraftBroadcast{sheet}, people[0].text)};
        grant(broadcast::ReleaseBroadcast{id, 1, {}}, people[1].text);
        grant(broadcast::BeginBroadcast{id}, kAir);
        for (const auto& terminal : heard)
            grant(broadcast::ReportPlayed{id, terminal, broadcast::Outcome::played, 5, "演示数据"}, kAir);
        grant(broadcast::FinishBroadcast{id}, kAir);
    }

    Node& node_;
    const std::vector<SeedTerminal>& seeds_;
};

}  // namespace

void seed_broadcast(Node& node) {
    std::ostringstream text;
    text << std::ifstream(node.settings().shared_data / "demo/broadcast.json").rdbuf();
    const auto all = from_json_text<std::map<std::string, std::vector<SeedTerminal>>>(text.str(), Unknown::refused);
    if (!all) {
        spdlog::error("data/demo/broadcast.json: {} ({})", all.error().en, all.error().field);
        return;
    }
    const auto found = all.value().find(node.settings().facts.area.text);
    if (found != all.value().end()) Hanger(node, found->second).hang();
}

}  // namespace anlan::app
