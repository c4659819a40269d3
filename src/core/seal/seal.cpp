#include "seal/seal.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>
#include <utility>

#include "base/ensure.hpp"

namespace anlan::seal {

namespace {

std::string digest(const EVP_MD* method, std::string_view text) {
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    thread_local std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
    std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
    unsigned int size = 0;
    const bool ok = EVP_DigestInit_ex(context.get(), method, nullptr) == 1 &&
                    EVP_DigestUpdate(context.get(), text.data(), text.size()) == 1 &&
                    EVP_DigestFinal_ex(context.get(), out.data(), &size) == 1;
    ensure(ok, "a digest can be computed");
    return to_hex({reinterpret_cast<const char*>(out.data()), size});
}

}  // namespace

std::string Dice::bytes(std::size_t count) {
    std::string all;
    while (all.size() < count) {
        const auto number = roll();
        for (int i = 0; i < 8 && all.size() < count; ++i) all.push_back(static_cast<char>(number >> (8 * i)));
    }
    return all;
}

// A call of RAND_bytes costs as much as the journal's insert; 512 numbers at once make it free. Each thread has its
// own.
std::uint64_t SystemDice::roll() {
    thread_local std::array<std::uint64_t, 512> numbers;
    thread_local std::size_t next = numbers.size();
    if (next == numbers.size()) {
        ensure(
            RAND_bytes(reinterpret_cast<unsigned char*>(numbers.data()), sizeof numbers) == 1,
            "the system has randomness"
        );
        next = 0;
    }
    return std::exchange(numbers[next++], 0);
}

/// splitmix64: one multiplication chain per number, good enough for simulations and repeatable anywhere.
std::uint64_t SeededDice::roll() {
    auto z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

std::string to_hex(std::string_view bytes) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        hex.push_back(kDigits[(static_cast<unsigned char>(c) >> 4) & 15]);
        hex.push_back(kDigits[static_cast<unsigned char>(c) & 15]);
    }
    return hex;
}

std::string to_base64(std::string_view bytes) {
    std::string out(4 * ((bytes.size() + 2) / 3), '\0');
    EVP_EncodeBlock(
        reinterpret_cast<unsigned char*>(out.data()),
        reinterpret_cast<const unsigned char*>(bytes.data()),
        static_cast<int>(bytes.size())
    );
    return out;
}

// EVP_sm3() looks the method up at each use in OpenSSL 3; fetched once it costs a third.
std::string sm3(std::string_view text) {
    static const EVP_MD* method = EVP_MD_fetch(nullptr, "SM3", nullptr);
    return digest(method, text);
}

std::string sha256(std::string_view bytes) {
    static const EVP_MD* method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return digest(method, bytes);
}

std::string sm4(std::string_view key, std::string_view nonce, std::string_view text) {
    ensure(key.size() == 16 && nonce.size() == 16, "SM4 takes 16 bytes of key and nonce");
    std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    std::string out(text.size(), '\0');
    int size = 0;
    const bool ok = EVP_EncryptInit_ex(
                        context.get(),
                        EVP_sm4_ctr(),
                        nullptr,
                        reinterpret_cast<const unsigned char*>(key.data()),
                        reinterpret_cast<const unsigned char*>(nonce.data())
                    ) == 1 &&
                    EVP_EncryptUpdate(
                        context.get(),
                        reinterpret_cast<unsigned char*>(out.data()),
                        &size,
                        reinterpret_cast<const unsigned char*>(text.data()),
                        static_cast<int>(text.size())
                    ) == 1;
    ensure(ok, "SM4 is available");
    return out;
}

}  // namespace anlan::seal
