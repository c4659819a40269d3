#include "programme/ten_haves.hpp"

#include <algorithm>

#include "base/ensure.hpp"

namespace anlan::programme {

std::string_view shipped_ten_haves_json();

const TenHaves& shipped_ten_haves() {
    static const TenHaves all = [] {
        auto read = from_json_text<TenHaves>(shipped_ten_haves_json());
        ensure(read.has_value(), "the province's list reads");
        return std::move(read.value());
    }();
    return all;
}

std::vector<TenAnswer> ten_haves_of(const std::vector<Finding>& findings) {
    std::vector<TenAnswer> all;
    for (const auto& have : shipped_ten_haves().haves) {
        TenAnswer answer{have.id, have.title_zh, have.title_en, have.items, {}, Standing::on_site};
        std::size_t answered = 0;
        bool anything = false;
        for (const auto& item : have.items) {
            const auto found = std::ranges::find(findings, item, &Finding::item);
            if (found == findings.end()) continue;
            ++answered;
            if (found->standing != Standing::met) answer.lacking.push_back(item);
            if (found->standing != Standing::missing) anything = true;
        }
        if (answered > 0)
            answer.standing = answer.lacking.empty() ? Standing::met : anything ? Standing::partly : Standing::missing;
        all.push_back(std::move(answer));
    }
    return all;
}

}  // namespace anlan::programme
