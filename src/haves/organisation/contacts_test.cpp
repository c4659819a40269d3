#include "organisation/contacts.hpp"

#include "http/asking_for_tests.hpp"
#include "organisation/api.hpp"
#include "organisation/trial_town.inc"

namespace anlan::organisation {
namespace {

using Cells = std::vector<std::string>;

TEST(a_card_of_another_program, is_read_with_its_mobile_number) {
    const auto table = contacts_table(
                           "\xEF\xBB\xBF"
                           "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8:测试;甲\r\nTEL;WORK:0595-8800 0001\r\n"
                           "TEL;CELL:+86 139-0000-0001\r\nEND:VCARD\r\n"
                           "begin:vcard\nFN:测试乙\nitem1.TEL;type=CELL:13900000002\nend:vcard\n",
                           kTown
    )
                           .value();
    // What ends a card is read in any case of letters.
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[0].cells, (Cells{"测试甲", "13900000001", kTown.text}));
    EXPECT_EQ(table.rows[1].cells, (Cells{"测试乙", "13900000002", kTown.text}));
}

TEST(a_file_without_cards, is_refused) {
    EXPECT_FALSE(is_vcard("姓名,电话\n"));
    EXPECT_EQ(contacts_table("BEGIN:VCARD\r\nFN:没有结尾\r\n", kTown).error().code, "table_empty");
}

struct a_town_with_people : ::testing::Test {
    TownTrial town;
    http::Endpoints table;
    a_town_with_people() { add_endpoints(table, nullptr); }
    http::Caller editor = http::caller_with({"organisation.edit", "organisation.view"}, kTown);
    http::Answer ask(const std::string& reason) {
        return http::Asking(town, table).ask(editor, http::Method::get, "/api/v1/contacts", "", {{"reason", reason}});
    }
};

TEST_F(a_town_with_people, gives_its_contacts_only_for_a_reason_and_the_export_is_kept) {
    town.when(AddPerson{"测试甲", "13900000001", kTown, false, {}}).value();
    EXPECT_EQ(ask("").status, 422);
    const auto answer = ask("换新值班手机");
    EXPECT_EQ(answer.status, 200);
    EXPECT_NE(answer.body.find("TEL;TYPE=CELL:13900000001\r\n"), std::string::npos);
    EXPECT_EQ(town.kinds(), std::vector<std::string>{"person.contacts_exported"});
    EXPECT_EQ(town.written().front().body.find("测试甲"), std::string::npos) << "no name in the journal";
}

TEST_F(a_town_with_people, takes_its_own_export_back_as_the_same_people) {
    town.when(AddPerson{"测试甲;带分号", "13900000001", kTown, false, {}}).value();
    const auto cards = ask("备份").body;
    http::Asking asking(town, table);
    const auto again = http::body_of(asking.ask(editor, http::Method::post, "/api/v1/people/import", cards));
    EXPECT_EQ(again.at("bad").as_int64(), 1) << "listed already, told before anything is written";
    TownTrial other;
    const auto fresh = http::body_of(
        http::Asking(other, table).ask(editor, http::Method::post, "/api/v1/people/import", cards, {{"commit", "1"}})
    );
    EXPECT_EQ(fresh.at("good").as_int64(), 1);
    EXPECT_EQ(people_rows(other.rows(), kTown, "").front().name, "测试甲;带分号");
}

}  // namespace
}  // namespace anlan::organisation
