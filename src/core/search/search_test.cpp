#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "search/grams.hpp"
#include "search/queries.hpp"
#include "search/room.hpp"
#include "trial/trial.hpp"

using namespace anlan;
using namespace anlan::search;

namespace {

struct NoteWritten {
    static constexpr journal::EventKind kKind{"note.written", 1, journal::Share::local};
    std::string title, text, permission;
    AreaCode area;
};
BOOST_DESCRIBE_STRUCT(NoteWritten, (), (title, text, permission, area))
void project(store::Rows&, const journal::Entry&, const NoteWritten&) {}

const AreaCode kTown{"350581106000"}, kOther{"350581107000"};

trial::Trial trial_town() {
    journal::Room notes("notes", "");
    notes.projects<NoteWritten>();
    const Source source{
        {NoteWritten::kKind.text()}, [](store::Rows&, const journal::Entry& entry) {
            const auto note = journal::Room::body_of<NoteWritten>(entry);
            return std::vector<Finding>{{"note", entry.subject, note.title, note.text, note.area, note.permission, ""}};
        }};
    return trial::Trial({notes, make_room({source})});
}

std::vector<std::string> titles(trial::Trial& town, Question question) {
    std::vector<std::string> all;
    auto found = find(town.rows(), question);
    if (!found) return {found.error().code};
    for (const auto& each : found.value().found) all.push_back(each.title);
    return all;
}

Question ask(std::string text) {
    Question question;
    question.text = std::move(text);
    question.area = AreaCode{"350581000000"};
    return question;
}

using Titles = std::vector<std::string>;

}  // namespace

TEST(a_question_of_one_character, is_refused_with_the_way_out) {
    auto town = trial_town();
    EXPECT_EQ(titles(town, ask("台")), Titles{"question_too_short"});
    EXPECT_EQ(titles(town, ask("，、!")), Titles{"question_too_short"});
}

TEST(what_one_may_not_see, is_not_found) {
    auto town = trial_town();
    town.given("n1", NoteWritten{"隐患排查", "", "note.read", {}});
    town.given("n2", NoteWritten{"隐患整改", "", "", kOther});
    EXPECT_EQ(titles(town, ask("隐患")), Titles{"隐患整改"});
    auto mine = ask("隐患");
    mine.area = kTown;
    EXPECT_EQ(titles(town, mine), Titles{});
    mine.permissions = {"note.read"};
    EXPECT_EQ(titles(town, mine), Titles{"隐患排查"});
}

TEST(two_characters, are_found_wherever_they_stand) {
    auto town = trial_town();
    town.given("n1", NoteWritten{"台风防御", "沿海渔船回港避风，ＡＢＣ-12 号", "", {}});
    town.given("n2", NoteWritten{"防台工作", "风防", "", {}});
    EXPECT_EQ(titles(town, ask("台风")), Titles{"台风防御"});
    EXPECT_EQ(titles(town, ask("回港")), Titles{"台风防御"});
    EXPECT_EQ(titles(town, ask("abc 12")), Titles{"台风防御"});
    EXPECT_EQ(titles(town, ask("渔船 防御")), Titles{"台风防御"});
    EXPECT_EQ(titles(town, ask("港避")), Titles{"台风防御"});
    EXPECT_EQ(titles(town, ask("御沿")), Titles{});
    EXPECT_EQ(titles(town, ask("风防")), (Titles{"防台工作", "台风防御"}));
}

TEST(what_is_written_anew, is_found_by_its_new_words_only) {
    auto town = trial_town();
    town.given("n1", NoteWritten{"旧题", "", "", {}});
    town.given("n1", NoteWritten{"新题目", "", "", {}});
    EXPECT_EQ(titles(town, ask("旧题")), Titles{});
    EXPECT_EQ(titles(town, ask("新题")), Titles{"新题目"});
}

TEST(many_findings, give_the_same_answer_as_reading_everything_and_the_same_after_replay) {
    auto town = trial_town();
    const std::vector<std::string> words{"积水", "塌方", "渔船", "转移", "水库", "库区", "港口", "口岸"};
    Titles all;
    for (int i = 0; i < 2 * kBlock + 700; ++i) {
        const auto title = words[static_cast<std::size_t>(i * 7 % 8)] + words[static_cast<std::size_t>(i / 3 % 8)];
        all.push_back(title + " " + std::to_string(i));
        town.given("n" + std::to_string(i), NoteWritten{all.back(), "", "", {}});
    }
    for (const auto* text : {"积水", "水库 港口", "库区", "港口岸", "水塌", "1023", "2747"}) {
        Titles expected;
        const auto asked = words_of(text);
        for (auto each = all.rbegin(); each != all.rend(); ++each)
            if (std::ranges::all_of(asked, [&](const auto& word) {
                    return folded(*each).find(word) != std::string::npos;
                }))
                expected.push_back(*each);
        Titles got;
        auto question = ask(text);
        question.limit = 100;
        while (true) {
            const auto answer = find(town.rows(), question).value();
            for (const auto& each : answer.found) got.push_back(each.title);
            if (!answer.before) break;
            question.before = *answer.before;
        }
        EXPECT_EQ(got, expected) << text;
    }
    EXPECT_TRUE(town.prove().ok);
}

TEST(places_in_a_block, are_read_as_they_were_written) {
    rc::check([] {
        auto wanted = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, kBlock));
        std::string text;
        for (const auto each : wanted) add_place(text, each);
        RC_ASSERT(places_of(text) == wanted);
    });
}

TEST(any_bytes, can_be_asked_for) {
    rc::check([] {
        const auto text = *rc::gen::arbitrary<std::string>();
        const auto once = folded(text);
        RC_ASSERT(folded(once) == once);
        grams_of(once);
    });
}
