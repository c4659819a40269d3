#include "push/content.hpp"

#include <gtest/gtest.h>

#include "base/reflect.hpp"
#include "push/notice.hpp"
#include "push/vapid.hpp"
#include "seal/base64url.hpp"
#include "seal/p256.hpp"

namespace anlan::push {
namespace {

std::string bytes(std::string_view base64url) {
    return seal::from_base64url(base64url).value();
}

/// A private key given as its number and point (RFC 5915), as PEM.
std::string pem_of(std::string_view number, std::string_view point) {
    using namespace std::string_view_literals;
    std::string der(
        "\x30\x77\x02\x01\x01\x04\x20"
        ""sv
    );
    der += bytes(number);
    der += "\xa0\x0a\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07\xa1\x44\x03\x42\x00"sv;
    der += bytes(point);
    return "-----BEGIN EC PRIVATE KEY-----\n" + seal::to_base64(der) + "\n-----END EC PRIVATE KEY-----\n";
}

// RFC 8291, 5 and Appendix A.
constexpr auto kBrowserPoint =
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
constexpr auto kBrowserNumber = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
constexpr auto kSenderPoint = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
constexpr auto kSenderNumber = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
constexpr auto kAuth = "BTBZMqHH6r4Tts7J_aSIgg";
constexpr auto kSalt = "DGv6ra1nlYgDCS1FRnbzlw";
constexpr auto kBody =
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_"
    "c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_y"
    "l95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

TEST(the_published_example, comes_out_byte_for_byte) {
    const auto content = seal_content(
        "When I grow up, I want to be a watermelon",
        bytes(kBrowserPoint),
        bytes(kAuth),
        pem_of(kSenderNumber, kSenderPoint),
        bytes(kSalt)
    );
    EXPECT_EQ(seal::to_base64url(content), kBody);
}

TEST(the_published_example, is_read_by_its_browser) {
    const auto browser = pem_of(kBrowserNumber, kBrowserPoint);
    EXPECT_EQ(open_content(bytes(kBody), browser, bytes(kAuth)), "When I grow up, I want to be a watermelon");
    EXPECT_FALSE(open_content(bytes(kBody), seal::new_p256(), bytes(kAuth)));
    EXPECT_FALSE(open_content(bytes(kBody), browser, std::string(16, 'x')));
    auto altered = bytes(kBody);
    altered.back() = static_cast<char>(altered.back() ^ 1);
    EXPECT_FALSE(open_content(altered, browser, bytes(kAuth)));
}

TEST(a_message, is_sealed_up_to_its_most_and_not_beyond) {
    const auto browser = seal::new_p256();
    const std::string auth(16, 'a'), salt(16, 's');
    const auto seal_it = [&](const std::string& words) {
        return seal_content(words, seal::p256_point(browser), auth, seal::new_p256(), salt);
    };
    const auto most = seal_it(std::string(kWordsMost_bytes, 'w'));
    EXPECT_EQ(most.size(), 4'096u);
    EXPECT_EQ(open_content(most, browser, auth), std::string(kWordsMost_bytes, 'w'));
    EXPECT_EQ(seal_it(std::string(kWordsMost_bytes + 1, 'w')), "");
    EXPECT_EQ(seal_content("w", "no point", auth, seal::new_p256(), salt), "");
    EXPECT_EQ(open_content(seal_it(""), browser, auth), "");
}

TEST(the_stations_word, is_signed_for_one_service_and_for_hours) {
    const auto pem = seal::new_p256();
    Vapid vapid(pem, "mailto:test@example.invalid");
    const auto now = Vapid::Clock::now();
    const auto word = vapid.authorization("https://push.example", now);
    ASSERT_TRUE(word.starts_with("vapid t="));
    const auto token = word.substr(8, word.find(", k=") - 8);
    EXPECT_EQ(word.substr(word.find(", k=") + 4), vapid.key());
    const auto head = token.find('.'), last = token.rfind('.');
    EXPECT_TRUE(seal::es256_verify(bytes(vapid.key()), token.substr(0, last), bytes(token.substr(last + 1))));
    EXPECT_EQ(bytes(token.substr(0, head)), R"({"typ":"JWT","alg":"ES256"})");
    const auto claims = parse_json(bytes(token.substr(head + 1, last - head - 1))).value().as_object();
    EXPECT_EQ(claims.at("aud"), "https://push.example");
    EXPECT_EQ(claims.at("sub"), "mailto:test@example.invalid");
    const auto left = claims.at("exp").to_number<std::int64_t>() -
                      std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    EXPECT_GT(left, 0);
    EXPECT_LE(left, 24 * 3600);
    EXPECT_EQ(vapid.authorization("https://push.example", now + std::chrono::hours{5}), word);
    EXPECT_NE(vapid.authorization("https://push.example", now + std::chrono::hours{7}), word);
    EXPECT_NE(vapid.authorization("https://other.example", now), word);
}

TEST(a_notice, fits_one_message_whatever_its_words) {
    calls::Carry carry;
    carry.id = {"k1"};
    carry.call = "c1";
    carry.title = "台风红色预警";
    for (const std::string& each : {std::string("请"), std::string("\""), std::string("\x01")}) {
        carry.words.clear();
        while (carry.words.size() < 9'000) carry.words += each;
        const auto text = notice_of(carry);
        EXPECT_LE(text.size(), kWordsMost_bytes);
        const auto words = parse_json(text).value().at("words").as_string();
        EXPECT_TRUE(words.ends_with("…"));
    }
    EXPECT_EQ(parse_json(notice_of(carry)).value().at("call"), "c1");
}

TEST(a_notice, of_a_drill_says_so) {
    calls::Carry carry;
    carry.title = "台风红色预警";
    carry.drill = true;
    EXPECT_EQ(parse_json(notice_of(carry)).value().at("title"), "【演练】台风红色预警");
    carry.title = "【演练】台风红色预警";
    EXPECT_EQ(parse_json(notice_of(carry)).value().at("title"), "【演练】台风红色预警");
    EXPECT_EQ(topic_of("c1").size(), 32u);
    EXPECT_NE(topic_of("c1"), topic_of("c2"));
}

}  // namespace
}  // namespace anlan::push
