#pragma once

/// The faces the standard asks for, and what stands in for them where they are not installed.
namespace anlan::print {

struct Face {
    const char* name;      ///< as a DOCX names it
    const char* instead;   ///< what Word takes in its place
    const char* families;  ///< for the PDF, best first; the last is packaged with the program
};

inline constexpr Face kSong{
    "方正小标宋简体", "华文中宋", "FZXiaoBiaoSong-B05S,方正小标宋简体,STZhongsong,华文中宋,Noto Serif CJK SC"};
inline constexpr Face kFang{
    "仿宋_GB2312",
    "仿宋",
    "仿宋_GB2312,FangSong_GB2312,仿宋,FangSong,STFangsong,朱雀仿宋,Zhuque Fangsong (technical preview),Noto Serif CJK "
    "SC"};
inline constexpr Face kHei{"黑体", "SimHei", "黑体,SimHei,STHeiti,Noto Sans CJK SC"};
inline constexpr Face kKai{
    "楷体_GB2312", "楷体", "楷体_GB2312,KaiTi_GB2312,楷体,KaiTi,STKaiti,LXGW WenKai,Noto Serif CJK SC"};
inline constexpr Face kNumbers{"宋体", "SimSun", "宋体,SimSun,STSong,Noto Serif CJK SC"};

}  // namespace anlan::print
