#include "plan/check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "plan/match.hpp"

namespace anlan::plan {

namespace {

/// Collects findings of one plan without saying the same twice: a post that ten steps use is empty once.
class CheckUp {
  public:
    CheckUp(const Plan& plan, const Roster& roster) : plan_(plan), roster_(roster) {}

    std::vector<Finding> run() {
        document();
        for (const auto& level : plan_.levels) {
            for (const auto& step : level.steps) this->step(level, step);
            for (const auto& code : level.calls) post(code, roman(level.level) + "级叫应");
            needs(level);
        }
        std::stable_sort(found_.begin(), found_.end(), [](const Finding& a, const Finding& b) {
            return a.severity == "red" && b.severity != "red";
        });
        return std::move(found_);
    }

  private:
    void add(std::string code, const char* severity, std::string where, std::string what_zh, std::string what_en,
             std::string fix_zh, std::string fix_en, std::optional<std::string> subject = {}) {
        if (!said_.insert(code + "|" + what_zh).second) return;
        found_.push_back({std::move(code), severity, std::move(where), std::move(what_zh), std::move(what_en),
                          std::move(fix_zh), std::move(fix_en), std::move(subject), plan_.id});
    }

    void document() {
        if (plan_.levels.empty())
            add("no_levels", "red", "全文", "预案没有分级", "the plan has no levels", "补充Ⅳ–Ⅰ级的启动条件和步骤", "add levels with triggers and steps");
        const auto reviewed = parse_time(plan_.reviewed_on + "T00:00:00+08:00");
        if (!reviewed)
            add("review_unknown", "yellow", "全文", "没有写明最近一次评估修订日期", "the date of the last review is missing",
                "填写 reviewed_on", "fill in reviewed_on");
        else if (roster_.now - reviewed.value() > roster_.review_age_max)
            add("review_overdue", "red", "全文", fmt::format("上次评估修订是 {}，已超过规定周期", plan_.reviewed_on),
                fmt::format("last reviewed on {}, longer ago than allowed", plan_.reviewed_on), "组织评估修订并重新批准备案",
                "review, approve and file it again");
        for (const auto& level : plan_.levels)
            if (level.triggers.empty())
                add("no_trigger", "yellow", roman(level.level) + "级", fmt::format("{}级没有启动条件", roman(level.level)),
                    fmt::format("level {} has no trigger", roman(level.level)), "写明对应的预警颜色、上级命令或险情", "name the warning colour, order or observation");
    }

    void post(const std::string& code, const std::string& where) {
        const auto [from, to] = roster_.posts.equal_range(code);
        if (from == to) {
            add("post_unknown", "red", where, fmt::format("没有“{}”这个岗位", code), fmt::format("there is no post \"{}\"", code),
                "在“组织”里设置该岗位，或改用现有岗位", "create the post under Organisation, or use an existing one");
            return;
        }
        for (auto each = from; each != to; ++each) holder(each->second, where);
    }

    void holder(const RosterPost& post, const std::string& where) {
        const auto who = post.title;
        if (!post.filled) {
            add("post_empty", "red", where, fmt::format("“{}”空缺", who), fmt::format("\"{}\" is vacant", who), "任命一名任职人", "appoint a holder", post.id);
            return;
        }
        if (!post.deputy)
            add("deputy_missing", "yellow", where, fmt::format("“{}”没有副手（B角）", who), fmt::format("\"{}\" has no deputy", who), "指定副手", "name a deputy", post.id);
        if (!post.phone_tested_at)
            add("phone_untested", "yellow", where, fmt::format("“{}”的电话从未测试", who), fmt::format("the phone of \"{}\" was never tested", who),
                "拨测一次并登记结果", "ring it once and record the result", post.id);
        else if (!post.phone_answered)
            add("phone_failed", "red", where, fmt::format("“{}”的电话上次拨测未接通", who), fmt::format("the phone of \"{}\" was not answered at the last test", who),
                "核对号码后重新拨测", "check the number and test again", post.id);
        else if (roster_.now - *post.phone_tested_at > roster_.phone_age_max)
            add("phone_test_old", "yellow", where, fmt::format("“{}”的电话拨测已过期", who), fmt::format("the phone test of \"{}\" is too old", who), "重新拨测", "test again", post.id);
    }

    void step(const PlanLevel& level, const Step& step) {
        const auto where = fmt::format("{}级 · {}", roman(level.level), step.title);
        if (!step.post.empty()) post(step.post, where);
        else if (step.line.empty())
            add("nobody", "red", where, fmt::format("“{}”没有责任岗位", step.title), fmt::format("\"{}\" has nobody responsible", step.title),
                "指定岗位或条线", "name a post or a line");
        if (!step.line.empty()) {
            const auto people = roster_.line_people.find(step.line);
            if (people == roster_.line_people.end() || people->second < 2)
                add("line_thin", "red", where, fmt::format("条线“{}”不足两名具名人员", step.line), fmt::format("line \"{}\" has fewer than two named people", step.line),
                    "为该条线补足人员", "name at least two people");
        }
        if (!due_minutes(level, step))
            add("deadline_broken", "red", where, fmt::format("“{}”的时限引用了不存在或循环的步骤", step.title),
                fmt::format("the deadline of \"{}\" refers to a missing or circular step", step.title), "改正 after", "correct \"after\"");
        if (step.confirmation == StepConfirmation::number && !step.number_wanted && step.unit.empty())
            add("number_vague", "yellow", where, fmt::format("“{}”要求填数但没有单位", step.title), fmt::format("\"{}\" wants a number without a unit", step.title), "补充单位", "add a unit");
    }

    /// All of a level happens at once, so its needs add up.
    void needs(const PlanLevel& level) {
        std::map<std::string, std::pair<double, std::string>> stock;
        for (const auto& step : level.steps)
            for (const auto& need : step.needs) {
                const auto where = fmt::format("{}级 · {}", roman(level.level), step.title);
                if (need.kind == "stock" || need.kind == "device") {
                    auto& sum = stock[need.what];
                    sum.first += need.quantity;
                    sum.second = need.unit;
                } else if (need.kind == "team" && !roster_.team_kinds.contains(need.what)) {
                    add("team_missing", "red", where, fmt::format("没有“{}”类救援队伍", need.what), fmt::format("there is no team of kind \"{}\"", need.what),
                        "登记队伍，或签订互助协议", "register a team or agree on mutual aid");
                }
            }
        for (const auto& [what, wanted] : stock) {
            const auto have = roster_.stock.contains(what) ? roster_.stock.at(what) : 0.0;
            if (have >= wanted.first) continue;
            add("stock_short", "red", roman(level.level) + "级 · 物资", fmt::format("“{}”需要 {:g}{}，库存 {:g}", what, wanted.first, wanted.second, have),
                fmt::format("\"{}\": {:g} {} wanted, {:g} in store", what, wanted.first, wanted.second, have),
                fmt::format("补充 {:g}{}，或在预案中写明借用来源", wanted.first - have, wanted.second), fmt::format("add {:g}, or name where it is borrowed", wanted.first - have), what);
        }
    }

    const Plan& plan_;
    const Roster& roster_;
    std::vector<Finding> found_;
    std::set<std::string> said_;
};

}  // namespace

std::vector<Finding> check(const Plan& plan, const Roster& roster) { return CheckUp(plan, roster).run(); }

}  // namespace anlan::plan
