// What a town could try with its own key, or a stranger without one. The town's own nats-server and anlan are not
// asked: whoever holds the machine speaks the protocol by hand.
#include <gtest/gtest.h>
#include <poll.h>

#include "nats/leaf_session.hpp"
#include "nats/stations_for_tests.hpp"
#include "seal/certificate.hpp"

namespace anlan::nats {
namespace {

struct Rogue {
    explicit Rogue(const NatsPlace& given)
        : place(given), session(place, 0), socket(begin_dial(place.parent_host, place.parent_leaf_port)) {
        session.from_local("CONNECT {\"name\":\"rogue\",\"headers\":true}\r\n");
    }

    bool until(const std::function<bool()>& seen, std::chrono::milliseconds limit = std::chrono::seconds{10}) {
        const auto end = std::chrono::steady_clock::now() + limit;
        while (!seen() && std::chrono::steady_clock::now() < end) {
            const bool to_send = !session.to_parent.empty();
            pollfd ready{socket.descriptor(), static_cast<short>(POLLIN | (to_send ? POLLOUT : 0)), 0};
            ::poll(&ready, 1, 50);
            if ((ready.revents & POLLOUT) != 0 && !socket.write(session.to_parent)) break;
            if ((ready.revents & (POLLIN | POLLHUP)) == 0) continue;
            const auto bytes = socket.read(65'536);
            if (!bytes && (closed = true)) break;
            session.from_parent(*bytes);
        }
        return seen();
    }

    bool hears(std::string_view words) {
        return until([&] { return session.to_local.find(words) != std::string::npos; });
    }

    void says(const AreaCode& from, const std::string& words) {
        session.from_local(
            "LMSG anlan." + from.text + "." + kCounty.text + ".urgent " + std::to_string(words.size()) + "\r\n" +
            words + "\r\n"
        );
    }

    NatsPlace place;
    LeafSession session;
    Socket socket;
    bool closed = false;
};

struct a_town_with_its_own_key : ::testing::Test, Stations {
    Station county{above, clock, dice};
    std::optional<Rogue> rogue;

    void SetUp() override {
        for (int attempt = 0; attempt < 50 && !(rogue && rogue->session.taken_in); ++attempt) {
            if (attempt > 0) ::poll(nullptr, 0, 100);  // the server is still starting
            rogue.emplace(towns[kTown]);
            rogue->until(
                [&] { return rogue->session.taken_in || !rogue->session.fault.empty(); }, std::chrono::seconds{1}
            );
        }
        ASSERT_TRUE(rogue->session.taken_in) << rogue->session.fault;
    }

    /// Until the county hears it; then everything that was said before it has been heard too, or never will be.
    bool county_hears(const std::string& words) {
        for (int attempt = 0; attempt < 50; ++attempt) {
            rogue->says(kTown, words);
            if (rogue->until([&] { return county.heard_any(words); }, std::chrono::milliseconds{200})) return true;
        }
        return false;
    }

    /// What is said before the county's own line stands is lost, so it is said until it is heard.
    bool town_hears(const std::string& words) {
        const auto heard = [&] { return rogue->session.to_local.find(words) != std::string::npos; };
        for (int attempt = 0; attempt < 50; ++attempt) {
            county.line.send(kTown, federation::Lane::urgent, words);
            if (rogue->until(heard, std::chrono::milliseconds{200})) return true;
        }
        return false;
    }
};

TEST_F(a_town_with_its_own_key, speaks_for_itself_but_not_for_another) {
    ASSERT_TRUE(county_hears("mine"));
    rogue->says(kOther, "forged");
    EXPECT_TRUE(county_hears("mine again"));
    EXPECT_FALSE(county.heard_any("forged"));
}

TEST_F(a_town_with_its_own_key, cannot_listen_to_another) {
    rogue->session.from_local("LS+ anlan." + kCounty.text + "." + kOther.text + ".urgent\r\n");
    EXPECT_TRUE(rogue->hears("Permissions Violation for Subscription")) << rogue->session.to_local;
}

TEST_F(a_town_with_its_own_key, hears_only_its_own_when_it_listens_to_everything) {
    rogue->session.from_local("LS+ anlan.>\r\nLS+ >\r\n");
    Station other(towns[kOther], clock, dice);
    ASSERT_TRUE(arrives(county, other, federation::Lane::urgent, "to the other"));
    ASSERT_TRUE(arrives(other, county, federation::Lane::urgent, "of the other"));
    EXPECT_TRUE(town_hears("to the town")) << "or the rest proves nothing";
    EXPECT_EQ(rogue->session.to_local.find("the other"), std::string::npos);
}

/// nats-server 2.9 does not hold a leaf's words to the streams' API against its permissions: what a town can upset with
/// them is the buffer of its own link, which heals. Another's lies in another account.
TEST_F(a_town_with_its_own_key, cannot_order_the_streams_of_another_link_about) {
    Station other(towns[kOther], clock, dice);
    ASSERT_TRUE(arrives(county, other, federation::Lane::routine, "before"));
    Streams of_other(above, kOther);
    const auto names = of_other.names();
    ASSERT_FALSE(names.empty());
    for (const auto& name : names)
        for (const auto& api : {std::string("$JS.API."), "$JS." + kCounty.text + ".API."})
            rogue->session.from_local("LMSG " + api + "STREAM.DELETE." + name + " 0\r\n\r\n");
    EXPECT_TRUE(county_hears("after that"));
    EXPECT_EQ(of_other.names(), names);
    EXPECT_EQ(arrives(county, other, federation::Lane::routine, "after"), 0);
}

TEST_F(a_town_with_its_own_key, is_shut_out_once_it_is_no_child) {
    county.line.set_children({above.children.back()});
    rogue->until([] { return false; });
    EXPECT_TRUE(rogue->closed);
    std::optional<Rogue> again;
    for (int attempt = 0; attempt < 50 && !(again && !again->session.fault.empty()); ++attempt) {
        if (attempt > 0) ::poll(nullptr, 0, 100);  // the server is starting again
        again.emplace(towns[kTown]);
        again->until([&] { return !again->session.fault.empty(); }, std::chrono::seconds{1});
    }
    EXPECT_NE(again->session.fault.find("Authorization Violation"), std::string::npos) << again->session.fault;
    EXPECT_FALSE(again->session.taken_in);
}

TEST_F(a_town_with_its_own_key, talks_to_nobody_who_shows_another_certificate) {
    auto place = towns[kTown];
    place.parent_certificate = seal::make_certificate("somebody").certificate_pem;
    Rogue careful(place);
    EXPECT_TRUE(careful.until([&] { return !careful.session.fault.empty(); }));
    EXPECT_FALSE(careful.session.introduced()) << "its name and signature stay at home";
}

TEST_F(a_town_with_its_own_key, is_not_let_in_with_a_key_nobody_knows) {
    auto place = towns[kTown];
    place.own_seed = make_nkey(dice).seed;
    Rogue unknown(place);
    unknown.until([&] { return !unknown.session.fault.empty(); });
    EXPECT_NE(unknown.session.fault.find("Authorization Violation"), std::string::npos) << unknown.session.fault;
}

}  // namespace
}  // namespace anlan::nats
