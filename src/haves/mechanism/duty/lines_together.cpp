#include "duty/lines_together.hpp"

#include <fmt/format.h>

#include "consultation/events.hpp"
#include "duty/heed.hpp"

namespace anlan::duty {

namespace {

using consultation::ResolutionOutcome;

void say(store::Rows& rows, const Entry& entry, const consultation::ConsultationCalled& called, const AreaCode&) {
    say_line(
        rows,
        entry,
        {},
        {fmt::format("发起会商：{}（通知 {} 人）", called.title, called.invited.size()),
         fmt::format("Consultation called: {} ({} invited)", called.title, called.invited.size())}
    );
}

void say(
    store::Rows& rows, const Entry& entry, const consultation::ConsultationConcluded& concluded, const AreaCode& from
) {
    say_line(
        rows,
        entry,
        from,
        {fmt::format(
             "会商结束：{}（到会 {}/{}，议决 {} 项）",
             concluded.title,
             concluded.present,
             concluded.invited,
             concluded.resolutions.size()
         ),
         fmt::format(
             "Consultation over: {} ({}/{} there, {} resolutions)",
             concluded.title,
             concluded.present,
             concluded.invited,
             concluded.resolutions.size()
         )}
    );
}

void say(store::Rows& rows, const Entry& entry, const consultation::ResolutionMade& made, const AreaCode&) {
    say_line(
        rows,
        entry,
        {},
        {fmt::format("议决：{}（{}）", made.text, made.owner_title),
         fmt::format("Resolved: {} ({})", made.text, made.owner_title)}
    );
}

void say(store::Rows& rows, const Entry& entry, const consultation::ResolutionReminded& reminded, const AreaCode&) {
    say_line(rows, entry, {}, {"催办议决事项：" + reminded.text, "Reminded of a resolution: " + reminded.text});
}

void say(store::Rows& rows, const Entry& entry, const consultation::ResolutionClosed& closed, const AreaCode& from) {
    const bool done = closed.outcome == ResolutionOutcome::done;
    auto zh = fmt::format("议决事项{}：{}", done ? "已落实" : "终止", closed.text);
    auto en = fmt::format("Resolution {}: {}", done ? "carried out" : "ended", closed.text);
    if (!closed.words.empty()) {
        zh += "（" + closed.words + "）";
        en += " (" + closed.words + ")";
    }
    say_line(rows, entry, from, {std::move(zh), std::move(en), done && closed.late});
}

}  // namespace

void heed_consultations(journal::Room& room) {
    heed<consultation::ConsultationCalled>(room, &say);
    heed<consultation::ConsultationConcluded>(room, &say);
    heed<consultation::ResolutionMade>(room, &say);
    heed<consultation::ResolutionReminded>(room, &say);
    heed<consultation::ResolutionClosed>(room, &say);
    heed_below<consultation::ConsultationConcluded>(room, &say);
    heed_below<consultation::ResolutionClosed>(room, &say);
}

}  // namespace anlan::duty
