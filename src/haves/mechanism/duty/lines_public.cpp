#include "duty/lines_public.hpp"

#include <fmt/format.h>

#include "duty/heed.hpp"
#include "enforcement/outside_events.hpp"

namespace anlan::duty {

namespace {

void say(store::Rows& rows, const Entry& entry, const enforcement::PublicReportFiled& filed, const AreaCode&) {
    say_line(
        rows,
        entry,
        {},
        {fmt::format("群众举报：{} {}（{} 前答复）", filed.where, filed.what, filed.answer_by),
         fmt::format("The public reports: {} {} (answer by {})", filed.where, filed.what, filed.answer_by)}
    );
}

void say(store::Rows& rows, const Entry& entry, const enforcement::PublicReportSorted& sorted, const AreaCode&) {
    say_line(
        rows,
        entry,
        {},
        {"{actor}分办群众举报并答复：" + sorted.answer,
         "{actor} sorted and answered a report of the public: " + sorted.answer}
    );
}

}  // namespace

void heed_public(journal::Room& room) {
    heed<enforcement::PublicReportFiled>(room, &say);
    heed<enforcement::PublicReportSorted>(room, &say);
}

}  // namespace anlan::duty
