#include "federation/frame.hpp"

#include <gtest/gtest.h>

#include <set>

#include "federation/rough_network.hpp"
#include "federation/test_station.hpp"

namespace anlan::federation {
namespace {

using test::Station;
using test::WordSent;

const std::string kKey(32, 'k');

journal::Entry entry(std::int64_t seq) {
    journal::Entry made;
    made.seq = seq;
    made.at = Instant{std::chrono::seconds{1690504620 + seq}};
    made.actor = "p-test";
    made.kind = "word.sent/1";
    made.subject = "w" + std::to_string(seq);
    made.body = R"({"word":"测试一句话"})";
    return made;
}

Frame batch() {
    Frame frame{{"350581106000"}, {"350581000000"}, Instant{std::chrono::seconds{1690504620}}, Batch{}, std::nullopt};
    frame.batch->stream = "up/2";
    frame.batch->entries = {entry(7), entry(9), entry(12)};
    frame.batch->check = std::string(kCheckDigits, 'a');
    return frame;
}

/// Bytes that both ends hold beforehand; any will do.
std::string dictionary(char salt) {
    return std::string(200, salt) + sample_of(entry(1));
}

std::string refused(const Result<Frame>& read) {
    return read ? "" : read.error().code;
}

TEST(a_frame, that_was_cut_short_lengthened_or_altered_anywhere_is_refused) {
    const Squeezer squeezer;
    const auto bytes = encode(batch(), squeezer, {}, kKey);
    ASSERT_TRUE(decode(bytes, squeezer, kKey));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto altered = bytes;
        altered[i] = static_cast<char>(altered[i] ^ 0x10);
        EXPECT_NE(refused(decode(altered, squeezer, kKey)), "") << "byte " << i;
        EXPECT_NE(refused(decode(bytes.substr(0, i), squeezer, kKey)), "") << "first " << i << " bytes";
    }
    EXPECT_EQ(refused(decode(bytes + "x", squeezer, kKey)), "frame_forged");
    EXPECT_EQ(refused(decode(bytes, squeezer, std::string(32, 'o'))), "frame_forged") << "another pair's key";
}

TEST(a_frame, of_a_dictionary_nobody_here_has_is_refused_and_says_so) {
    const Squeezer newer({{1, dictionary('a')}, {2, dictionary('b')}}), older({{1, dictionary('a')}});
    EXPECT_EQ(refused(decode(encode(batch(), newer, {2}, kKey), older, kKey)), "frame_dictionary_unknown");
}

TEST(a_frame, of_an_older_dictionary_is_read_by_a_newer_station) {
    const Squeezer newer({{1, dictionary('a')}, {2, dictionary('b')}}), older({{1, dictionary('a')}});
    const auto read = decode(encode(batch(), older, {1}, kKey), newer, kKey);
    ASSERT_TRUE(read);
    ASSERT_EQ(read.value().batch->entries.size(), 3U);
    EXPECT_EQ(read.value().batch->entries.back().body, entry(12).body);
}

/// A batch of a slow link whose words stood in the entries before it.
struct a_batch_of_a_slow_link : ::testing::Test {
    Squeezer squeezer{{{1, dictionary('a')}}};
    std::vector<journal::Entry> past{entry(2), entry(4), entry(5)};
    std::string bytes = encode(batch(), squeezer, {1, true, past}, kKey);

    Result<Frame> read(const std::vector<journal::Entry>& remembered) {
        return decode(bytes, squeezer, kKey, [&](const Batch& asked, std::int64_t count) {
            EXPECT_EQ(asked.stream, "up/2");
            EXPECT_EQ(count, 3);
            return remembered;
        });
    }
};

TEST_F(a_batch_of_a_slow_link, leans_on_what_both_ends_hold) {
    const auto whole = read(past);
    ASSERT_TRUE(whole);
    ASSERT_EQ(whole.value().batch->entries.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& got = whole.value().batch->entries[i];
        const auto sent = batch().batch->entries[i];
        EXPECT_EQ(std::tie(got.seq, got.at, got.kind, got.body), std::tie(sent.seq, sent.at, sent.kind, sent.body));
    }
    EXPECT_LT(bytes.size() + 30, encode(batch(), squeezer, {}, kKey).size());
}

TEST_F(a_batch_of_a_slow_link, is_asked_for_again_where_its_past_is_missing_or_another) {
    EXPECT_EQ(refused(read({})), "frame_past_unknown");
    auto other = past;
    other.back().body = R"({"word":"换了一句更长的话，与原来的不同"})";
    const auto misread = read(other);
    const bool same = misread && misread.value().batch->entries.front().body == entry(7).body;
    EXPECT_FALSE(same) << "what is misread without being noticed, the chain's check tells";
    EXPECT_EQ(refused(decode(bytes, squeezer, kKey)), "frame_past_unknown");
}

/// The dictionaries named in the batches that `town` sent.
std::set<int> dictionaries_used(
    const std::map<int, std::string>& of_town, const std::map<int, std::string>& of_county
) {
    ManualClock clock{Instant{std::chrono::seconds{1690504620}}};
    seal::SeededDice dice(11);
    RoughNetwork network(clock, dice, {});
    network.overhear(true);
    Station county("350581000000", "石狮市", 1, of_county), town("350581106000", "永宁镇", 2, of_town);
    for (auto* station : {&county, &town}) station->open(network.line_of(station->area()));
    county.meet(town);
    town.meet(county);
    for (int i = 0; i < 100; ++i) {
        if (i % 10 == 5) town.trial.given("w" + std::to_string(i), WordSent{"例行"});
        clock.advance(Milliseconds{50});
        for (auto* station : {&county, &town}) station->trial.set_clock(clock.now());
        while (network.deliver() + county.step() + town.step() > 0) {
        }
    }
    EXPECT_EQ(county.heard().size(), 10U);
    EXPECT_TRUE(county.faults.empty());
    constexpr std::size_t kTypeAt = 1, kDictionaryAt = 30;  // while every number before it is small
    std::set<int> used;
    for (const auto& [to, frame] : network.overheard())
        if (to == county.area() && frame[kTypeAt] == 1) used.insert(static_cast<unsigned char>(frame[kDictionaryAt]));
    return used;
}

TEST(two_stations, use_the_newest_dictionary_both_have_without_anybody_arranging_it) {
    const auto one = dictionary('a'), two = dictionary('b');
    const std::map<int, std::string> none, old{{1, one}}, updated{{1, one}, {2, two}};
    EXPECT_EQ(dictionaries_used(updated, updated), std::set<int>{2});
    EXPECT_EQ(dictionaries_used(updated, old), std::set<int>{1}) << "only the sender was updated";
    EXPECT_EQ(dictionaries_used(old, updated), std::set<int>{1}) << "only the receiver was updated";
    EXPECT_EQ(dictionaries_used(none, updated), std::set<int>{0});
    EXPECT_EQ(dictionaries_used(updated, none), std::set<int>{0});
}

}  // namespace
}  // namespace anlan::federation
