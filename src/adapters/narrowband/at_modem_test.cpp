#include "narrowband/at_modem.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "narrowband/modem_for_tests.hpp"

namespace anlan::narrowband {
namespace {

using Message = narrow::ShortMessages::Message;
using Form = narrow::ShortMessages::Form;
using namespace std::chrono_literals;

/// Collects what arrives and waits for it.
struct Inbox {
    std::mutex mutex;
    std::condition_variable wake;
    std::vector<Message> messages;

    narrow::ShortMessages::Receive receive() {
        return [this](Message message) {
            {
                std::lock_guard lock(mutex);
                messages.push_back(std::move(message));
            }
            wake.notify_all();
        };
    }
    bool wait_for(std::size_t count) {
        std::unique_lock lock(mutex);
        return wake.wait_for(lock, 10s, [&] { return messages.size() >= count; });
    }
};

AtModemSettings quick(const test::SimulatedModem& modem, Form form = Form::binary) {
    AtModemSettings settings;
    settings.device = modem.device();
    settings.form = form;
    settings.answer_most = 2s;
    settings.look_pause = 50ms;
    settings.reopen_pause = 20ms;
    return settings;
}

class on_a_pseudo_terminal : public ::testing::TestWithParam<Form> {};
INSTANTIATE_TEST_SUITE_P(both_forms, on_a_pseudo_terminal, ::testing::Values(Form::binary, Form::text));

TEST_P(on_a_pseudo_terminal, a_message_goes_from_modem_to_modem) {
    test::SimulatedNetwork network(1);
    test::SimulatedModem here(network, "+8613900000001"), there(network, "+8613900000002");
    Inbox inbox, own;
    AtModem one(quick(here, GetParam())), other(quick(there, GetParam()));
    other.open(inbox.receive());
    one.open(own.receive());
    std::string longest;
    for (int i = 0; i < 140; ++i)
        longest.push_back(static_cast<char>(GetParam() == Form::binary ? i * 7 : 'a' + i % 26));
    one.send({"+8613900000002", GetParam(), longest});
    one.send({"+8613900000002", GetParam(), "2"});
    ASSERT_TRUE(inbox.wait_for(2));
    EXPECT_EQ(inbox.messages[0].payload, longest);
    EXPECT_EQ(inbox.messages[0].number, "+8613900000001");
    EXPECT_EQ(inbox.messages[0].form, GetParam());
    EXPECT_EQ(inbox.messages[1].payload, "2");
    EXPECT_TRUE(one.facts().ready);
    EXPECT_EQ(other.facts().signal_percent, 64);
}

TEST_P(on_a_pseudo_terminal, a_device_that_gives_no_notice_is_looked_at) {
    test::SimulatedNetwork network(1);
    test::SimulatedModem here(network, "+8613900000001");
    here.be_silent(true);
    Inbox inbox;
    AtModem modem(quick(here, GetParam()));
    modem.open(inbox.receive());
    here.store("+8613900000009", "abc", GetParam() == Form::text);
    ASSERT_TRUE(inbox.wait_for(1));
    EXPECT_EQ(inbox.messages[0].payload, "abc");
}

TEST(a_device_that_is_not_there, is_said_so_and_loses_messages_only_when_too_many_wait) {
    AtModemSettings settings;
    settings.device = "/dev/no-such-modem";
    settings.reopen_pause = 1ms;
    Inbox inbox;
    AtModem modem(settings);
    modem.open(inbox.receive());
    for (int i = 0; i < 70; ++i) modem.send({"+8613900000002", Form::binary, "x"});
    const auto facts = modem.facts();
    EXPECT_FALSE(facts.ready);
    EXPECT_EQ(facts.queued, 64);
    EXPECT_EQ(facts.failed, 6);
}

TEST(a_submitted_message, is_written_as_the_standard_says) {
    const auto pdu = submit_pdu("+8613900000001", std::string("\x01\xff", 2));
    EXPECT_EQ(pdu.hex, "0011000D91683109000000F10004A70201FF");
    EXPECT_EQ(pdu.length, pdu.hex.size() / 2 - 1);
}

TEST(a_delivered_message, is_read_or_refused) {
    // Eleven characters of the GSM alphabet, packed in septets.
    const auto text = read_deliver("07916831080000F0040D91683109000000F90000627082007300230B41373BEC06C564335A0D");
    ASSERT_TRUE(text);
    EXPECT_EQ(text.value().payload, "Anlan 12345");
    EXPECT_EQ(text.value().form, Form::text);
    EXPECT_EQ(text.value().number, "+8613900000009");
    EXPECT_EQ(read_deliver("00").error().code, "pdu_damaged");
    EXPECT_EQ(read_deliver("zz").error().code, "pdu_damaged");
    EXPECT_EQ(read_deliver("0004039121F300082080629173148002004F").error().code, "pdu_other") << "UCS-2";
    const std::string whole = "0004039121F30004208062917314800201FF";
    ASSERT_TRUE(read_deliver(whole));
    for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_FALSE(read_deliver(whole.substr(0, size))) << size;
}

/// A slice of tests/fuzz/narrowband_fuzz.cpp.
TEST(any_line_of_a_modem, is_a_message_or_refused) {
    EXPECT_TRUE(rc::check([] {
        const auto octets = *rc::gen::arbitrary<std::string>();
        for (const auto& line :
             {octets, seal::to_hex(octets), seal::to_hex(std::string("\0\4\3\x91\x21\xf3\0\4", 8) + octets)}) {
            const auto message = read_deliver(line);
            if (message) RC_ASSERT(message.value().payload.size() <= 255u);
            if (!message) RC_ASSERT(message.error().code == "pdu_damaged" || message.error().code == "pdu_other");
        }
    }));
}

}  // namespace
}  // namespace anlan::narrowband
