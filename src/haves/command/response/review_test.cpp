#include "calls/queries.hpp"
#include "response/api.hpp"
#include "response/archive.hpp"
#include "response/trial_town.inc"
#include "tasks/queries.hpp"

namespace anlan::response {
namespace {

using std::chrono::minutes;
using warning::Colour;

/// A whole response: one answers at once, one after the limit, one task is late.
ResponseId whole_story(Town& town) {
    town.staff();
    const auto id = town.activate(alerts::signal("A", Colour::red, town.now()));
    const auto answer = [&](const PersonId& person) {
        for (const auto& call : calls::calls_of(town.rows(), id.text))
            if (call.person == person) {
                EXPECT_TRUE(town.when(calls::AnswerCall{{call.id}, ""}, person.text));
            }
    };
    town.advance(minutes{1});
    answer(town.people["duty_officer"]);
    town.advance(minutes{6});
    answer(town.people["village_head/350581106002"]);
    town.advance(minutes{40});
    for (const auto& task : tasks::tasks_of(town.rows(), id.text))
        if (task.step == "duty") {
            EXPECT_TRUE(town.when(tasks::ConfirmTask{{task.id}, {}, "", {}, {}, ""}, task.owner.text));
        }
    EXPECT_TRUE(town.when(CloseResponse{id, "台风<远离>"}));
    return id;
}

TEST(the_timeline, tells_the_story_in_order_and_in_words) {
    Town town;
    const auto id = whole_story(town);
    const auto lines = timeline_of(town.rows(), id);
    ASSERT_GT(lines.size(), 15U);
    EXPECT_EQ(lines.front().kind, "warning.received");
    EXPECT_EQ(lines.back().kind.substr(0, 5), "task.");
    for (const auto& line : lines) {
        EXPECT_EQ(line.text_zh.find('{'), std::string::npos) << line.text_zh;
        EXPECT_EQ(line.text_en.find('{'), std::string::npos) << line.text_en;
        EXPECT_FALSE(line.text_en.empty());
    }
    const auto called = std::find_if(lines.begin(), lines.end(), [](const auto& line) {
        return line.kind == "call.placed" && line.area == kFirst;
    });
    ASSERT_NE(called, lines.end());
    EXPECT_EQ(called->person_name, "测试village_head/350581106002");
    EXPECT_NE(called->text_zh.find("第一社区"), std::string::npos);
    EXPECT_EQ(called->lon, 118.71);
    const auto rest = timeline_of(town.rows(), id, lines[3].seq, 2);
    ASSERT_EQ(rest.size(), 2U);
    EXPECT_EQ(rest.front().seq, lines[4].seq) << "a page goes on where the last one ended";
}

TEST(a_forgotten_person, is_forgotten_in_the_timeline_too) {
    Town town;
    const auto id = whole_story(town);
    ASSERT_TRUE(town.when(organisation::ErasePerson{town.people["village_head/350581106002"], "本人申请"}));
    for (const auto& line : timeline_of(town.rows(), id))
        EXPECT_EQ(line.text_zh.find("测试village_head/350581106002"), std::string::npos) << line.text_zh;
    EXPECT_TRUE(town.prove().ok);
}

TEST(the_duty_log, is_the_newest_first_and_of_one_world) {
    Town town;
    whole_story(town);
    const auto log = duty_log(town.rows(), World::real(), 5).lines;
    ASSERT_EQ(log.size(), 5U);
    EXPECT_GE(log[0].at, log[4].at);
    EXPECT_TRUE(duty_log(town.rows(), World::drill({"d1"}), 5).lines.empty());
    std::vector<std::int64_t> whole, in_pages;
    for (const auto& line : duty_log(town.rows(), World::real(), 1'000).lines) whole.push_back(line.seq);
    auto page = duty_log(town.rows(), World::real(), 3);
    for (; !page.lines.empty(); page = duty_log(town.rows(), World::real(), 3, page.before)) {
        for (const auto& line : page.lines) in_pages.push_back(line.seq);
        if (page.before.empty()) break;
    }
    EXPECT_EQ(in_pages, whole) << "page by page every line once";
}

TEST(the_review, shows_who_answered_when_what_was_late_and_each_area_along_time) {
    Town town;
    const auto id = whole_story(town);
    const auto review = review_of(town.rows(), town.response(id), town.now(), false);
    EXPECT_EQ(review.answer_seconds.size(), 4U);
    EXPECT_EQ(
        std::count_if(
            review.answer_seconds.begin(),
            review.answer_seconds.end(),
            [](const auto& each) { return each.seconds.has_value(); }
        ),
        2
    );
    ASSERT_EQ(review.late_tasks.size(), 1U);
    EXPECT_EQ(review.late_tasks.front().late_seconds, 17 * 60);
    EXPECT_EQ(review.ended_at - review.started_at, minutes{47});
    ASSERT_EQ(review.areas.size(), 3U) << "the town and two villages";
    for (const auto& area : review.areas) EXPECT_EQ(area.changes.front().state, "ringing");
    const auto first =
        std::find_if(review.areas.begin(), review.areas.end(), [](const auto& each) { return each.area == kFirst; });
    std::vector<std::string> states;
    for (const auto& change : first->changes) states.push_back(change.state);
    EXPECT_EQ(states, (std::vector<std::string>{"ringing", "late", "answered"}));
    EXPECT_GE(review.milestones.size(), 5U);
    EXPECT_EQ(review.response.calls_answered, 2);
    EXPECT_EQ(review.response.warning_to_response_seconds, 0);
}

TEST(the_archive, holds_everything_and_trusts_no_word_in_its_page) {
    Town town;
    const auto id = whole_story(town);
    const auto files = build_archive(town.rows(), town.response(id), town.writer().node(), town.now());
    const auto file = [&](std::string_view path) -> const documents::ArchiveFile& {
        return *std::find_if(files.begin(), files.end(), [&](const auto& each) { return each.path.starts_with(path); });
    };
    EXPECT_EQ(files.size(), 8U);
    EXPECT_EQ(file("warnings/").content, "<alert/>");
    const auto& page = file("index.html").content;
    EXPECT_EQ(page.find("<远离>"), std::string::npos);
    EXPECT_NE(page.find("&lt;远离&gt;"), std::string::npos);
    EXPECT_EQ(page.find("http"), std::string::npos) << "nothing to load from anywhere";
    const auto entries = json::parse(file("journal.json").content).as_array();
    EXPECT_GT(entries.size(), 20U);
    for (const auto& each : entries) {
        const auto entry = from_json<journal::Entry>(each);
        ASSERT_TRUE(entry);
        EXPECT_EQ(journal::hash_of(entry.value()), entry.value().hash) << "anyone can reckon it again";
    }
    EXPECT_EQ(json::parse(file("calls.json").content).as_array().size(), 4U);
    EXPECT_EQ(json::parse(file("tasks.json").content).as_array().size(), 5U);
}

TEST(the_archive_of_a_drill, says_so_on_top) {
    Town town;
    const auto started = town.when(StartResponse{"", "", "typhoon_town", 4, ""}, kOfficer, World::drill({"d1"}));
    ASSERT_TRUE(started);
    const auto files =
        build_archive(town.rows(), town.response({started.value().subject}), town.writer().node(), town.now());
    EXPECT_NE(files.front().content.find("【演练】"), std::string::npos);
}

TEST(a_warning, knows_what_it_led_to) {
    Town town;
    const auto warning = town.take(alerts::signal("A", Colour::red, town.now())).value().subject;
    EXPECT_EQ(responses_of(town.rows(), {warning}).responses.size(), 1U);
    EXPECT_FALSE(responses_of(town.rows(), {warning}).first_at);
    ASSERT_TRUE(town.when(ConfirmResponse{town.only().id, {}, {}}));
    EXPECT_EQ(responses_of(town.rows(), {warning}).first_at, town.now());
}

}  // namespace
}  // namespace anlan::response
