#include "journal/look.hpp"

#include <gtest/gtest.h>

#include "journal/test_lamps.hpp"
#include "trial/trial.hpp"

namespace anlan::journal {
namespace {

std::vector<std::int64_t> places(store::Rows& rows, const Look& wanted) {
    std::vector<std::int64_t> found;
    for (const auto& entry : look(rows, wanted)) found.push_back(entry.seq);
    return found;
}

TEST(looking_into_the_journal, gives_the_same_by_index_as_reading_everything) {
    trial::Trial trial({});
    for (int i = 0; i < 40; ++i) {
        const auto lamp = "l" + std::to_string(i % 3);
        if (i % 4 == 3)
            trial.given(lamp, LampOut{true});
        else
            trial.given(lamp, LampLit{"red"});
    }
    auto& rows = trial.rows();
    const auto all = look(rows, {0, 1000, "", ""});
    ASSERT_EQ(all.size(), 40U);
    for (const std::string kind : {"", "lamp.", "lamp.out", "lamp.o", "bell.", "LAMP.out", "lamp.outer"})
        for (const std::string subject : {"", "l0", "l1", "nobody"})
            for (const std::int64_t after : {0, 13, 39, 40})
                for (const std::int64_t limit : {0, 1, 7, 1000}) {
                    std::vector<std::int64_t> wanted;
                    for (const auto& entry : all)
                        if (entry.seq > after && entry.kind.starts_with(kind) &&
                            (subject.empty() || entry.subject == subject) &&
                            static_cast<std::int64_t>(wanted.size()) < limit)
                            wanted.push_back(entry.seq);
                    EXPECT_EQ(places(rows, {after, limit, kind, subject}), wanted)
                        << kind << " " << subject << " after " << after << " limit " << limit;
                }
}

}  // namespace
}  // namespace anlan::journal
