#include <gtest/gtest.h>

#include "links/join_api.hpp"
#include "links/join_commands.hpp"
#include "links/queries.hpp"
#include "links/room.hpp"
#include "seal/seal.hpp"
#include "trial/trial.hpp"

namespace anlan::links {

namespace {

const AreaCode kCounty{"350581000000"}, kTown{"350581106000"}, kOther{"350581103000"}, kVillage{"350581106201"};
const std::string kNkey = "U" + std::string(55, 'A');

/// The county, and machines that ask to join it.
struct Asking {
    trial::Trial county{{make_room()}, kCounty, "石狮市"};
    seal::KeyPair above = seal::new_key_pair(), town = seal::new_key_pair(), stranger = seal::new_key_pair();

    std::string code() {
        const auto made = county.when(MakeCode{});
        return std::string(made.value().answer.at("code").as_string());
    }
    AskToJoin ask(const std::string& code, const AreaCode& area = kTown) { return ask_as(town, code, area); }
    AskToJoin ask_as(const seal::KeyPair& key, const std::string& code, const AreaCode& area = kTown) {
        JoinAsk said{key_of_code(code).id, area, "永宁镇", key.public_pem, kNkey, {}, {}};
        said.mark = key_of_code(code).mark(said.text());
        said.proof = seal::sign(key.private_pem, said.text());
        return {said, "192.0.2.7", above.public_pem};
    }
    std::string refused(auto wish) {
        const auto outcome = county.when(std::move(wish));
        return outcome ? "granted" : outcome.error().code;
    }
    std::string fingerprint(const AreaCode& area = kTown) { return request_of(county.rows(), area)->fingerprint; }
    void join() {
        ASSERT_TRUE(county.when(ask(code())));
        ASSERT_TRUE(county.when(ApproveJoin{kTown, fingerprint()}));
    }
    std::string state() { return request_of(county.rows(), kTown)->state; }
};

}  // namespace

TEST(a_code, that_was_never_made_opens_nothing) {
    Asking on;
    on.code();
    EXPECT_EQ(on.refused(on.ask("AAAA-AAAA-AAAA")), "code_wrong");
    EXPECT_EQ(on.refused(on.ask("")), "code_wrong");
    EXPECT_FALSE(request_of(on.county.rows(), kTown));
}

TEST(a_code, is_dead_after_a_day) {
    Asking on;
    const auto code = on.code();
    on.county.advance(kCodeHours);
    EXPECT_EQ(on.refused(on.ask(code)), "code_expired");
}

TEST(a_code, works_once) {
    Asking on;
    const auto code = on.code();
    ASSERT_TRUE(on.county.when(on.ask(code)));
    EXPECT_EQ(on.refused(on.ask(code, kOther)), "code_used");
    EXPECT_EQ(on.refused(on.ask_as(on.stranger, code)), "code_used");
}

TEST(a_code, stands_nowhere_in_the_journal) {
    Asking on;
    const auto code = on.code();
    ASSERT_TRUE(on.county.when(on.ask(code)));
    for (const auto& body : on.county.rows().list<std::string>("SELECT body FROM journal"))
        EXPECT_EQ(body.find(code), std::string::npos);
}

TEST(a_code, is_read_however_it_was_typed) {
    EXPECT_EQ(code_as_typed(" k7qm2xvh 9rtc"), "K7QM-2XVH-9RTC");
    EXPECT_EQ(key_of_code("k7qm2xvh9rtc").digest, key_of_code("K7QM-2XVH-9RTC").digest);
}

TEST(asking_to_join, refuses_an_area_that_does_not_lie_below) {
    Asking on;
    EXPECT_EQ(on.refused(on.ask(on.code(), AreaCode{"350582100000"})), "area_not_below");
    EXPECT_EQ(on.refused(on.ask(on.code(), kCounty)), "area_not_below");
    EXPECT_EQ(on.refused(on.ask(on.code(), AreaCode{"350500000000"})), "area_not_below");
    EXPECT_EQ(on.refused(on.ask(on.code(), AreaCode{"350581106"})), "area_invalid");
    EXPECT_EQ(on.refused(on.ask(on.code(), AreaCode{"3505811060xx"})), "area_invalid");
}

TEST(asking_to_join, sends_a_village_to_its_town) {
    Asking on;
    on.join();
    EXPECT_EQ(on.refused(on.ask(on.code(), kVillage)), "area_has_nearer_parent");
}

TEST(asking_to_join, refuses_somebody_who_does_not_hold_the_key) {
    Asking on;
    const auto code = on.code();
    const auto marked = [&](AskToJoin wish) {
        wish.ask.mark = key_of_code(code).mark(wish.ask.text());
        return wish;
    };
    auto wish = on.ask(code);
    wish.ask.public_pem = on.stranger.public_pem;
    EXPECT_EQ(on.refused(marked(wish)), "proof_wrong");
    wish = on.ask(code);
    wish.ask.nkey = "SUAAAA";
    EXPECT_EQ(on.refused(marked(wish)), "key_wrong");
}

TEST(asking_to_join, refuses_what_somebody_between_has_changed) {
    Asking on;
    auto wish = on.ask(on.code());
    wish.ask.public_pem = on.stranger.public_pem;
    wish.ask.proof = seal::sign(on.stranger.private_pem, wish.ask.text());
    EXPECT_EQ(on.refused(wish), "code_wrong") << "the id of a code was overheard, not the code";
}

TEST(asking_to_join, refuses_a_second_machine_as_the_same_town) {
    Asking on;
    ASSERT_TRUE(on.county.when(on.ask(on.code())));
    EXPECT_EQ(on.refused(on.ask_as(on.stranger, on.code())), "already_asked");
    ASSERT_TRUE(on.county.when(ApproveJoin{kTown, on.fingerprint()}));
    EXPECT_EQ(on.refused(on.ask_as(on.stranger, on.code())), "already_joined");
}

TEST(asking_to_join, again_with_the_same_code_and_key_changes_nothing) {
    Asking on;
    const auto code = on.code();
    ASSERT_TRUE(on.county.when(on.ask(code)));
    ASSERT_TRUE(on.county.when(on.ask(code)));
    EXPECT_TRUE(on.county.written().empty());
}

TEST(deciding_on_a_request, refuses_one_that_nobody_made) {
    Asking on;
    EXPECT_EQ(on.refused(ApproveJoin{kTown, ""}), "request_unknown");
    EXPECT_EQ(on.refused(RefuseJoin{kTown, ""}), "request_unknown");
    EXPECT_EQ(on.refused(RemoveLink{kTown, "测试"}), "link_unknown");
}

TEST(deciding_on_a_request, refuses_digits_that_were_not_compared) {
    Asking on;
    ASSERT_TRUE(on.county.when(on.ask(on.code())));
    EXPECT_EQ(on.refused(ApproveJoin{kTown, ""}), "fingerprint_differs");
    EXPECT_EQ(on.refused(ApproveJoin{kTown, "0000 0000 0000 0000 0000"}), "fingerprint_differs");
    EXPECT_EQ(on.state(), "pending");
}

TEST(deciding_on_a_request, takes_the_station_in) {
    Asking on;
    on.join();
    const auto joined = children(on.county.rows());
    ASSERT_EQ(joined.size(), 1U);
    EXPECT_EQ(joined[0].area, kTown);
    EXPECT_EQ(joined[0].public_pem, on.town.public_pem);
    EXPECT_EQ(joined[0].nkey, kNkey);
    ASSERT_TRUE(on.county.when(ApproveJoin{kTown, on.fingerprint()}));
    EXPECT_TRUE(on.county.written().empty());
    EXPECT_EQ(on.refused(RefuseJoin{kTown, ""}), "already_joined");
    EXPECT_TRUE(on.county.prove().ok);
}

TEST(deciding_on_a_request, refuses_it_for_good) {
    Asking on;
    ASSERT_TRUE(on.county.when(on.ask(on.code())));
    ASSERT_TRUE(on.county.when(RefuseJoin{kTown, "核对码不符"}));
    EXPECT_EQ(on.refused(ApproveJoin{kTown, on.fingerprint()}), "already_refused");
    ASSERT_TRUE(on.county.when(on.ask_as(on.stranger, on.code())));
    EXPECT_EQ(on.state(), "pending");
    EXPECT_TRUE(on.county.prove().ok);
}

TEST(removing_a_station, wants_a_reason_and_makes_room_for_a_new_machine) {
    Asking on;
    on.join();
    EXPECT_EQ(on.refused(RemoveLink{kTown, ""}), "reason_empty");
    ASSERT_TRUE(on.county.when(RemoveLink{kTown, "换机"}));
    EXPECT_TRUE(children(on.county.rows()).empty());
    EXPECT_EQ(on.refused(ApproveJoin{kTown, on.fingerprint()}), "request_unknown");
    ASSERT_TRUE(on.county.when(on.ask_as(on.stranger, on.code())));
    ASSERT_TRUE(on.county.when(ApproveJoin{kTown, on.fingerprint()}));
    EXPECT_EQ(children(on.county.rows())[0].public_pem, on.stranger.public_pem);
    EXPECT_TRUE(on.county.prove().ok);
}

TEST(the_parents_answer, goes_only_to_who_holds_code_and_key) {
    Asking on;
    const auto code = on.code();
    ASSERT_TRUE(on.county.when(on.ask(code)));
    const auto poll = [&](const std::string& with, const seal::KeyPair& key, const AreaCode& area = kTown) {
        JoinPoll said{area, key_of_code(with).id, {}, {}};
        said.mark = key_of_code(with).mark(said.text());
        said.proof = seal::sign(key.private_pem, said.text());
        return answer_poll(said, on.county.rows(), on.county.writer().node(), on.above, Door{"", 7422, "PEM"});
    };
    EXPECT_EQ(poll(code, on.town, kOther).error().code, "request_unknown");
    EXPECT_EQ(poll(on.code(), on.town).error().code, "not_yours");
    EXPECT_EQ(poll(code, on.stranger).error().code, "not_yours");
    EXPECT_EQ(poll(code, on.town).value().state, "pending");
    EXPECT_FALSE(poll(code, on.town).value().door);
    ASSERT_TRUE(on.county.when(ApproveJoin{kTown, on.fingerprint()}));
    auto answer = poll(code, on.town).value();
    EXPECT_EQ(answer.state, "approved");
    EXPECT_EQ(answer.door->port, 7422);
    EXPECT_TRUE(seal::verify(on.above.public_pem, answer.text(kTown), answer.signature));
    EXPECT_TRUE(key_of_code(code).made(answer.text(kTown), answer.mark));
    EXPECT_FALSE(key_of_code("AAAA-AAAA-AAAA").made(answer.text(kTown), answer.mark));
    answer.door->certificate = "another";
    EXPECT_FALSE(key_of_code(code).made(answer.text(kTown), answer.mark));
    EXPECT_FALSE(seal::verify(on.above.public_pem, answer.text(kTown), answer.signature));
}

TEST(a_fingerprint, differs_when_either_key_was_changed_on_the_way) {
    Asking on;
    const auto right = fingerprint_of(kTown, on.town.public_pem, on.above.public_pem);
    EXPECT_EQ(right.size(), 24U);
    EXPECT_NE(right, fingerprint_of(kTown, on.stranger.public_pem, on.above.public_pem));
    EXPECT_NE(right, fingerprint_of(kTown, on.town.public_pem, on.stranger.public_pem));
    EXPECT_NE(right, fingerprint_of(kOther, on.town.public_pem, on.above.public_pem));
}

}  // namespace anlan::links
