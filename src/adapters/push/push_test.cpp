#include <gtest/gtest.h>

#include "push/ledger.hpp"
#include "push/push_postman.hpp"
#include "push/services_for_tests.hpp"
#include "seal/p256.hpp"

namespace anlan::push {
namespace {

using calls::Carriage;
using namespace std::chrono_literals;

/// A carrier with a real service on the other side of a real socket.
struct notices : ::testing::Test {
    notices() { open(); }
    ~notices() override { carrier.reset(); }

    void open(std::chrono::milliseconds age_most = 10min) {
        PostingSettings times;
        times.repeatable = true;
        times = test::quick(times, folder.path);
        times.age_most = age_most;
        PushSettings settings{"mailto:test@example.invalid", {"127.0.0.1"}, 1s, 60s};
        carrier = std::make_unique<PostingCarrier>(std::make_unique<PushPostman>(settings, vapid), times);
        carrier->open(listener.news());
    }
    calls::Carry to(const std::string& id, const std::vector<std::string>& names, const std::string& call = "c1") {
        calls::Carry carry;
        carry.id = {id};
        carry.call = call;
        carry.channel = calls::Channel::push;
        carry.title = "台风红色预警";
        carry.words = "请立即组织避险。请打开应答";
        for (const auto& name : names) carry.devices.push_back(services.device(name));
        return carry;
    }
    std::vector<json::object> seen(const std::string& target) { return services.seen(target); }
    bool awake() { return carrier->health().awake; }

    test::WebServices services;
    test::Folder folder;
    test::Listener listener;
    std::shared_ptr<Vapid> vapid = std::make_shared<Vapid>(seal::new_p256(), "mailto:test@example.invalid");
    std::unique_ptr<PostingCarrier> carrier;
};

TEST_F(notices, reach_every_device_sealed_and_signed) {
    carrier->carry(to("k1", {"a", "b"}));
    ASSERT_TRUE(listener.heard("k1", Carriage::accepted));
    ASSERT_TRUE(listener.wait([&] { return seen("a").size() + seen("b").size() == 2; }));
    const auto one = seen("a").front();
    EXPECT_FALSE(one.contains("fault")) << json::serialize(one);
    EXPECT_EQ(std::string(one.at("key").as_string()), vapid->key());
    EXPECT_EQ(one.at("notice").at("title"), "台风红色预警");
    EXPECT_EQ(one.at("notice").at("call"), "c1");
    EXPECT_EQ(one.at("headers").at("topic"), seen("b").front().at("headers").at("topic"));
    EXPECT_EQ(listener.told.size(), 1u) << "one call, one word of it";
}

TEST_F(notices, to_a_device_the_service_knows_no_more_remove_it_and_fail) {
    services.be("a", {"410"});
    services.be("b", {"404"});
    carrier->carry(to("k1", {"a", "b"}));
    ASSERT_TRUE(listener.heard("k1", Carriage::failed));
    ASSERT_TRUE(listener.wait([&] { return listener.gone.size() == 2; }));
    EXPECT_NE(listener.of("k1").note_zh.find("失效"), std::string::npos);
    EXPECT_TRUE(awake()) << "a device that is gone is no fault of the service";
}

TEST_F(notices, count_as_sent_when_one_device_of_several_took_them) {
    services.be("a", {"410"});
    carrier->carry(to("k1", {"a", "b"}));
    ASSERT_TRUE(listener.heard("k1", Carriage::accepted));
    ASSERT_TRUE(listener.wait([&] { return !listener.gone.empty(); }));
    EXPECT_EQ(listener.told.size(), 1u);
}

TEST_F(notices, wait_as_long_as_the_service_asks) {
    services.be("a", {"429 1"});
    carrier->carry(to("k1", {"a"}));
    ASSERT_TRUE(listener.heard("k1", Carriage::accepted));
    const auto all = seen("a");
    ASSERT_EQ(all.size(), 2u);
    EXPECT_GE(all[1].at("at").to_number<double>() - all[0].at("at").to_number<double>(), 990.0);
}

TEST_F(notices, are_tried_again_when_the_service_does_not_work_or_the_line_breaks) {
    services.be("a", {"500", "503", "drop"});
    carrier->carry(to("k1", {"a"}));
    ASSERT_TRUE(listener.heard("k1", Carriage::accepted));
    services.be("b", {"hang"});
    carrier->carry(to("k2", {"b"}));
    ASSERT_TRUE(listener.heard("k2", Carriage::accepted)) << "a later one takes the place of the earlier";
    ASSERT_TRUE(listener.wait([&] { return awake(); }));
}

TEST_F(notices, whose_signature_is_not_taken_fail_alone_and_name_the_clock) {
    services.be("a", {"403"});
    carrier->carry(to("k1", {"a"}));
    ASSERT_TRUE(listener.heard("k1", Carriage::failed));
    EXPECT_NE(listener.of("k1").note_zh.find("校准"), std::string::npos);
    carrier->carry(to("k2", {"b"}));
    ASSERT_TRUE(listener.heard("k2", Carriage::accepted));
    EXPECT_TRUE(awake()) << "one void subscription does not silence the others";
}

TEST_F(notices, too_old_are_given_up_with_the_reason) {
    carrier.reset();
    open(700ms);
    services.be("a", std::vector<std::string>(20, "503"));
    carrier->carry(to("k1", {"a"}));
    ASSERT_TRUE(listener.heard("k1", Carriage::failed));
    EXPECT_NE(listener.of("k1").note_zh.find("503"), std::string::npos);
    ASSERT_TRUE(listener.wait([&] { return awake(); })) << "somebody answers there again, though nothing was sent";
}

TEST_F(notices, sleep_while_nobody_answers_and_say_the_way_out) {
    auto away = to("k1", {"a"});
    away.devices[0].endpoint = "http://127.0.0.1:1/push/a";
    carrier->carry(away);
    ASSERT_TRUE(listener.wait([&] { return !awake() && carrier->health().configured; }));
    EXPECT_NE(carrier->health().note_zh.find("外网"), std::string::npos);
    carrier->carry(to("k2", {"b"}));
    ASSERT_TRUE(listener.heard("k2", Carriage::accepted)) << "another service is another matter";
    EXPECT_TRUE(awake());
    EXPECT_FALSE(carrier->health().note_zh.empty());
}

TEST_F(notices, go_to_named_services_only) {
    auto foreign = to("k1", {"a"});
    foreign.devices[0].endpoint = "https://elsewhere.example/push/a";
    carrier->carry(foreign);
    ASSERT_TRUE(listener.heard("k1", Carriage::failed));
    EXPECT_NE(listener.of("k1").note_zh.find("不再向"), std::string::npos);
    PushSettings settings{"", {"*.push.example", "127.0.0.1"}, 1s, 1s};
    EXPECT_TRUE(serves(settings, "a.push.example"));
    EXPECT_FALSE(serves(settings, "push.example.evil.example"));
    EXPECT_FALSE(serves(settings, "apush.example"));
}

TEST_F(notices, that_were_taken_go_out_once_across_a_restart) {
    carrier->carry(to("k1", {"a"}));
    ASSERT_TRUE(listener.heard("k1", Carriage::accepted));
    carrier.reset();
    listener.told.clear();
    open();
    carrier->carry(to("k1", {"a"}));
    ASSERT_TRUE(listener.heard("k1", Carriage::accepted)) << "what the ledger knows is told again";
    EXPECT_EQ(seen("a").size(), 1u);
}

TEST_F(notices, that_were_going_out_when_the_program_was_killed_go_out_again) {
    carrier.reset();
    Ledger(folder.path / "posts.db").note({"k1"}, "a", Stage::begun, SystemClock().now());
    open();
    carrier->carry(to("k1", {"a"}));
    ASSERT_TRUE(listener.heard("k1", Carriage::accepted)) << "the service puts it in the place of the first";
}

TEST_F(notices, without_a_device_fail_at_once) {
    carrier->carry(to("k1", {}));
    ASSERT_TRUE(listener.heard("k1", Carriage::failed));
}

TEST_F(notices, of_a_hundred_people_do_not_wait_for_one_that_hangs) {
    services.be("slow", {"hang"});
    carrier->carry(to("slow", {"slow"}));
    const auto begun = std::chrono::steady_clock::now();
    for (int i = 0; i < 100; ++i) {
        const auto name = std::to_string(i);
        carrier->carry(to("k" + name, {"d" + name}, "c" + name));
    }
    ASSERT_TRUE(listener.wait([&] {
        int taken = 0;
        for (int i = 0; i < 100; ++i) taken += listener.state("k" + std::to_string(i)) == "accepted" ? 1 : 0;
        return taken == 100;
    }));
    const auto spent = std::chrono::steady_clock::now() - begun;
    std::printf(
        "100 notices in %lld ms\n",
        static_cast<long long>(std::chrono::duration_cast<std::chrono::milliseconds>(spent).count())
    );
}

}  // namespace
}  // namespace anlan::push
