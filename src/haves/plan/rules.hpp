#pragma once

#include "plan/document.hpp"

/// What a plan must be as a document, before anybody asks whether it can be carried out (check.hpp does that).
namespace anlan::plan {

/// Something wrong with the document itself.
struct Flaw {
    std::string path;  ///< "levels[1].steps[0].deadline.after"; empty: the whole
    std::string code;
    std::string zh, en;
    bool serious = true;  ///< false: it works, but somebody should look
};

/// All flaws, in the order of the document, at most 200. Limits: levels 1–4 once
/// each, at most 200 steps a level, deadlines within 30 days.
std::vector<Flaw> flaws(const Plan& plan);

}  // namespace anlan::plan
