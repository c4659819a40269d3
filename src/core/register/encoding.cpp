#include <iconv.h>

#include "registers/table.hpp"

namespace anlan::registers {

namespace {

bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80                   ? 1
                                   : lead >= 0xC2 && lead < 0xE0 ? 2
                                   : lead >= 0xE0 && lead < 0xF0 ? 3
                                   : lead >= 0xF0 && lead < 0xF5 ? 4
                                                                 : 0;
        if (length == 0 || i + length > text.size()) return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return false;
        i += length;
    }
    return true;
}

Refusal unknown() {
    return refuse(
        "encoding_unknown",
        "",
        "看不懂文件的文字编码，请在表格软件里另存为 UTF-8 的 CSV 或 XLSX",
        "the file's characters cannot be read; save it as CSV in UTF-8 or as XLSX"
    );
}

Result<std::string> converted(const char* from, std::string_view bytes) {
    const auto converter = iconv_open("UTF-8", from);
    if (converter == reinterpret_cast<iconv_t>(-1)) return unknown();
    std::string input(bytes), output(bytes.size() * 3 + 8, '\0');
    char* in = input.data();
    char* out = output.data();
    std::size_t in_left = input.size(), out_left = output.size();
    const auto outcome = iconv(converter, &in, &in_left, &out, &out_left);
    iconv_close(converter);
    if (outcome == static_cast<std::size_t>(-1) || in_left > 0) return unknown();
    output.resize(output.size() - out_left);
    return output;
}

}  // namespace

Result<std::string> to_utf8(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bytes.starts_with("\xFF\xFE"sv)) return converted("UTF-16LE", bytes.substr(2));
    if (bytes.starts_with("\xFE\xFF"sv)) return converted("UTF-16BE", bytes.substr(2));
    if (bytes.find('\0') != std::string_view::npos) return unknown();
    if (is_utf8(bytes)) return std::string(bytes);
    return converted("GB18030", bytes);
}

}  // namespace anlan::registers
