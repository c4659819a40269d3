#include "broadcast/release.hpp"

#include <algorithm>

#include "broadcast/patterns.hpp"
#include "policy/queries.hpp"

namespace anlan::broadcast {

namespace {

Result<AuthorityFacts> in_force(const std::string& warning, store::Rows& rows, const World& world, Instant now) {
    for (auto& each : authorities(rows, world, now))
        if (each.warning == warning) return std::move(each);
    return refuse(
        "warning_not_in_force",
        "warning",
        "这条红色预警不在有效期内，请由第二人审核播发",
        "this red warning is not in force; have a second person release it"
    );
}

bool covers(const AuthorityFacts& authority, const std::vector<AreaCode>& zones) {
    return std::all_of(zones.begin(), zones.end(), [&](const AreaCode& zone) {
        return std::any_of(authority.areas.begin(), authority.areas.end(), [&](const AreaCode& area) {
            return area.contains(zone);
        });
    });
}

/// Word for word what the template says for these zones.
bool speaks_as_written(const BroadcastSheet& sheet, const std::string& hazard, store::Rows& rows) {
    const auto* pattern = find_pattern(sheet.pattern);
    return pattern != nullptr && pattern->hazard == hazard && sheet.text == filled(*pattern, sheet.zones, rows);
}

}  // namespace

Result<void> check_person(const PersonId& actor) {
    if (!actor.empty() && !actor.text.starts_with("system:") && actor.text != "public") return done();
    return refuse("not_a_person", "", "要由一个人来做，程序不能代替", "a person has to do this, not the program");
}

bool by_program(const BroadcastFacts& draft) {
    return draft.drafted_by == PersonId{kProgram};
}

Result<Release> Release::by_second(const BroadcastFacts& draft, const PersonId& second) {
    BOOST_OUTCOME_TRYV(check_person(second));
    if (by_program(draft))
        return refuse(
            "nobody_wrote_it",
            "",
            "这是系统自动起草的，请先点“修改”，核对后保存，再由另一个人审核播发",
            "the program drafted it; change or just save it first, then another person releases it"
        );
    if (second == draft.drafted_by)
        return refuse(
            "same_person",
            "",
            "您是起草人，播发要由另一个人审核，请第二人登录后播发",
            "you wrote it; another person has to release it, let that person log in"
        );
    return Release(second, {});
}

Result<Release> Release::by_warning(
    const BroadcastFacts& draft, const PersonId& one, const std::string& warning, store::Rows& rows, Instant now
) {
    BOOST_OUTCOME_TRYV(check_person(one));
    if (policy::number(rows, "broadcast.preauthorised.red") == 0)
        return refuse(
            "not_preauthorised",
            "warning",
            "本地规定红色预警也要双人审核，请由第二人播发",
            "here a red warning does not stand in for the second person; have one release it"
        );
    BOOST_OUTCOME_TRY(const auto authority, in_force(warning, rows, draft.world(), now));
    if (!covers(authority, draft.sheet.zones))
        return refuse(
            "warning_elsewhere",
            "warning",
            "所选区域超出这条预警的范围，请缩小区域或由第二人播发",
            "the zones go beyond the warning; choose fewer, or have a second person release it"
        );
    if (draft.sheet.purpose == Purpose::daily || !speaks_as_written(draft.sheet, authority.hazard, rows))
        return refuse(
            "words_not_authorised",
            "sheet.text",
            "单人播发只能用该灾种模板的原文；改过的文字请由第二人审核",
            "one person alone may only use the words of this hazard's template; a second person reads any other"
        );
    return Release(one, warning);
}

}  // namespace anlan::broadcast
