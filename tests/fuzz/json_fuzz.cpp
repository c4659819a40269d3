// Bodies of requests: whatever comes in, it is read or refused, and what was read can be written and read again.
#include <cstdlib>

#include "base/reflect.hpp"

namespace anlan {

BOOST_DEFINE_ENUM_CLASS(Shade, light, dark)

struct Inner {
    std::string words;
    std::int64_t count = 0;
    std::optional<double> size;
    std::optional<Shade> shade;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (words, count, size, shade))

struct Body {
    Id<struct BodyTag> id;
    AreaCode area;
    Instant at{};
    bool flag = false;
    std::vector<Inner> list;
    std::map<std::string, Inner> map;
};
BOOST_DESCRIBE_STRUCT(Body, (), (id, area, at, flag, list, map))

}  // namespace anlan

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto read = anlan::from_json_text<anlan::Body>(text, anlan::Unknown::refused);
    if (!read) {
        if (read.error().code.empty() || read.error().zh.empty() || read.error().en.empty()) std::abort();
        return 0;
    }
    const auto written = anlan::to_json_text(read.value());
    const auto again = anlan::from_json_text<anlan::Body>(written, anlan::Unknown::refused);
    if (!again || anlan::to_json_text(again.value()) != written) std::abort();
    return 0;
}
