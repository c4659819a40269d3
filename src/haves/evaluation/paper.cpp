#include "evaluation/paper.hpp"

#include <fmt/format.h>

namespace anlan::evaluation {

namespace {

const char* word(Grade grade) {
    switch (grade) {
        case Grade::excellent:
            return "优秀";
        case Grade::good:
            return "良好";
        case Grade::pass:
            return "合格";
        case Grade::rectify:
            break;
    }
    return "限期整改";
}

const char* word(Part part) {
    return part == Part::on_paper ? "静态查验分" : part == Part::in_drill ? "动态演练分" : "一票否决";
}

std::string points(const std::optional<double>& value) {
    return value ? fmt::format("{:.2f}", *value) : "—";
}

documents::Table ranking(const EvaluationAnswer& answer) {
    using documents::Side;
    documents::Table table{
        "",
        {{"名次", 1, Side::right},
         {"站", 3},
         {"县（市、区）", 2},
         {"静态查验", 2, Side::right},
         {"动态演练", 2, Side::right},
         {"总分", 2, Side::right},
         {"等次", 2}},
        {}};
    for (const auto& each : answer.rows)
        table.rows.push_back(
            {each.rank ? std::to_string(*each.rank) : "—",
             each.name,
             each.county,
             points(each.on_paper),
             points(each.in_drill),
             points(each.total),
             each.grade ? word(*each.grade) : "—"}
        );
    return table;
}

}  // namespace

documents::Official paper_of(const EvaluationAnswer& answer, const std::string& issuer, Instant now) {
    documents::Official paper;
    paper.frame = documents::Frame::plain;
    paper.title = fmt::format("{} 年标准化应急管理站综合评估结果", answer.year);
    paper.say("一、评估办法", documents::Rank::first);
    paper.say(fmt::format(
        "静态查验占 {}%，取验收得分；动态演练占 {}%，取演练时站内日志记分。参评 {} 站，优秀不超过 {}%，共 {} 个名额，"
        "不进位；总分相同的，先比动态演练分，再比报送和叫应（C4、C8）得分。",
        answer.weights.on_paper,
        answer.weights.in_drill,
        answer.stations,
        answer.quota,
        answer.places
    ));
    paper.say("二、结果", documents::Rank::first);
    paper.show(ranking(answer));
    paper.say("三、改分情况", documents::Rank::first);
    bool any = false;
    for (const auto& row : answer.rows)
        for (const auto& change : row.changes) {
            if (change.state != ChangeState::confirmed) continue;
            any = true;
            paper.say(fmt::format(
                "{}：{}由 {} 改为 {}。理由：{}。提出：{}；确认：{}。",
                row.name,
                word(change.part),
                change.from,
                change.to,
                change.reason,
                change.proposed_by,
                change.decided_by
            ));
        }
    if (!any) paper.say("没有人工改分。");
    if (!answer.opinion.empty()) {
        paper.say("四、评估意见", documents::Rank::first);
        paper.say(answer.opinion);
    }
    paper.signature = issuer;
    paper.date = documents::chinese_date(answer.concluded_at.value_or(now));
    return paper;
}

}  // namespace anlan::evaluation
