#include <fmt/format.h>

#include <set>

#include "organisation/answers.hpp"
#include "policy/queries.hpp"

namespace anlan::organisation {

namespace {

struct CheckedPost {
    PostId id;
    std::string title;
    AreaCode area;
    bool required = false;
    PersonId holder, deputy;
};
BOOST_DESCRIBE_STRUCT(CheckedPost, (), (id, title, area, required, holder, deputy))

struct Numbers {
    std::int64_t filled = 0, full_time = 0;
};
BOOST_DESCRIBE_STRUCT(Numbers, (), (filled, full_time))

/// Posts of the station itself, not those of its villages.
Numbers station_numbers(store::Rows& rows, const AreaCode& node) {
    return rows
        .first<Numbers>(
            "SELECT COUNT(*), COUNT(DISTINCT CASE WHEN p.full_time = 1 THEN p.id END) FROM post o "
            "JOIN person p ON p.id = o.holder WHERE o.area = :a AND p.active = 1",
            node
        )
        .value_or(Numbers{});
}

void check_numbers(Checks& all, const AreaCode& node) {
    if (all.posts_filled < all.posts_minimum)
        all.findings.push_back(
            {"posts_too_few",
             "red",
             "应急站",
             fmt::format("在岗 {} 个岗位，少于规定的 {} 个", all.posts_filled, all.posts_minimum),
             fmt::format("{} posts are filled, fewer than {}", all.posts_filled, all.posts_minimum),
             "在“岗位”页任命人员",
             "appoint people on the posts page",
             node.text}
        );
    if (all.full_time_filled < all.full_time_minimum)
        all.findings.push_back(
            {"full_time_too_few",
             "red",
             "应急站",
             fmt::format("专职 {} 人，少于规定的 {} 人", all.full_time_filled, all.full_time_minimum),
             fmt::format("{} people are full-time, fewer than {}", all.full_time_filled, all.full_time_minimum),
             "登记专职人员并任命到岗位",
             "list full-time people and appoint them",
             node.text}
        );
}

void check_posts(store::Rows& rows, const AreaCode& node, std::vector<Finding>& findings) {
    const auto posts = rows.select<CheckedPost>(
        "SELECT id, title, area, required, holder, deputy FROM post WHERE area LIKE :a ORDER BY sort, id",
        std::string(node.prefix()) + "%"
    );
    for (const auto& post : posts) {
        const auto where = area_name(rows, post.area) + " " + post.title;
        if (post.holder.empty())
            findings.push_back(
                {"post_vacant",
                 post.required ? "red" : "yellow",
                 where,
                 "岗位空缺",
                 "the post is vacant",
                 "任命人员",
                 "appoint somebody",
                 post.id.text}
            );
        else if (post.required && post.deputy.empty())
            findings.push_back(
                {"deputy_missing",
                 "yellow",
                 where,
                 "没有副手，无人应答时叫应直接升级",
                 "there is no deputy to call next",
                 "指定副手",
                 "name a deputy",
                 post.id.text}
            );
    }
}

void check_phone(store::Rows& rows, const PersonId& person, Instant now, std::vector<Finding>& findings) {
    const auto where = person_name(rows, person);
    const auto add = [&](const char* code, const char* severity, const char* zh, const char* en) {
        findings.push_back(
            {code, severity, where, zh, en, "打一次电话并登记结果", "ring the number and enter the result", person.text}
        );
    };
    if (phone_masked(rows, person).empty()) return add("phone_missing", "red", "没有登记电话", "no number is listed");
    const auto test = last_phone_test(rows, person);
    if (!test) return add("phone_untested", "yellow", "电话从未核验", "the number was never tested");
    if (test->result != "answered")
        return add("phone_not_answered", "red", "上次核验电话未接通", "the last test was not answered");
    if (now - test->at > policy::seconds(rows, "contacts.verify_max_age"))
        add("phone_test_old", "yellow", "电话核验已过期", "the last test is too long ago");
}

void check_people(store::Rows& rows, const AreaCode& node, Instant now, std::vector<Finding>& findings) {
    const auto people = rows.list<PersonId>(
        "SELECT DISTINCT p.id FROM person p JOIN post o ON o.holder = p.id OR o.deputy = p.id "
        "WHERE p.active = 1 AND o.area LIKE :a ORDER BY p.id",
        std::string(node.prefix()) + "%"
    );
    for (const auto& person : people) check_phone(rows, person, now, findings);
}

void check_lines(store::Rows& rows, std::vector<Finding>& findings) {
    for (const auto& line : line_rows(rows))
        if (!line.ok)
            findings.push_back(
                {"line_too_few",
                 "red",
                 line.name,
                 fmt::format("这条线只有 {} 名责任人", line.people.size()),
                 fmt::format("only {} people carry this line", line.people.size()),
                 "至少指定一主一备两人",
                 "name at least a lead and a deputy",
                 line.id}
            );
}

void check_villages(store::Rows& rows, const AreaCode& node, std::vector<Finding>& findings) {
    for (const auto& row : chain_rows(rows, node)) {
        if (row.area.level() != Level::village) continue;
        if (row.chain.size() < 2)
            findings.push_back(
                {"chain_too_short",
                 row.chain.empty() ? "red" : "yellow",
                 row.area_name,
                 row.chain.empty() ? "没有叫应责任人" : "叫应名单只有一人",
                 "too few people can be called for this village",
                 "任命村（社区）负责人和副手",
                 "appoint the village's head and deputy",
                 row.area.text}
            );
    }
}

void check_duties(store::Rows& rows, const AreaCode& node, Instant now, std::vector<Finding>& findings) {
    for (const auto& duty : duty_rows(rows, node, now)) {
        if (duty.overdue)
            findings.push_back(
                {"duty_review_overdue",
                 "yellow",
                 duty.post_title,
                 "责任清单超过一年未复核",
                 "the duty was not reviewed in time",
                 "任职人重新确认",
                 "its holder acknowledges it again",
                 duty.id}
            );
        else if (duty.holder && !duty.acknowledged_at)
            findings.push_back(
                {"duty_unacknowledged",
                 "yellow",
                 duty.post_title,
                 "责任清单未经任职人确认",
                 "its holder has not acknowledged the duty",
                 "任职人登录后在“责任清单”确认",
                 "the holder logs in and acknowledges it",
                 duty.id}
            );
    }
}

}  // namespace

Checks checks(store::Rows& rows, const AreaCode& node, Instant now) {
    Checks all;
    const auto numbers = station_numbers(rows, node);
    all.posts_filled = numbers.filled;
    all.full_time_filled = numbers.full_time;
    all.posts_minimum = static_cast<std::int64_t>(policy::number(rows, "station.posts"));
    all.full_time_minimum = static_cast<std::int64_t>(policy::number(rows, "station.full_time"));
    all.ok = all.posts_filled >= all.posts_minimum && all.full_time_filled >= all.full_time_minimum;
    check_numbers(all, node);
    check_posts(rows, node, all.findings);
    check_lines(rows, all.findings);
    if (leader_on_duty(rows, node).empty())
        all.findings.push_back(
            {"leader_missing",
             "red",
             "带班",
             "没有带班领导",
             "no leader is on duty",
             "登记带班领导",
             "name the leader on duty",
             node.text}
        );
    check_villages(rows, node, all.findings);
    check_people(rows, node, now, all.findings);
    check_duties(rows, node, now, all.findings);
    return all;
}

}  // namespace anlan::organisation
