#pragma once

#include <cstdint>

#include "seal/seal.hpp"

/// Keys and signatures that come out the same again, for simulations only: the size of a signature moves every frame
/// after it.
namespace anlan::seal {

/// While it lives, whatever OpenSSL draws in this process comes from `seed`. One at a time; never on a real node.
class SeededSeals {
  public:
    explicit SeededSeals(std::uint64_t seed);
    ~SeededSeals();
    SeededSeals(const SeededSeals&) = delete;
    SeededSeals& operator=(const SeededSeals&) = delete;
};

}  // namespace anlan::seal
