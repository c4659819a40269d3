// Frames of a neighbour that means ill or whose program is broken: whatever comes in, it is a frame or refused; what is
// read is written and read again as the same. The last sixteen bytes are made right, so the fuzzer gets past the code.
#include <cstdlib>

#include "federation/frame.hpp"

using namespace anlan;

namespace {

constexpr std::string_view kKey = "0123456789abcdef0123456789abcdef";

std::vector<journal::Entry> remembered(std::int64_t count) {
    std::vector<journal::Entry> entries(static_cast<std::size_t>(count % 8));
    for (auto& each : entries) each.kind = "word.sent/1", each.body = R"({"word":"before"})";
    return entries;
}

void read(const std::string& bytes, const federation::Squeezer& squeezer) {
    const auto past = [](const federation::Batch&, std::int64_t count) { return remembered(count); };
    const auto frame = federation::decode(bytes, squeezer, kKey, past);
    if (!frame) {
        if (frame.error().code.empty() || frame.error().zh.empty() || frame.error().en.empty()) std::abort();
        return;
    }
    const auto once = federation::encode(frame.value(), squeezer, {}, kKey);
    const auto again = federation::decode(once, squeezer, kKey);
    if (!again || again.value().sent_at != frame.value().sent_at) std::abort();
    if (frame.value().batch && again.value().batch->entries.size() != frame.value().batch->entries.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const federation::Squeezer squeezer({{1, std::string(300, 'd') + "word.sent/1"}});
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    federation::sender_of(bytes);
    read(bytes, squeezer);
    read(bytes + seal::code_of(kKey, bytes), squeezer);
    return 0;
}
