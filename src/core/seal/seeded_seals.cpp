// OpenSSL 3 marks the random method as deprecated and has no other seam before 3.1.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "seal/seeded_seals.hpp"

#include <openssl/rand.h>

#include <algorithm>
#include <memory>

#include "base/ensure.hpp"

namespace anlan::seal {

namespace {

std::unique_ptr<SeededDice> seeded;

int draw(unsigned char* into, int count) {
    std::ranges::copy(seeded->bytes(static_cast<std::size_t>(count)), into);
    return 1;
}

int ready() {
    return 1;
}

const RAND_METHOD kSeeded{nullptr, &draw, nullptr, nullptr, &draw, &ready};

}  // namespace

SeededSeals::SeededSeals(std::uint64_t seed) {
    ensure(seeded == nullptr, "one seed at a time");
    seeded = std::make_unique<SeededDice>(seed);
    RAND_set_rand_method(&kSeeded);
}

SeededSeals::~SeededSeals() {
    RAND_set_rand_method(RAND_OpenSSL());
    seeded.reset();
}

}  // namespace anlan::seal
