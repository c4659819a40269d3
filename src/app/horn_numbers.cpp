#include "app/horn_numbers.hpp"

#include <fstream>

namespace anlan::app {

namespace {

constexpr std::int64_t kStretch = 10'000;

}  // namespace

HornNumbers::HornNumbers(std::filesystem::path file) : file_(std::move(file)) {
    std::ifstream(file_) >> noted_;
    last_ = noted_;
}

std::int64_t HornNumbers::next() {
    std::lock_guard lock(mutex_);
    if (last_ >= noted_) {
        auto part = file_;
        part += ".part";
        std::ofstream out(part);
        out.exceptions(std::ios::failbit | std::ios::badbit);
        out << last_ + kStretch << '\n';
        out.close();
        std::filesystem::rename(part, file_);
        noted_ = last_ + kStretch;
    }
    return ++last_;
}

}  // namespace anlan::app
