#include "federation/file_line.hpp"

#include <gtest/gtest.h>

#include <map>
#include <memory>

#include "federation/in_process.hpp"
#include "seal/seal.hpp"

namespace anlan::federation {
namespace {

const AreaCode kCounty{"350581000000"}, kTown{"350581106000"};

struct HandClock final : Clock {
    Instant at{std::chrono::hours{480'000}};
    Instant now() const override { return at; }
};

/// A station with files, on a line that may be slow.
struct Keeper {
    AreaCode area;
    seal::KeyPair key = seal::new_key_pair();
    std::map<std::string, std::string> files{};
    bool gives = true;
    std::size_t frames = 0;  ///< of entries
    std::unique_ptr<FileLine> line{};

    void open(Switchboard& board, const Clock& clock) {
        FilePort port;
        port.may_have = [this](const AreaCode&, const std::string&) { return gives; };
        port.read = [this](const std::string& id) {
            const auto found = files.find(id);
            return found == files.end() ? std::nullopt : std::optional(found->second);
        };
        port.keep = [this](const std::string& id, std::string bytes) { files[id] = std::move(bytes); };
        line = std::make_unique<FileLine>(board.line_of(area), area, key.private_pem, port, clock);
        line->open([this](const AreaCode&, const std::string&) { ++frames; });
    }
};

struct files_between : ::testing::Test {
    Switchboard board;
    HandClock clock;
    Keeper county{kCounty}, town{kTown};
    const std::string photo = std::string(100'000, 'p') + "end";
    const std::string id = seal::sha256(photo);

    void SetUp() override {
        for (auto* keeper : {&county, &town}) keeper->open(board, clock);
        county.line->meet({kTown, "永宁镇", town.key.public_pem});
        town.line->meet({kCounty, "石狮市", county.key.public_pem});
        town.files[id] = photo;
    }
    void pass(Milliseconds each, int times = 20) {
        for (int i = 0; i < times; ++i) {
            county.line->tick();
            town.line->tick();
            clock.at += each;
        }
    }
};

TEST_F(files_between, come_by_their_digest_in_pieces) {
    county.line->want(kTown, id);
    county.line->want(kTown, id);
    pass(Milliseconds{100});
    ASSERT_TRUE(county.files.contains(id));
    EXPECT_EQ(county.files[id], photo);
    EXPECT_EQ(county.frames + town.frames, 0U) << "the hand-overs see nothing of it";
}

TEST_F(files_between, leave_entries_alone) {
    county.line->send(kTown, Lane::urgent, "\xA1 entries");
    EXPECT_EQ(town.frames, 1U);
}

TEST_F(files_between, are_not_given_to_whom_they_were_not_told) {
    town.gives = false;
    county.line->want(kTown, id);
    pass(Milliseconds{100});
    EXPECT_TRUE(county.files.empty());
}

TEST_F(files_between, that_are_not_what_their_name_says_are_not_kept) {
    town.files[id] += "!";
    county.line->want(kTown, id);
    pass(Milliseconds{100});
    EXPECT_FALSE(county.files.contains(id));
}

TEST_F(files_between, wait_where_the_line_is_narrow) {
    county.line->want(kTown, id);
    pass(Milliseconds{4'000});
    EXPECT_TRUE(county.files.empty()) << "four kilobytes took longer than two seconds";
}

TEST_F(files_between, are_asked_for_again_after_a_cut) {
    county.line->want(kTown, id);
    pass(Milliseconds{100}, 2);
    board.set_up(kTown, false);
    pass(Milliseconds{100}, 2);
    EXPECT_FALSE(county.files.contains(id));
    board.set_up(kTown, true);
    clock.at += kAskAgain;
    pass(Milliseconds{100});
    EXPECT_TRUE(county.files.contains(id));
}

TEST_F(files_between, of_a_stranger_are_neither_given_nor_taken) {
    Keeper stranger{kTown};
    stranger.open(board, clock);
    stranger.files[id] = photo;
    stranger.line->meet({kCounty, "石狮市", county.key.public_pem});
    county.line->want(kTown, id);
    for (int i = 0; i < 5; ++i) county.line->tick(), stranger.line->tick();
    EXPECT_FALSE(county.files.contains(id)) << "its key is not the town's";
}

}  // namespace
}  // namespace anlan::federation
