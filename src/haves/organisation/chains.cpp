#include <algorithm>

#include "organisation/queries.hpp"

namespace anlan::organisation {

namespace {

struct Standing {
    PersonId holder, deputy;
    std::string title, code;
};
BOOST_DESCRIBE_STRUCT(Standing, (), (holder, deputy, title, code))

std::vector<Standing> posts_in(store::Rows& rows, const AreaCode& area) {
    return rows.select<Standing>(
        "SELECT holder, deputy, title, code FROM post WHERE area = :a AND holder <> '' ORDER BY sort, id", area
    );
}

/// People of the area in the order they are called: as set, else as their posts stand. Keepers and helpers have other
/// things to do at that hour.
std::vector<PersonId> chain_of(store::Rows& rows, const AreaCode& area, const std::vector<Standing>& posts) {
    auto people = rows.list<PersonId>("SELECT person FROM area_chain WHERE area = :a ORDER BY position", area);
    if (!people.empty()) return people;
    for (const auto& post : posts)
        if (post.code != "household_helper" && post.code != "shelter_keeper") people.push_back(post.holder);
    return people;
}

std::string title_of(const std::vector<Standing>& posts, const PersonId& person) {
    for (const auto& post : posts)
        if (post.holder == person) return post.title;
    return {};
}

/// Gathers the ladder; leaves out who is on it, who is gone, and nobody.
class Ladder {
  public:
    Ladder(store::Rows& rows, const PersonId& called) : rows_(rows), seen_{called} {}

    bool add(const PersonId& person, std::string title, const char* role) {
        if (person.empty() || std::find(seen_.begin(), seen_.end(), person) != seen_.end()) return false;
        if (rows_.value<std::int64_t>("SELECT active FROM person WHERE id = :i", person) != 1) return false;
        if (title.empty()) {
            const auto held = posts_held_by(rows_, person);
            if (!held.empty()) title = held.front().title;
        }
        seen_.push_back(person);
        links_.push_back({person, std::move(title), role});
        return true;
    }

    /// The first after the one called who can be added; round the end to the beginning.
    void add_next(const std::vector<PersonId>& chain, const std::vector<Standing>& posts, const PersonId& called) {
        const auto at = std::find(chain.begin(), chain.end(), called);
        const auto from = at == chain.end() ? std::size_t{0} : static_cast<std::size_t>(at - chain.begin()) + 1;
        for (std::size_t i = 0; i < chain.size(); ++i) {
            const auto& person = chain[(from + i) % chain.size()];
            if (add(person, title_of(posts, person), "next")) return;
        }
    }

    std::vector<ChainLink> take() { return std::move(links_); }

  private:
    store::Rows& rows_;
    std::vector<PersonId> seen_;
    std::vector<ChainLink> links_;
};

/// Who knocks at doors: the helper of the area's households, else its grid member.
void add_helper(Ladder& ladder, const std::vector<Standing>& posts) {
    for (const auto* code : {"household_helper", "grid_member"})
        for (const auto& post : posts)
            if (post.code == code && ladder.add(post.holder, post.title, "helper")) return;
}

}  // namespace

PersonId leader_on_duty(store::Rows& rows, const AreaCode& area) {
    for (auto above = area;; above = above.parent()) {
        const auto took = rows.value<PersonId>(
            "SELECT d.person FROM leader_on_duty d JOIN person p ON p.id = d.person WHERE d.area = :a AND p.active = 1",
            above
        );
        if (took) return *took;
        const auto holder = rows.value<PersonId>(
            "SELECT holder FROM post WHERE area = :a AND code = 'duty_leader' AND holder <> '' ORDER BY sort, id LIMIT "
            "1",
            above
        );
        if (holder) return *holder;
        if (above == above.parent()) return {};
    }
}

std::vector<ChainLink> chain_after(
    store::Rows& rows, const PersonId& person, const PostId& post_id, const AreaCode& area
) {
    Ladder ladder(rows, person);
    const auto posts = posts_in(rows, area);
    if (const auto held = post(rows, post_id)) ladder.add(held->deputy, held->title + "（副手）", "deputy");
    ladder.add_next(chain_of(rows, area, posts), posts, person);
    ladder.add(leader_on_duty(rows, area), "带班领导", "leader");
    add_helper(ladder, posts);
    return ladder.take();
}

}  // namespace anlan::organisation
