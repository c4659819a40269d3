#include "base/reflect.hpp"

#include <fmt/format.h>

namespace anlan {

namespace reflect {

Refusal wrong_type(const std::string& path, const char* zh, const char* en) {
    return refuse("type_invalid", path, fmt::format("“{}”{}", path, zh), fmt::format("\"{}\": {}", path, en));
}

Refusal unknown_field(const std::string& path) {
    return refuse(
        "field_unknown",
        path,
        fmt::format("没有“{}”这一项，请检查拼写", path),
        fmt::format("there is no field \"{}\"; check the spelling", path)
    );
}

Refusal not_a_choice(const std::string& path, std::string_view given, const std::string& choices) {
    return refuse(
        "choice_invalid",
        path,
        fmt::format("“{}”不能是“{}”，可选：{}", path, given, choices),
        fmt::format("\"{}\" cannot be \"{}\"; choose from: {}", path, given, choices)
    );
}

}  // namespace reflect

Result<json::value> parse_json(std::string_view text) {
    json::parse_options options;
    options.max_depth = 32;
    boost::system::error_code fault;
    json::stream_parser parser({}, options);
    const auto read = parser.write_some(text.data(), text.size(), fault);
    if (!fault) parser.finish(fault);
    if (!fault && text.find_first_not_of(" \t\r\n", read) == std::string_view::npos) return parser.release();
    return refuse(
        "json_invalid",
        "",
        fmt::format("内容不是有效的 JSON（第 {} 字节附近：{}）", read, fault.message()),
        fmt::format("the body is not valid JSON (near byte {}: {})", read, fault.message())
    );
}

}  // namespace anlan
