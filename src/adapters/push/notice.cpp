#include "push/notice.hpp"

#include "base/reflect.hpp"
#include "push/content.hpp"
#include "push/cut.hpp"
#include "seal/seal.hpp"

namespace anlan::push {

namespace {

constexpr std::size_t kTitleMost_bytes = 300, kTopicLetters = 32;

}  // namespace

std::string notice_of(const calls::Carry& carry) {
    auto title = carry.title, words = carry.words;
    if (carry.drill && title.find("演练") == std::string::npos) title = "【演练】" + title;
    title = cut(title, kTitleMost_bytes);
    for (auto most = kWordsMost_bytes;; most /= 2) {  // quotes and control signs take more room in JSON
        words = cut(words, most);
        auto text = json::serialize(json::object{
            {"call", carry.call}, {"carry", carry.id.text}, {"title", title}, {"words", words}, {"drill", carry.drill}}
        );
        if (text.size() <= kWordsMost_bytes || words.empty()) return text;
    }
}

std::string topic_of(const std::string& call) {
    return seal::sha256(call).substr(0, kTopicLetters);
}

}  // namespace anlan::push
