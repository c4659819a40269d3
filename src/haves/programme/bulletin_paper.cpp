#include <fmt/format.h>

#include <functional>

#include "programme/bulletin.hpp"
#include "programme/funds_queries.hpp"

namespace anlan::programme {

namespace {

using documents::Rank;
using documents::Side;
using documents::Table;

/// "1月5日" of "2026-01-05".
std::string short_day(const std::string& day) {
    return fmt::format("{}月{}日", std::stoi(day.substr(5, 2)), std::stoi(day.substr(8, 2)));
}

Table progress_table(const Bulletin& bulletin) {
    Table table{
        "",
        {{"站", 3},
         {"完成", 2, Side::right},
         {"本周完成", 2, Side::right},
         {"逾期", 2, Side::right},
         {"预计完工", 3},
         {"晚（天）", 2, Side::right}},
        {}};
    for (const auto& each : bulletin.stations)
        table.rows.push_back(
            {each.name,
             fmt::format("{}/{}", each.done, each.tasks),
             std::to_string(each.finished.size()),
             std::to_string(each.delayed.size()),
             each.ready_on.empty() ? "—" : each.ready_on,
             each.late_days > 0 ? std::to_string(each.late_days) : "按期"}
        );
    return table;
}

void say_tasks(
    documents::Official& paper,
    const Bulletin& bulletin,
    std::vector<BulletinTask> BulletinStation::*which,
    const std::string& nothing,
    const std::function<std::string(const BulletinTask&)>& words
) {
    bool any = false;
    for (const auto& station : bulletin.stations) {
        if ((station.*which).empty()) continue;
        any = true;
        std::string line = station.name + "：";
        for (const auto& task : station.*which)
            line += (&task == &(station.*which).front() ? "" : "；") + task.title + words(task);
        paper.say(line + "。");
    }
    if (!any) paper.say(nothing);
}

Table money_table(const Bulletin& bulletin) {
    Table table{
        "单位：元",
        {{"站", 3},
         {"预算", 3, Side::right},
         {"已签合同", 3, Side::right},
         {"已付", 3, Side::right},
         {"本周付", 3, Side::right},
         {"可用", 3, Side::right}},
        {}};
    BulletinMoney sum;
    const auto row = [&](const std::string& name, const BulletinMoney& money) {
        table.rows.push_back(
            {name,
             yuan(money.budget_fen),
             yuan(money.bound_fen),
             yuan(money.paid_fen),
             yuan(money.paid_in_week_fen),
             yuan(money.budget_fen - money.bound_fen)}
        );
    };
    for (const auto& each : bulletin.stations) {
        row(each.name, each.money);
        sum.budget_fen += each.money.budget_fen;
        sum.bound_fen += each.money.bound_fen;
        sum.paid_fen += each.money.paid_fen;
        sum.paid_in_week_fen += each.money.paid_in_week_fen;
    }
    if (bulletin.stations.size() > 1) row("合计", sum);
    return table;
}

std::string share(const StationReuse& reuse) {
    const auto all = reuse.used_fen + reuse.bought_fen;
    return all == 0 ? "—" : fmt::format("{}%", (100 * reuse.used_fen + all / 2) / all);
}

Table reuse_table(const Bulletin& bulletin) {
    Table table{
        "单位：元",
        {{"站", 3},
         {"摸底（项）", 2, Side::right},
         {"可利旧（项）", 2, Side::right},
         {"已利旧（项）", 2, Side::right},
         {"已利旧价值", 3, Side::right},
         {"采购", 3, Side::right},
         {"利旧占比", 2, Side::right}},
        {}};
    for (const auto& each : bulletin.stations)
        table.rows.push_back(
            {each.name,
             std::to_string(each.reuse.found),
             std::to_string(each.reuse.reusable),
             std::to_string(each.reuse.used),
             yuan(each.reuse.used_fen),
             yuan(each.reuse.bought_fen),
             share(each.reuse)}
        );
    return table;
}

}  // namespace

documents::Official bulletin_paper(const Bulletin& bulletin, const std::string& issuer, bool with_money) {
    documents::Official paper;
    paper.frame = documents::Frame::plain;
    paper.title = fmt::format("标准化应急管理站建设周报（{} 年第 {} 周）", bulletin.week.year, bulletin.week.number);
    paper.say(fmt::format(
        "{}至{}，数据截至 {}，由各站所报进度、合同、付款和利旧摸底自动算出。",
        short_day(to_text(bulletin.week.monday)),
        short_day(to_text(bulletin.week.sunday())),
        bulletin.as_of
    ));
    int number = 0;
    const auto head = [&](const std::string& words) {
        paper.say(documents::chinese_number(++number) + "、" + words, Rank::first);
    };
    head("总体进度");
    paper.show(progress_table(bulletin));
    if (!bulletin.silent.empty()) paper.say(fmt::format("尚未报进度：{}。", fmt::join(bulletin.silent, "、")));
    head("本周完成");
    say_tasks(paper, bulletin, &BulletinStation::finished, "本周没有完成的任务。", [](const BulletinTask& task) {
        return "（" + short_day(task.day) + "）";
    });
    head("逾期任务");
    say_tasks(paper, bulletin, &BulletinStation::delayed, "没有逾期任务。", [](const BulletinTask& task) {
        return fmt::format(
            "（应于 {} 完成，预计晚 {} 天{}）",
            short_day(task.day),
            task.late_days,
            task.note.empty() ? "" : "，" + task.note
        );
    });
    head("下周到期");
    say_tasks(paper, bulletin, &BulletinStation::coming, "下周没有到期的任务。", [](const BulletinTask& task) {
        return "（" + short_day(task.day) + "）";
    });
    if (with_money) {
        head("资金");
        paper.show(money_table(bulletin));
    }
    head("利旧与采购");
    paper.show(reuse_table(bulletin));
    paper.signature = issuer;
    paper.date = fmt::format("{}年{}", bulletin.as_of.substr(0, 4), short_day(bulletin.as_of));
    return paper;
}

}  // namespace anlan::programme
