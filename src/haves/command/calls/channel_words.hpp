#pragma once

#include <string>

#include "calls/channels.hpp"

/// What is said on a channel, and what an answer is.
namespace anlan::calls {

/// Ten short messages of Chinese text joined into one.
constexpr std::size_t kSmsMost_units = 670;

/// 【永宁镇】台风红色预警：请立即组织避险。收到请回复1
std::string words_for(
    Channel channel, const std::string& station, const std::string& headline, const std::string& text
);

/// In 16-bit units, as telephones count them.
std::size_t units_of(const std::string& utf8);
bool fits(Channel channel, const std::string& words);

/// "1", "１", "收到" and what people write around them.
bool means_yes(const std::string& words);

/// Without country code, spaces and dashes, to compare two numbers.
std::string plain_number(const std::string& number);

}  // namespace anlan::calls
