// Throws bytes at the alert reader, and everything it took back at the writer. Clang only:
//
//   tests/fuzz/run cap 60          (or ./dev fuzz cap 60)
//
// Promises held: no crash, no leak, no hang; a refused file carries a fault and no alert; what the reader kept as
// `original` reads again with a verdict no worse than before; what the writer wrote reads back valid.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "cap/check.hpp"
#include "cap/reader.hpp"
#include "cap/writer.hpp"

namespace {

using anlan::warning::Verdict;

void promise(bool holds) {
    if (!holds) std::abort();
}

void hold_promises(const anlan::warning::Alert& alert, Verdict verdict) {
    const auto again = anlan::cap::CapReader().read(alert.original);
    promise(again.verdict <= verdict && again.alert_count == 1);
    const auto written = anlan::cap::CapWriter().write(alert);
    if (written) promise(anlan::cap::CapReader().read(written.value()).verdict == Verdict::valid);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto reading = anlan::cap::CapReader().read(text);
    promise(!anlan::cap::check_line("fuzz.xml", reading).empty());
    if (reading.verdict == Verdict::refused) {
        promise(reading.alerts.empty() && !reading.faults.empty());
        return 0;
    }
    promise(static_cast<int>(reading.alerts.size()) == reading.alert_count);
    constexpr std::size_t kTried = 3;
    for (std::size_t i = 0; i < reading.alerts.size() && i < kTried; ++i) {
        // A lone root keeps its whole file; only an embedded alert can stand alone.
        if (reading.alert_count == 1) hold_promises(reading.alerts[i], reading.verdict);
    }
    return 0;
}
