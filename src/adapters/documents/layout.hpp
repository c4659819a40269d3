#pragma once

#include <string>
#include <string_view>

#include "documents/official.hpp"

/// The measures of GB/T 9704-2012, in points unless the name says otherwise.
namespace anlan::print {

inline constexpr double kPointsPerMm = 72 / 25.4;
constexpr double mm(double length) {
    return length * kPointsPerMm;
}

inline constexpr double kPageWidth = mm(210), kPageHeight = mm(297);
inline constexpr double kTop = mm(37), kLeft = mm(28);                          ///< 天头, 订口
inline constexpr double kCoreWidth = mm(156), kCoreHeight = mm(225);            ///< 版心
inline constexpr int kLines = 22, kCharacters = 28;                             ///< of a page, of a line
inline constexpr double kLine = kCoreHeight / kLines;                           ///< from line to line
inline constexpr double kBody = 16, kTitle = 22, kSmall = 14, kTableText = 12;  ///< 3号, 2号, 4号, 小4号
inline constexpr double kCharacter = kCoreWidth / kCharacters;                  ///< from character to character
inline constexpr double kHead = mm(35);                       ///< from the top of the core to the red head
inline constexpr double kUnderNumber = mm(4);                 ///< from the number to the red line
inline constexpr double kPageNumber = mm(7);                  ///< from the bottom of the core to the page number's line
inline constexpr double kThick = mm(0.35), kThin = mm(0.25);  ///< lines of the imprint (版记)

/// Width in characters: a Chinese one counts 1, a Latin one half.
double width_of(std::string_view utf8);

/// Size of the head: as large as the line allows, at most 54 points.
double head_size(std::string_view issuer, double spread_points = 0);

/// How far signature and date stand from the right edge, in characters, and whether the seal fits over them.
struct SignPlace {
    double signature_right = 0, date_right = 0;
};
/// With a seal the date stands four characters in and the signature is centred over it; without one the signature
/// stands two in and the date begins two characters after it does.
SignPlace sign_place(const documents::Official& document);

/// "附件：1. 甲" and further lines; the first begins two characters in, the others five. A single one has no number.
std::vector<std::string> attachment_lines(const documents::Official& document);

/// Text that any of the writers can take: valid UTF-8 without control characters but line breaks and tabs.
std::string printable(std::string_view text);

}  // namespace anlan::print
