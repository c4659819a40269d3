#include "organisation/queries.hpp"
#include "organisation/rules.hpp"

namespace anlan::organisation {

namespace {

Result<void> is_sound(const CreatePost& wish, const Desk& desk) {
    if (wish.title.empty() || wish.title.size() > kTextBytesMax)
        return refuse("title_empty", "title", "请填写岗位名称", "enter the title of the post");
    BOOST_OUTCOME_TRYV(area_is_ours(desk, wish.area, "area"));
    return line_is_known(wish.line, "line", true);
}

std::int64_t last_sort(store::Rows& rows) {
    return rows.value<std::optional<std::int64_t>>("SELECT MAX(sort) FROM post").value_or(std::nullopt).value_or(0);
}

std::optional<CreatePost> as_it_is(store::Rows& rows, const PostId& post) {
    return rows.first<CreatePost>(
        "SELECT code, title, area, duties, required, full_time, line, sort FROM post WHERE id = :i", post
    );
}

Refusal no_such_post() {
    return refuse("post_unknown", "post", "没有这个岗位", "there is no such post");
}

}  // namespace

Result<Decision> decide(const CreatePost& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(is_sound(wish, desk));
    const auto sort = wish.sort > 0 ? wish.sort : last_sort(desk.views) + 10;
    return journal::decided(journal::event(
        desk.new_id(),
        PostCreated{wish.code, wish.title, wish.area, wish.duties, wish.required, wish.full_time, wish.line, sort}
    ));
}

Result<Decision> decide(const ChangePost& wish, const Desk& desk) {
    const auto now = as_it_is(desk.views, wish.post);
    if (!now) return no_such_post();
    const CreatePost wanted{
        wish.code.value_or(now->code),
        wish.title.value_or(now->title),
        wish.area.value_or(now->area),
        wish.duties.value_or(now->duties),
        wish.required.value_or(now->required),
        wish.full_time.value_or(now->full_time),
        wish.line.value_or(now->line),
        wish.sort.value_or(now->sort)};
    BOOST_OUTCOME_TRYV(is_sound(wanted, desk));
    if (to_json(wanted) == to_json(*now)) return Decision{{}, wish.post.text, {}};
    return journal::decided(journal::event(
        wish.post.text,
        PostChanged{
            wanted.code,
            wanted.title,
            wanted.area,
            wanted.duties,
            wanted.required,
            wanted.full_time,
            wanted.line,
            wanted.sort}
    ));
}

Result<Decision> decide(const Appoint& wish, const Desk& desk) {
    const auto now = post(desk.views, wish.post);
    if (!now) return no_such_post();
    BOOST_OUTCOME_TRYV(person_is_active(desk, wish.person, "person"));
    const auto deputy = wish.deputy.value_or(now->deputy);
    if (!deputy.empty()) {
        BOOST_OUTCOME_TRYV(person_is_active(desk, deputy, "deputy"));
    }
    if (deputy == wish.person) {
        if (wish.deputy) return refuse("deputy_same", "deputy", "副手应为另一人", "the deputy must be another person");
    }
    if (!wish.from.empty() && !is_date(wish.from))
        return refuse("date_invalid", "from", "日期应写成 2026-01-31", "a date is written 2026-01-31");
    const auto kept = deputy == wish.person ? PersonId{} : deputy;  // the deputy moved up
    if (now->holder == wish.person && now->deputy == kept) return Decision{{}, wish.post.text, {}};
    return journal::decided(journal::event(wish.post.text, PostFilled{wish.person, kept, wish.from}));
}

Result<Decision> decide(const VacatePost& wish, const Desk& desk) {
    const auto now = post(desk.views, wish.post);
    if (!now) return no_such_post();
    BOOST_OUTCOME_TRYV(reason_is_given(wish.reason));
    if (now->holder.empty()) return Decision{{}, wish.post.text, {}};
    return journal::decided(journal::event(wish.post.text, PostVacated{now->holder, wish.reason}));
}

Result<Decision> decide(const ListDuty& wish, const Desk& desk) {
    if (!post(desk.views, wish.post)) return no_such_post();
    if (wish.text.empty() || wish.text.size() > kTextBytesMax)
        return refuse("text_empty", "text", "请填写职责内容", "enter what the duty is");
    BOOST_OUTCOME_TRYV(line_is_known(wish.line, "line", true));
    return journal::decided(journal::event(desk.new_id(), DutyListed{wish.post, wish.line, wish.text, wish.basis}));
}

Result<Decision> decide(const AcknowledgeDuty& wish, const Desk& desk) {
    const auto post_id = desk.views.value<PostId>("SELECT post FROM responsibility WHERE id = :i", wish.duty);
    if (!post_id)
        return refuse("duty_unknown", "duty", "责任清单里没有这一条", "this is not on the responsibility list");
    const auto held = post(desk.views, *post_id);
    if (!held || held->holder.empty() || held->holder != desk.person())
        return refuse(
            "not_yours", "duty", "只有任职人本人可以确认这一条", "only the holder of the post may acknowledge this"
        );
    return journal::decided(journal::event(wish.duty, DutyAcknowledged{held->holder}));
}

}  // namespace anlan::organisation
