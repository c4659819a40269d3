#include "sip/pager.hpp"

#include <gtest/gtest.h>

#include <mutex>
#include <set>

#include "sip/telephone_for_tests.hpp"
#include "sound/siren.hpp"

namespace anlan::sip {
namespace {

using namespace std::chrono_literals;
using test::Telephone;
using test::wait_until;

struct a_pager : ::testing::Test {
    a_pager() {
        PagerNews news;
        news.receipt = [this](const std::string&, const PageReceipt& one) {
            std::lock_guard lock(mutex);
            receipts.push_back(one);
        };
        news.over = [this](const std::string& play) {
            std::lock_guard lock(mutex);
            over.insert(play);
        };
        news.alive = [this](const std::string& terminal) {
            std::lock_guard lock(mutex);
            alive.insert(terminal);
        };
        Account account;
        account.endpoint.local = "127.0.0.1";
        pager = Pager::open(account, news).value();
    }
    bool is_over(const std::string& play) {
        return wait_until([&] {
            std::lock_guard lock(mutex);
            return over.contains(play);
        });
    }
    PageReceipt of(const std::string& terminal) {
        std::lock_guard lock(mutex);
        for (const auto& one : receipts)
            if (one.terminal == terminal) return one;
        return {"none", Paged::silent, 0, {}};
    }
    static PageTarget target(const std::string& terminal, const Telephone& phone) {
        return {terminal, "13900000001@" + phone.gateway(), 1};
    }

    std::mutex mutex;
    std::vector<PageReceipt> receipts;
    std::set<std::string> over, alive;
    std::unique_ptr<Pager> pager;
};

TEST_F(a_pager, tells_who_played_who_refused_and_who_was_silent) {
    Telephone plays, other, rings({.picks_up = false});
    const auto gone = "127.0.0.1:" + std::to_string(test::free_port(SOCK_DGRAM));
    pager->probe({target("plays", plays), {"gone", "801@" + gone, 1}});
    const auto round = sound::siren({.low_hertz = 900, .high_hertz = 900, .seconds = 1});
    pager->play(
        "b1",
        round,
        2,
        {target("plays", plays), target("other", other), target("rings", rings), {"gone", "801@" + gone, 1}}
    );
    ASSERT_TRUE(rings.told("CALL_INCOMING"));
    rings.hang_up();
    ASSERT_TRUE(is_over("b1"));
    EXPECT_EQ(of("plays").how, Paged::played) << of("plays").note << plays.log();
    EXPECT_EQ(of("plays").seconds, 2);
    EXPECT_EQ(of("other").how, Paged::played) << of("other").note;
    EXPECT_EQ(of("rings").how, Paged::failed);
    EXPECT_FALSE(of("rings").note.empty());
    EXPECT_EQ(of("gone").how, Paged::silent);
    EXPECT_EQ(receipts.size(), 4u);
    EXPECT_TRUE(alive.contains("plays"));
    EXPECT_FALSE(alive.contains("gone"));
    const auto loud = [&] { return sound::loudness(plays.earpiece().samples); };
    EXPECT_TRUE(wait_until([&] { return loud() > 0.05; }, 5s));
}

TEST_F(a_pager, stops_at_once_and_gives_no_receipt_for_it) {
    Telephone plays;
    pager->play("b1", sound::siren({.seconds = 60}), 1, {target("plays", plays)});
    ASSERT_TRUE(plays.told("CALL_ESTABLISHED")) << plays.log();
    pager->stop("b1");
    ASSERT_TRUE(plays.told("CALL_CLOSED"));
    plays.forget();
    pager->play("b1", sound::siren({.seconds = 60}), 1, {target("plays", plays)});
    ASSERT_TRUE(plays.told("CALL_ESTABLISHED")) << plays.log();
    plays.hang_up();
    ASSERT_TRUE(is_over("b1"));
    ASSERT_EQ(receipts.size(), 1u);
    EXPECT_EQ(of("plays").how, Paged::failed);
    EXPECT_EQ(of("plays").note, "播到一半终端挂断");
}

TEST(the_receipt_of_a_page, is_played_only_with_every_proof) {
    TalkEnd whole{.how = End::heard_out, .talked_seconds = 9.8, .goodbye_answered = true, .all_sent = true};
    EXPECT_EQ(receipt_of("t", whole).how, Paged::played);
    auto reported = whole;
    reported.lost = 0.04;
    EXPECT_EQ(receipt_of("t", reported).how, Paged::played);
    reported.lost = 0.06;
    EXPECT_EQ(receipt_of("t", reported).how, Paged::failed);
    auto no_goodbye = whole;
    no_goodbye.goodbye_answered = false;
    EXPECT_EQ(receipt_of("t", no_goodbye).how, Paged::silent);
    EXPECT_EQ(receipt_of("t", {.how = End::unreached}).how, Paged::silent);
    for (const auto how : {End::hung_up, End::rejected, End::no_answer, End::no_sound})
        EXPECT_EQ(receipt_of("t", {.how = how, .status = 486}).how, Paged::failed);
}

}  // namespace
}  // namespace anlan::sip
