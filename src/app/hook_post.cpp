#include "app/hook_post.hpp"

#include "http/fetch.hpp"

namespace anlan::app {

namespace {

constexpr std::chrono::seconds kHookLimit{10};  ///< another system that takes longer is tried again later

}  // namespace

Result<int> post_letter(const hooks::Letter& letter) {
    BOOST_OUTCOME_TRY(
        const auto answer,
        http::ask(
            {.method = http::Method::post,
             .url = letter.url,
             .body = letter.body,
             .limit = kHookLimit,
             .headers = letter.headers}
        )
    );
    return answer.status;
}

}  // namespace anlan::app
