#include "app/demo_venue.hpp"

#include <spdlog/spdlog.h>

#include <fstream>
#include <sstream>

#include "app/grant.hpp"
#include "base/day.hpp"
#include "organisation/queries.hpp"
#include "seal/seal.hpp"
#include "venue/commands.hpp"
#include "venue/quiz.hpp"

namespace anlan::app {

namespace {

constexpr std::size_t kPapers = 24;

struct SeedActivity {
    venue::ActivityKind kind = venue::ActivityKind::other;
    std::string title;
    std::int64_t day = 0;  ///< counted from today
    std::int64_t people = 0;
    venue::Group audience = venue::Group::residents;
};
BOOST_DESCRIBE_STRUCT(SeedActivity, (), (kind, title, day, people, audience))

struct SeedExhibit {
    std::string name;
    venue::ExhibitKind kind = venue::ExhibitKind::fire;
    std::string hall;
};
BOOST_DESCRIBE_STRUCT(SeedExhibit, (), (name, kind, hall))

struct SeedVenue {
    std::string name, address;
    std::int64_t square_metres = 0;
    bool guide = false;
    std::vector<SeedExhibit> exhibits;
    std::vector<SeedActivity> activities;
};
BOOST_DESCRIBE_STRUCT(SeedVenue, (), (name, address, square_metres, guide, exhibits, activities))

class Opener {
  public:
    Opener(Node& node, const SeedVenue& seed) : node_(node), seed_(seed), today_(day_at(node.writer().clock().now())) {}

    void open() {
        describe();
        exhibit();
        activities();
        visitors();
        papers();
    }

  private:
    template <class C>
    std::string grant(C command, const std::string& actor = kSeed) {
        return app::grant(node_, std::move(command), actor);
    }

    std::string day(std::int64_t away) const { return to_text(today_ + std::chrono::days{away}); }

    void describe() {
        venue::VenueSheet sheet{
            seed_.name,
            seed_.address,
            seed_.square_metres,
            {"展示厅", "体验厅"},
            {},
            {},
            60,
            30,
            seed_.guide,
            "团体请提前预约；学校、企业可安排讲解。"};
        for (std::int64_t weekday = 1; weekday <= 7; ++weekday) {
            sheet.openings.push_back({weekday, 9 * 60, 12 * 60});
            sheet.openings.push_back({weekday, 14 * 60, 17 * 60});
        }
        grant(venue::SetVenue{std::move(sheet)});
    }

    void exhibit() {
        PersonId keeper;
        node_.read([&](store::Rows& rows) {
            for (const auto& post : organisation::posts_of(rows, "publicity", node_.settings().facts.area))
                keeper = post.holder;
        });
        std::size_t place = 0;
        for (const auto& each : seed_.exhibits) {
            const venue::ExhibitId id{grant(venue::PutExhibit{{}, {each.name, each.kind, each.hall, keeper}})};
            if (++place == 3) {
                grant(venue::ReportFault{id, "触摸屏没有反应（示例）"}, "public");
                continue;
            }
            grant(venue::CheckExhibit{id, "演示数据"});
        }
    }

    void activities() {
        for (const auto& each : seed_.activities) {
            const venue::ActivityId id{grant(venue::PlanActivity{
                {each.kind, each.title, day(each.day), 9 * 60, 11 * 60, seed_.name, each.audience}})};
            grant(venue::HoldActivity{id, each.people, "演示数据"});
        }
        grant(venue::PlanActivity{
            {venue::ActivityKind::first_lesson,
             "小学生安全第一课",
             day(6),
             9 * 60,
             10 * 60 + 30,
             seed_.name,
             venue::Group::students}});
    }

    void visitors() {
        constexpr std::array kGroups{venue::Group::students, venue::Group::workers, venue::Group::elders};
        std::int64_t people = 28;
        for (const auto group : kGroups) {
            const venue::VisitId id{grant(venue::SignVisit{"", people, group}, "public")};
            grant(venue::RateVisit{id, group == venue::Group::elders ? 4 : 5, "演示数据"}, "public");
            people -= 9;
        }
        for (const std::int64_t hour : {9, 10, 14})
            grant(
                venue::BookVisit{
                    day(1), hour * 60, 10 + hour, venue::Group::students, false, "测试联系人", "13900000000"},
                "public"
            );
    }

    /// Papers whose answers are right four times of five, so that the page of what people miss has something to say.
    void papers() {
        seal::SeededDice dice(static_cast<std::uint64_t>(std::stoll(node_.settings().facts.area.text)));
        for (std::size_t i = 0; i < kPapers; ++i) {
            const auto paper = seal::sm3(node_.settings().facts.area.text + std::to_string(i)).substr(0, 32);
            venue::AnswerPaper handed{paper, {}, {}, venue::Group::students, false};
            const auto drawn = venue::draw(paper, {}).value();
            for (const auto* question : drawn)
                handed.answers.push_back(dice.roll() % 5 == 0 ? (question->right + 1) % 4 : question->right);
            grant(std::move(handed), "public");
        }
    }

    Node& node_;
    const SeedVenue& seed_;
    Day today_;
};

}  // namespace

void seed_venue(Node& node) {
    std::ostringstream text;
    text << std::ifstream(node.settings().shared_data / "demo/venue.json").rdbuf();
    const auto all = from_json_text<std::map<std::string, SeedVenue>>(text.str(), Unknown::refused);
    if (!all) {
        spdlog::error("data/demo/venue.json: {} ({})", all.error().en, all.error().field);
        return;
    }
    const auto found = all.value().find(node.settings().facts.area.text);
    if (found != all.value().end()) Opener(node, found->second).open();
}

}  // namespace anlan::app
