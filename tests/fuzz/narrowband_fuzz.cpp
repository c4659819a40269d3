// Short messages from anybody, and what a modem makes of them: whatever comes in, it is a frame or refused; what is
// read is written and read again as the same. The last eight bytes are made right, so the fuzzer gets past the code.
#include <cstdlib>

#include "narrowband/frame.hpp"
#include "narrowband/gsm_form.hpp"
#include "narrowband/pdu.hpp"
#include "seal/pair_key.hpp"
#include "seal/seal.hpp"

using namespace anlan;

namespace {

const AreaCode kCounty{"350581000000"}, kTown{"350581106000"};
constexpr std::string_view kKey = "0123456789abcdef";

void read(const std::string& bytes, const AreaCode& here, std::size_t most_bytes) {
    const auto frame = narrowband::decode(bytes, here, [](const AreaCode&) { return std::string(kKey); });
    if (!frame) {
        if (frame.error().code.empty() || frame.error().zh.empty() || frame.error().en.empty()) std::abort();
        return;
    }
    const auto once = narrowband::encode(frame.value(), kKey, most_bytes);
    if (once.size() > narrowband::kFrameBytes) std::abort();
    const auto again = narrowband::decode(once, here, [](const AreaCode&) { return std::string(kKey); });
    if (!again || again.value().number != frame.value().number) std::abort();
}

/// As the modem lists it: hexadecimal digits, whatever they are, and the bytes of this input as such digits.
void read_from_modem(const std::string& line) {
    const auto message = narrowband::read_deliver(line);
    if (!message) {
        if (message.error().code != "pdu_damaged" && message.error().code != "pdu_other") std::abort();
        return;
    }
    using Form = narrow::ShortMessages::Form;
    if (message.value().payload.size() > (message.value().form == Form::binary ? 255u : 256u)) std::abort();
    if (message.value().form == Form::binary) read(message.value().payload, kCounty, narrowband::kFrameBytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (const auto made = narrowband::from_gsm(bytes); made && narrowband::to_gsm(made.value()) != bytes) std::abort();
    read_from_modem(bytes);
    read_from_modem(seal::to_hex(bytes));
    for (const auto& [from, to] : {std::pair{kTown, kCounty}, {kCounty, kTown}}) {
        read(bytes, to, narrowband::kFrameBytes);
        const auto body = bytes.substr(0, narrowband::kFrameBytes - narrowband::kCodeBytes);
        read(
            body + seal::code_of(kKey, from.text + to.text + body).substr(0, narrowband::kCodeBytes),
            to,
            narrowband::kFrameBytes
        );
    }
    return 0;
}
