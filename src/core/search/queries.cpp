#include "search/queries.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "search/grams.hpp"

namespace anlan::search {

namespace {

constexpr std::int64_t kColumn = 256;      ///< blocks fetched of one pair at a time
constexpr std::int64_t kReadMost = 4'000;  ///< findings read for one answer

constexpr const char* kColumns = "id, drill, kind, subject, area, permission, at, title, body, state";

struct Posting {
    std::int64_t block = 0;
    std::string places;
};
BOOST_DESCRIBE_STRUCT(Posting, (), (block, places))

/// The places of one pair, from the newest block down.
class Column {
  public:
    Column(store::Rows& rows, std::string gram) : rows_(rows), gram_(std::move(gram)) {}

    /// Its newest block at or below this one; nothing if there is none.
    const Posting* at_or_below(std::int64_t block) {
        while (true) {
            while (next_ < page_.size() && page_[next_].block > block) ++next_;
            if (next_ < page_.size()) return &page_[next_];
            if (ended_) return nullptr;
            page_ = rows_.select<Posting>(
                "SELECT block, places FROM search_gram WHERE gram = :g AND block <= :b ORDER BY block DESC LIMIT :l",
                gram_,
                block,
                step_
            );
            next_ = 0;
            ended_ = static_cast<std::int64_t>(page_.size()) < step_;
            step_ = std::min(step_ * 4, kColumn);
        }
    }

  private:
    store::Rows& rows_;
    std::string gram_;
    std::vector<Posting> page_;
    std::size_t next_ = 0;
    std::int64_t step_ = 4;
    bool ended_ = false;
};

class Search {
  public:
    Search(store::Rows& rows, const Question& question, std::vector<std::string> words)
        : rows_(rows), question_(question), words_(std::move(words)) {}

    Answer run() {
        const auto last = rows_.value<std::int64_t>("SELECT id FROM search_doc ORDER BY id DESC LIMIT 1").value_or(-1);
        const auto end = question_.before > 0 ? std::min(question_.before, last + 1) : last + 1;
        const auto whole = (last + 1) / kBlock;  // blocks whose pairs are written
        if (end > whole * kBlock) tail(whole * kBlock, end);
        if (whole > 0 && !enough()) blocks(std::min(end, whole * kBlock));
        return std::move(answer_);
    }

  private:
    bool enough() const { return answer_.before.has_value(); }

    bool wanted(const Found& each) const {
        if (each.kind.empty() || each.drill != question_.world.text()) return false;
        if (!question_.kind.empty() && each.kind != question_.kind) return false;
        if (!each.permission.empty() && !question_.permissions.contains(each.permission)) return false;
        if (!each.area.text.empty() && !question_.area.contains(each.area)) return false;
        const auto text = folded(each.title + "\n" + each.text);
        return std::ranges::all_of(words_, [&](const auto& word) { return text.find(word) != std::string::npos; });
    }

    void take(Found&& each) {
        if (enough()) return;
        const auto id = each.id;
        if (wanted(each)) answer_.found.push_back(std::move(each));
        const bool full = static_cast<std::int64_t>(answer_.found.size()) >= question_.limit;
        if ((full || ++read_ >= kReadMost) && id > 0) answer_.before = id;
    }

    /// What stands in no whole block is read through.
    void tail(std::int64_t from, std::int64_t end) {
        const auto sql = fmt::format("SELECT {} FROM search_doc WHERE id >= :a AND id < :b ORDER BY id DESC", kColumns);
        auto rows = rows_.select<Found>(sql, from, end);
        read_ -= static_cast<std::int64_t>(rows.size());
        for (auto& each : rows) take(std::move(each));
    }

    void blocks(std::int64_t end) {
        std::vector<Column> columns;
        for (const auto& word : words_)
            for (auto& gram : grams_of(word)) columns.emplace_back(rows_, std::move(gram));
        for (auto block = (end - 1) / kBlock; block >= 0 && !enough();) {
            const auto places = common(columns, block);
            if (block < 0) return;
            fetch(block, places, end);
            --block;
        }
    }

    /// Places that all pairs have in the newest block that all of them have; `block` moves down to it, to -1 for none.
    static std::vector<std::int64_t> common(std::vector<Column>& columns, std::int64_t& block) {
        for (std::size_t agreed = 0; agreed < columns.size();) {
            agreed = 0;
            for (auto& column : columns) {
                const auto* posting = column.at_or_below(block);
                if (posting == nullptr) {
                    block = -1;
                    return {};
                }
                if (posting->block < block) {
                    block = posting->block;
                    break;
                }
                ++agreed;
            }
        }
        auto places = places_of(columns.front().at_or_below(block)->places);
        for (std::size_t i = 1; i < columns.size(); ++i) {
            const auto others = places_of(columns[i].at_or_below(block)->places);
            std::vector<std::int64_t> both;
            std::ranges::set_intersection(places, others, std::back_inserter(both));
            places = std::move(both);
        }
        return places;
    }

    void fetch(std::int64_t block, const std::vector<std::int64_t>& places, std::int64_t end) {
        const auto sql = fmt::format("SELECT {} FROM search_doc WHERE id = :i", kColumns);
        for (auto place = places.rbegin(); place != places.rend() && !enough(); ++place) {
            const auto id = block * kBlock + *place;
            if (id >= end) continue;
            if (auto found = rows_.first<Found>(sql, id)) take(std::move(*found));
        }
    }

    store::Rows& rows_;
    const Question& question_;
    std::vector<std::string> words_;
    Answer answer_;
    std::int64_t read_ = 0;
};

}  // namespace

Result<Answer> find(store::Rows& rows, const Question& question) {
    auto words = words_of(question.text);
    if (words.empty()) return refuse("question_too_short", "q", "请输入至少两个字", "type at least two characters");
    return Search(rows, question, std::move(words)).run();
}

}  // namespace anlan::search
