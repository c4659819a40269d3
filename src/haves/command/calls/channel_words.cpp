#include "calls/channel_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace anlan::calls {

std::string words_for(
    Channel channel, const std::string& station, const std::string& headline, const std::string& text
) {
    const auto body = text.empty() || text == headline ? headline : headline + "：" + text;
    const bool closed = body.ends_with("。") || body.ends_with("！") || body.ends_with("!");
    const auto said = body + (closed ? "" : "。");
    if (channel == Channel::voice) return station + "紧急叫应。" + said + "收到请按1。";
    if (channel == Channel::push) return said + "请打开应答";
    if (channel == Channel::robot) return "【" + station + "】叫应：" + said + "请打开值守页面，按“我已收到”";
    return "【" + station + "】" + said + "收到请回复1";
}

std::size_t units_of(const std::string& utf8) {
    std::size_t units = 0;
    for (const unsigned char byte : utf8) {
        if ((byte & 0xc0) == 0x80) continue;
        units += byte >= 0xf0 ? 2 : 1;
    }
    return units;
}

bool fits(Channel channel, const std::string& words) {
    return channel != Channel::sms || units_of(words) <= kSmsMost_units;
}

bool means_yes(const std::string& words) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kRead{
        {{"１", "1"},
         {"　", ""},
         {"。", ""},
         {"，", ""},
         {"！", ""},
         {"“", ""},
         {"”", ""},
         {"、", ""},
         {" ", ""},
         {"\n", ""},
         {"\r", ""},
         {"\t", ""},
         {".", ""},
         {",", ""},
         {"!", ""},
         {"\"", ""}}};
    std::string plain;
    for (std::size_t at = 0; at < words.size();) {
        const auto known = std::find_if(kRead.begin(), kRead.end(), [&](const auto& each) {
            return std::string_view(words).substr(at).starts_with(each.first);
        });
        if (known == kRead.end()) {
            plain.push_back(words[at++]);
        } else {
            plain += known->second;
            at += known->first.size();
        }
    }
    static constexpr std::array<std::string_view, 7> kYes{"1", "收到", "已收到", "收到了", "1收到", "收到1", "回复1"};
    return std::find(kYes.begin(), kYes.end(), plain) != kYes.end();
}

std::string plain_number(const std::string& number) {
    std::string digits;
    std::copy_if(number.begin(), number.end(), std::back_inserter(digits), [](unsigned char c) {
        return c >= '0' && c <= '9';
    });
    if (digits.starts_with("0086")) digits.erase(0, 4);
    if (digits.size() == 13 && digits.starts_with("86")) digits.erase(0, 2);
    return digits;
}

}  // namespace anlan::calls
