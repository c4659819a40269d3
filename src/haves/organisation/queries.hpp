#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "base/strong.hpp"
#include "base/time.hpp"
#include "store/rows.hpp"

/// What other rooms may ask of the organisation: areas, posts, people, contact chains.
namespace anlan::organisation {

struct AreaFacts {
    AreaCode code;
    std::string name;
    AreaCode parent;
    std::optional<double> lon, lat;
};
BOOST_DESCRIBE_STRUCT(AreaFacts, (), (code, name, parent, lon, lat))

/// A post and who holds it. `code` is what plans speak of: "village_head", "duty_officer", …
struct PostFacts {
    PostId id;
    std::string code, title;
    AreaCode area;
    PersonId holder, deputy;  ///< empty: vacant
    bool full_time = false;
};
BOOST_DESCRIBE_STRUCT(PostFacts, (), (id, code, title, area, holder, deputy, full_time))

std::vector<AreaFacts> areas_below(store::Rows& rows, const AreaCode& area);  ///< itself first
std::string area_name(store::Rows& rows, const AreaCode& area);               ///< the code itself if unknown
std::optional<AreaFacts> area_facts(store::Rows& rows, const AreaCode& area);

/// All posts of this code at or below the area (a village plan's "village_head" in every village of a town).
std::vector<PostFacts> posts_of(store::Rows& rows, const std::string& code, const AreaCode& within);
/// All posts of the area itself, those below left out.
std::vector<PostFacts> posts_at(store::Rows& rows, const AreaCode& area);
std::optional<PostFacts> post(store::Rows& rows, const PostId& id);
std::vector<PostFacts> posts_held_by(store::Rows& rows, const PersonId& person);
bool person_exists(store::Rows& rows, const PersonId& person);

/// The name from the vault; "（已删除）" once forgotten, the empty text for an empty id.
std::string person_name(store::Rows& rows, const PersonId& person);
/// "1390000****"; empty if none.
std::string phone_masked(store::Rows& rows, const PersonId& person);

/// The full number of who holds the node's own post "duty_officer", or of the deputy; empty if neither has one.
std::string duty_phone(store::Rows& rows, const AreaCode& node);

struct ChainLink {
    PersonId person;
    std::string post_title;
    std::string role;  ///< deputy, next, leader, helper
};
BOOST_DESCRIBE_STRUCT(ChainLink, (), (person, post_title, role))

/// Who is called after this person for this area, in order: the post's deputy, the next of the area's chain, the leader
/// on duty, and the helper who knocks at doors. Nobody twice; the person called is not in it.
std::vector<ChainLink> chain_after(store::Rows& rows, const PersonId& person, const PostId& post, const AreaCode& area);

/// People of a line of duty (条线), lead first.
std::vector<PersonId> people_of_line(store::Rows& rows, const std::string& line);

/// A line of duty (R2). The six lines that the building plan merges.
struct LineOfDuty {
    std::string id, zh, en;
};
const std::vector<LineOfDuty>& lines_of_duty();

/// The leader on duty (带班) for this area: who took duty, else the holder of the nearest post "duty_leader". May be
/// empty.
PersonId leader_on_duty(store::Rows& rows, const AreaCode& area);

/// When the person's number was last rung and with what result; nothing if never, or not since it changed.
struct PhoneTest {
    Instant at{};
    std::string result;  ///< answered, no_answer, wrong_number
};
BOOST_DESCRIBE_STRUCT(PhoneTest, (), (at, result))
std::optional<PhoneTest> last_phone_test(store::Rows& rows, const PersonId& person);

/// What is wrong in the organisation, for the page and for the proving of plans.
struct Finding {
    std::string code, severity;  ///< severity: red, yellow
    std::string where, what_zh, what_en, fix_zh, fix_en;
    std::optional<std::string> subject;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (code, severity, where, what_zh, what_en, fix_zh, fix_en, subject))

}  // namespace anlan::organisation
