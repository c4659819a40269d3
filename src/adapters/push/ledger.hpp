#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/reflect.hpp"
#include "base/time.hpp"
#include "store/database.hpp"

namespace anlan::push {

/// How far the post of a call to one target is. waiting: tried, and to be tried again.
BOOST_DEFINE_ENUM_CLASS(Stage, begun, waiting, accepted, failed, uncertain)

/// Which posts have begun and how they ended, on the disk before the post begins. Of one thread at a time.
class Ledger {
  public:
    explicit Ledger(const std::filesystem::path& file);

    void note(const std::vector<std::string>& ids, const std::string& target, Stage stage, Instant now);
    /// By target.
    std::map<std::string, Stage> look(const std::string& id);
    /// When posts to the target began since then.
    std::vector<Instant> begun_since(const std::string& target, Instant since);
    /// Destroys what is older than three days.
    void purge(Instant now);

  private:
    std::unique_ptr<store::Rows> rows_;
};

}  // namespace anlan::push
