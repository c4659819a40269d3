#pragma once

#include <string>
#include <string_view>

/// Numbers as they are said in Chinese.
namespace anlan::speech {

/// "20" → 二十, "105" → 一百零五, "12000" → 一万二千. More than twelve digits are said one by one.
std::u32string cardinal(std::u32string_view digits);
/// One by one, as years and telephone numbers: "2026" → 二零二六; of a telephone 1 is 幺.
std::u32string one_by_one(std::u32string_view digits, bool telephone);

/// All numbers of a text, with what stands around them: 3.5米, 2026年, 18:30, 拨打119, 20%, 3-5人.
std::u32string numbers_said(std::u32string_view text);

}  // namespace anlan::speech
