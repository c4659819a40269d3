#pragma once

#include "plan/check.hpp"

/// The parts of the check-up. Each looks at one side of a plan and adds what it finds.
namespace anlan::plan {

struct Words {
    std::string zh, en;
};

/// Findings of one plan, each said once.
class Findings {
  public:
    explicit Findings(std::string plan) : plan_(std::move(plan)) {}

    void red(std::string code, std::string where, Words what, Words fix, std::optional<std::string> subject = {});
    void yellow(std::string code, std::string where, Words what, Words fix, std::optional<std::string> subject = {});
    std::vector<Finding> take() &&;  ///< red first

  private:
    void add(
        const char* severity,
        std::string code,
        std::string where,
        Words what,
        Words fix,
        std::optional<std::string> subject
    );

    std::string plan_;
    std::vector<Finding> found_;
    std::set<std::string> said_;
};

void check_people(const Plan& plan, const Roster& roster, Findings& findings);
void check_needs(const Plan& plan, const Roster& roster, Findings& findings);

/// "外高村、浯沙村、金埭村等 24 个": at most three names.
std::string some_of(const std::vector<std::string>& names);

}  // namespace anlan::plan
