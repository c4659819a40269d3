#pragma once

#include <boost/outcome/basic_result.hpp>
#include <boost/outcome/policy/terminate.hpp>
#include <boost/outcome/try.hpp>
#include <string>
#include <utility>

namespace anlan {

/// A wish that cannot be granted. It is an answer, not an accident: the caller shows it to a person.
struct Refusal {
    std::string code;   ///< stable, for programs: "not_enough"
    std::string field;  ///< the input to correct, empty if none; nested fields as "steps[2].post"
    std::string zh;     ///< plain Chinese, with the way out
    std::string en;     ///< the same in English
};

template <class T>
using Result = boost::outcome_v2::basic_result<T, Refusal, boost::outcome_v2::policy::terminate>;

inline Refusal refuse(std::string code, std::string field, std::string zh, std::string en) {
    return Refusal{std::move(code), std::move(field), std::move(zh), std::move(en)};
}

/// For functions that promise nothing but success.
inline auto done() {
    return boost::outcome_v2::success();
}

}  // namespace anlan
