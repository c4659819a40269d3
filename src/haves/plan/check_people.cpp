#include <fmt/format.h>

#include <algorithm>

#include "plan/findings.hpp"
#include "plan/nearest.hpp"
#include "plan/vocabulary.hpp"

namespace anlan::plan {

namespace {

/// Every post a plan relies on, with the places that do, in the order of the plan.
class Uses {
  public:
    explicit Uses(const Plan& plan) {
        for (const auto& level : plan.levels) {
            for (std::size_t i = 0; i < level.steps.size(); ++i) {
                const auto& step = level.steps[i];
                const auto where = step_place(level, i);
                add(step.post, where);
                add(step.deputy_post, where);
                for (const auto& code : step.calls) add(code, where);
            }
            for (const auto& code : level.calls) add(code, roman(level.level) + "级 · 叫应");
        }
    }

    struct Use {
        std::string code;
        std::vector<std::string> places;
        std::string where() const {
            return places.size() == 1 ? places.front() : fmt::format("{} 等 {} 处", places.front(), places.size());
        }
    };
    std::vector<Use> list;

  private:
    void add(const std::string& code, const std::string& where) {
        if (code.empty()) return;
        auto found = std::find_if(list.begin(), list.end(), [&](const Use& each) { return each.code == code; });
        if (found == list.end()) found = list.insert(list.end(), Use{code, {}});
        if (found->places.empty() || found->places.back() != where) found->places.push_back(where);
    }
};

/// One thing that may be wrong with the holders of a post.
struct Fault {
    const char* code;
    bool red;
    const char *zh, *en;  ///< after the name of the post
    Words fix;
    bool (*holds)(const RosterPost&, const Roster&);
};

bool rings(const RosterPost& post) {
    return post.filled && post.phone_tested_at.has_value();
}

const std::vector<Fault>& faults() {
    static const std::vector<Fault> kFaults{
        {"post_empty",
         true,
         "空缺",
         "vacant",
         {"任命任职人", "appoint a holder"},
         [](const RosterPost& post, const Roster&) { return !post.filled; }},
        {"not_on_duty",
         true,
         "此刻不在岗",
         "not on duty now",
         {"马上补位，并更正班表", "find a substitute now and correct the rota"},
         [](const RosterPost& post, const Roster&) { return post.filled && post.on_duty == false; }},
        {"phone_failed",
         true,
         "上次拨测电话未接通",
         "did not answer the last telephone test",
         {"核对号码后重新拨测", "check the number and test again"},
         [](const RosterPost& post, const Roster&) { return rings(post) && !post.phone_answered; }},
        {"deputy_missing",
         false,
         "没有副手（B角）",
         "without a deputy",
         {"指定副手", "name a deputy"},
         [](const RosterPost& post, const Roster&) { return post.filled && !post.deputy; }},
        {"phone_untested",
         false,
         "电话从未拨测",
         "never tested by telephone",
         {"拨测一次并登记结果", "ring once and record the result"},
         [](const RosterPost& post, const Roster&) { return post.filled && !post.phone_tested_at; }},
        {"phone_test_old",
         false,
         "电话拨测已过期",
         "tested by telephone too long ago",
         {"重新拨测", "test again"},
         [](const RosterPost& post, const Roster& roster) {
             return rings(post) && post.phone_answered && roster.now - *post.phone_tested_at > roster.phone_age_max;
         }},
    };
    return kFaults;
}

void unknown_post(const Uses::Use& use, const Roster& roster, Findings& findings) {
    std::vector<std::string> known = codes_of(standard_posts());
    for (const auto& [code, post] : roster.posts) known.push_back(code);
    const auto near = nearest(use.code, known);
    const bool misspelt = near && *near != use.code;
    const auto name = name_of(standard_posts(), use.code);
    findings.red(
        "post_unknown",
        use.where(),
        {fmt::format("没有“{}”这个岗位", name), fmt::format("there is no post \"{}\"", use.code)},
        {misspelt ? fmt::format("是否想写“{}”？否则在“组织”里设置该岗位", *near)
                  : "在“组织”里设置该岗位，或改用现有岗位",
         misspelt ? fmt::format("did you mean \"{}\"? else create the post", *near)
                  : "create the post, or use an existing one"},
        use.code
    );
}

/// Says one fault of all holders of a post at once: twenty-four villages are one line, not twenty-four.
void judge_holders(const Uses::Use& use, const Roster& roster, Findings& findings) {
    const auto [from, to] = roster.posts.equal_range(use.code);
    for (const auto& fault : faults()) {
        std::vector<const RosterPost*> hit;
        for (auto each = from; each != to; ++each)
            if (fault.holds(each->second, roster)) hit.push_back(&each->second);
        if (hit.empty()) continue;
        std::vector<std::string> areas;
        for (const auto* post : hit) areas.push_back(post->area_name);
        const bool one = hit.size() == 1;
        const auto title = one ? hit.front()->title : name_of(standard_posts(), use.code);
        Words what{
            fmt::format("“{}”{}", title, fault.zh),
            fmt::format("\"{}\" {}", one ? title : name_of(standard_posts(), use.code, true), fault.en)};
        if (!one) {
            what.zh += "：" + some_of(areas);
            what.en += fmt::format(" in {} places ({})", hit.size(), some_of(areas));
        }
        const auto subject = one ? hit.front()->id : use.code;
        if (fault.red)
            findings.red(fault.code, use.where(), what, fault.fix, subject);
        else
            findings.yellow(fault.code, use.where(), what, fault.fix, subject);
    }
}

void judge_line(const std::string& line, const std::string& where, const Roster& roster, Findings& findings) {
    const auto people = roster.line_people.find(line);
    const int count = people == roster.line_people.end() ? 0 : people->second;
    if (count >= 2) return;
    const Words what{
        fmt::format("条线“{}”只有 {} 名具名人员", name_of(standard_lines(), line), count),
        fmt::format("line \"{}\" has {} named people", line, count)};
    const Words fix{"为该条线落实至少两名人员", "name at least two people"};
    if (count == 0)
        findings.red("line_empty", where, what, fix, line);
    else
        findings.yellow("line_thin", where, what, fix, line);
}

}  // namespace

void check_people(const Plan& plan, const Roster& roster, Findings& findings) {
    for (const auto& level : plan.levels)
        for (std::size_t i = 0; i < level.steps.size(); ++i) {
            const auto& step = level.steps[i];
            if (!step.line.empty()) judge_line(step.line, step_place(level, i), roster, findings);
            if (step.post.empty() && step.line.empty())
                findings.red(
                    "nobody",
                    step_place(level, i),
                    {fmt::format("“{}”没有人负责确认", step.title), fmt::format("nobody confirms \"{}\"", step.title)},
                    {"指定岗位 post 或条线 line", "name a post or a line"},
                    step.id
                );
        }
    for (const auto& use : Uses(plan).list) {
        if (roster.posts.contains(use.code))
            judge_holders(use, roster, findings);
        else if (has_word(standard_lines(), use.code))
            judge_line(use.code, use.where(), roster, findings);
        else
            unknown_post(use, roster, findings);
    }
}

}  // namespace anlan::plan
