#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Compression for slow links: zstd with dictionaries trained from the simulation's traffic. A dictionary has a
/// version; both ends use the newest that both have, 0 being none.
namespace anlan::federation {

/// What a byte saved is worth: on a fast link the processor is dearer.
enum class Effort { quick, thorough };

class Squeezer {
  public:
    /// By version, from 1.
    explicit Squeezer(const std::map<int, std::string>& dictionaries = {});
    ~Squeezer();
    Squeezer(const Squeezer&) = delete;
    Squeezer& operator=(const Squeezer&) = delete;

    int newest() const;
    bool has(int version) const;
    /// `past` is what both ends hold beside the dictionary; who expands must give the same.
    std::string squeeze(int version, std::string_view text, Effort effort = Effort::quick, std::string_view past = {})
        const;
    /// Nothing for bytes that are damaged, larger than `most_bytes`, or of a dictionary not held here.
    std::optional<std::string> expand(
        int version, std::string_view bytes, std::size_t most_bytes, std::string_view past = {}
    ) const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Trains a dictionary of at most `bytes` from many small samples; empty when there are too few.
std::string train_dictionary(const std::vector<std::string>& samples, std::size_t bytes);

}  // namespace anlan::federation
