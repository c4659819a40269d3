#include "ebd/package.hpp"

#include <gtest/gtest.h>

#include "ebd/body.hpp"
#include "ebd/tar.hpp"

namespace anlan::ebd {
namespace {

constexpr const char* kCounty = "43505810000000301010101";
constexpr const char* kTown = "44505811060000301010101";

const Signer& county() {
    static const Signer signer{seal::new_key_pair(), "测试签发机构", "0000000000000001"};
    return signer;
}

std::optional<std::string> key_of(const std::string& platform) {
    if (platform != kCounty) return std::nullopt;
    return county().key.public_pem;
}

Message typhoon() {
    Broadcast one;
    one.id = std::string(kCounty) + "202611300001";
    one.sender = "石狮市应急广播平台";
    one.sender_code = kCounty;
    one.sent = one.from = parse_time("2026-11-30T08:00:00+08:00").value();
    one.until = one.from + std::chrono::hours{2};
    one.event_type = "11B01";
    one.severity = 1;
    one.title = "台风红色预警";
    one.text = "请立即转移 <危房> & 渔排上的人员。";
    one.areas = {AreaCode{"350581106000"}, AreaCode{"350581104000"}};
    one.sounds = {{"EBDR_0001.mp3", std::string("ID3\0siren", 9)}};
    return {std::string("01") + kCounty + "0000000000000001", kCounty, "", kTown, one.sent, "", one, {}};
}

/// The package with the files changed by `change`.
std::string altered(const std::function<void(std::vector<TarFile>&)>& change) {
    auto files = *read_tar(pack(typhoon(), county()));
    change(files);
    return write_tar(files);
}

std::string refusal_of(std::string_view tar) {
    const auto read = unpack(tar, &key_of, kTown);
    return read ? "taken" : read.error().code;
}

TEST(package, comes_back_as_it_was_sent) {
    const auto sent = typhoon();
    const auto read = unpack(pack(sent, county()), &key_of, kTown);
    ASSERT_TRUE(read) << read.error().en;
    const auto& got = *read.value().broadcast;
    const auto& gave = *sent.broadcast;
    EXPECT_EQ(read.value().id, sent.id);
    EXPECT_EQ(got.id, gave.id);
    EXPECT_EQ(got.text, gave.text);
    EXPECT_EQ(got.areas, gave.areas);
    EXPECT_EQ(got.until, gave.until);
    EXPECT_EQ(got.severity, 1);
    ASSERT_EQ(got.sounds.size(), 1U);
    EXPECT_EQ(got.sounds[0].bytes, gave.sounds[0].bytes);
}

TEST(package, names_its_files_as_the_interface_wants) {
    const auto files = *read_tar(pack(typhoon(), county()));
    ASSERT_EQ(files.size(), 3U);
    EXPECT_EQ(files[0].name, "EBDB_" + typhoon().id + ".xml");
    EXPECT_EQ(files[1].name, "EBDS_EBDB_" + typhoon().id + ".xml");
    EXPECT_EQ(files[2].name, "EBDR_0001.mp3");
}

TEST(package, an_altered_word_is_found_out) {
    EXPECT_EQ(
        refusal_of(altered([](auto& files) {
            files[0].bytes.replace(files[0].bytes.find("立即"), std::string("立即").size(), "不必");
        })),
        "signature_fails"
    );
}

TEST(package, an_altered_or_missing_sound_is_found_out) {
    EXPECT_EQ(refusal_of(altered([](auto& files) { files[2].bytes[4] ^= 1; })), "package_invalid");
    EXPECT_EQ(refusal_of(altered([](auto& files) { files.pop_back(); })), "package_invalid");
}

TEST(package, without_a_signature_or_with_that_of_another_package_it_is_refused) {
    EXPECT_EQ(refusal_of(altered([](auto& files) { files.erase(files.begin() + 1); })), "signature_fails");
    auto other = typhoon();
    other.id.back() = '2';
    const auto signed_other = (*read_tar(pack(other, county())))[1].bytes;
    EXPECT_EQ(refusal_of(altered([&](auto& files) { files[1].bytes = signed_other; })), "signature_fails");
}

TEST(package, a_key_of_somebody_else_does_not_do) {
    EXPECT_EQ(refusal_of(pack(typhoon(), {seal::new_key_pair(), "", ""})), "signature_fails");
}

TEST(package, only_for_us_and_only_from_those_we_know) {
    const auto tar = pack(typhoon(), county());
    EXPECT_EQ(unpack(tar, &key_of, kCounty).error().code, "not_for_us");
    auto stranger = typhoon();
    stranger.source = "99999999999999999999999";
    EXPECT_EQ(refusal_of(pack(stranger, county())), "platform_unknown");
}

TEST(package, heartbeats_and_answers_travel_too) {
    Message heartbeat{"H1", kCounty, "", kTown, typhoon().at, "", {}, {}};
    const auto beat = unpack(pack(heartbeat, county()), &key_of, kTown);
    ASSERT_TRUE(beat);
    EXPECT_FALSE(beat.value().broadcast || beat.value().answer);
    Message answer{"A1", kCounty, "", kTown, typhoon().at, "H1", {}, Answer{ResultCode::not_wanted, "演练消息"}};
    const auto read = unpack(pack(answer, county()), &key_of, kTown);
    ASSERT_TRUE(read && read.value().answer);
    EXPECT_EQ(read.value().related, "H1");
    EXPECT_EQ(read.value().answer->code, ResultCode::not_wanted);
    EXPECT_EQ(read.value().answer->words, "演练消息");
}

TEST(body, names_of_older_platforms_are_understood) {
    auto xml = write_body(typhoon());
    const auto rename = [&](const std::string& from, const std::string& to) {
        for (auto at = xml.find(from); at != std::string::npos; at = xml.find(from, at + to.size()))
            xml.replace(at, from.size(), to);
    };
    rename("SendTime", "SentTime");
    rename("EBRID", "EBEID");
    const auto read = read_body(xml);
    ASSERT_TRUE(read) << read.error().en;
    EXPECT_EQ(read.value().message.source, kCounty);
    EXPECT_EQ(read.value().message.broadcast->sent, typhoon().broadcast->sent);
}

TEST(body, what_cannot_be_is_refused_with_its_field) {
    const auto field_of = [](const std::string& from, const std::string& to) {
        auto xml = write_body(typhoon());
        xml.replace(xml.find(from), from.size(), to);
        const auto read = read_body(xml);
        return read ? "taken" : read.error().field;
    };
    EXPECT_EQ(field_of("<MsgType>1", "<MsgType>9"), "MsgType");
    EXPECT_EQ(field_of("<Severity>1", "<Severity>一"), "Severity");
    EXPECT_EQ(field_of("<EndTime>2026-11-30 10", "<EndTime>2026-11-30 07"), "EndTime");
    EXPECT_EQ(field_of("<StartTime>2026-11-30", "<StartTime>2026-02-30"), "StartTime");
    EXPECT_EQ(field_of("350581106000,", "3505811,"), "AreaCode");
    EXPECT_EQ(field_of("<MsgTitle>台风红色预警", "<MsgTitle>"), "MsgTitle");
    EXPECT_EQ(field_of("EBDR_0001", "../EBDR_0001"), "AuxiliaryDesc");
    EXPECT_EQ(field_of("<EBDType>EBM", "<EBDType>OMDRequest"), "EBDType");
}

TEST(body, a_cancel_names_what_it_takes_back) {
    auto cancel = typhoon();
    cancel.broadcast->type = MessageType::cancel;
    EXPECT_EQ(read_body(write_body(cancel)).error().field, "RelatedInfo");
    cancel.broadcast->related = "X202611300001";
    EXPECT_EQ(read_body(write_body(cancel)).value().message.broadcast->related, "X202611300001");
}

TEST(tar, one_that_leads_elsewhere_or_is_too_large_is_not_opened) {
    EXPECT_FALSE(read_tar(write_tar({{"../etc/passwd", "x"}})));
    EXPECT_FALSE(read_tar(write_tar({{"folder/file", "x"}})));
    EXPECT_FALSE(read_tar(write_tar({{"large", std::string(2'000, 'x')}}), {.files = 16, .bytes = 1'000}));
    EXPECT_FALSE(read_tar(write_tar({{"a", ""}, {"b", ""}, {"c", ""}}), {.files = 2, .bytes = 1'000}));
}

/// Any byte of a package may come over damaged: it is refused, or the byte said nothing (padding of the tar).
TEST(package, no_damaged_byte_changes_what_is_taken) {
    const auto tar = pack(typhoon(), county());
    for (std::size_t at = 0; at < tar.size(); at += 97) {
        auto damaged = tar;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        const auto read = unpack(damaged, &key_of, kTown);
        if (read) {
            EXPECT_EQ(read.value().broadcast->text, typhoon().broadcast->text) << at;
        }
    }
    for (std::size_t size = 0; size < tar.size(); size += 331) unpack(tar.substr(0, size), &key_of, kTown).has_value();
}

}  // namespace
}  // namespace anlan::ebd
