#include <fmt/format.h>

#include <algorithm>

#include "base/attachment_id.hpp"
#include "incident/commands.hpp"
#include "incident/forewarning.hpp"
#include "incident/grading.hpp"
#include "incident/kind_queries.hpp"
#include "incident/rules.hpp"
#include "organisation/queries.hpp"

namespace anlan::incident {

namespace {

struct Times {
    Instant happened_at{}, known_at{};
};

constexpr std::size_t kPhotosMax = 9;
constexpr std::int64_t kSecondsAgoMax = 30L * 24 * 3'600;

/// A phone without signal tells later. Its clock may be wrong, its count of seconds since is not; what makes no sense
/// is taken as said now. The legal clocks run from when the station knows.
Instant written_at(const TakeIncident& wish, Instant now) {
    const bool sensible = wish.seconds_ago > 0 && wish.seconds_ago <= kSecondsAgoMax;
    return sensible ? now - std::chrono::seconds{wish.seconds_ago} : now;
}

/// No back-dating beyond what is said: the entry's own time stands beside both.
Result<Times> times_of(const TakeIncident& wish, Instant now) {
    const auto& happened = wish.happened_at;
    const auto& known = wish.known_at;
    const Times times{happened.value_or(known.value_or(written_at(wish, now))), known.value_or(now)};
    if (times.happened_at > now)
        return refuse("time_ahead", "happened_at", "事发时间不能晚于现在", "it cannot have happened later than now");
    if (times.known_at > now)
        return refuse("time_ahead", "known_at", "得知时间不能晚于现在", "it cannot be known later than now");
    if (times.known_at < times.happened_at)
        return refuse("time_order", "known_at", "得知时间不能早于事发时间", "it cannot be known before it happened");
    return times;
}

Result<const Kind*> kind_of(const std::string& key, const std::string& words) {
    const auto* kind = key.empty() ? kind_suggested(words) : find_kind(key);
    if (kind == nullptr) return refuse("kind_unknown", "kind", "请选择事件类型", "choose what kind of incident it is");
    return kind;
}

std::vector<journal::Secret> secrets_of(const std::string& id, const Teller& teller) {
    std::vector<journal::Secret> secrets;
    for (const auto& [field, value] :
         {std::pair{"teller_name", teller.name},
          std::pair{"teller_phone", teller.phone},
          std::pair{"teller_unit", teller.unit}})
        if (!value.empty()) secrets.push_back({id, field, value, journal::Retention::event_closed});
    return secrets;
}

Result<void> judge_evidence(const TakeIncident& wish) {
    if (wish.photos.size() > kPhotosMax || !std::all_of(wish.photos.begin(), wish.photos.end(), &is_attachment_id))
        return refuse("photo_invalid", "photos", "照片请先上传，最多 9 张", "upload the photos first; nine at most");
    if (!wish.voice.empty() && !is_attachment_id(wish.voice))
        return refuse("voice_invalid", "voice", "录音请先上传", "upload the voice note first");
    return done();
}

/// A village's or the grid's word is still to be verified; so is a stranger's on the telephone.
bool believed(Source source) {
    return source == Source::above || source == Source::below;
}

}  // namespace

Result<Decision> decide(const TakeIncident& told, const Desk& desk) {
    auto wish = told;
    if (wish.words.empty() && !wish.voice.empty()) wish.words = "（语音报告，请听录音）";
    if (wish.words.empty()) return refuse("words_missing", "words", "请写发生了什么", "say what has happened");
    if (wish.words.size() > kLongestText)
        return refuse("too_long", "words", "请不超过 2000 字", "keep it under 2000 characters");
    BOOST_OUTCOME_TRYV(judge_evidence(wish));
    BOOST_OUTCOME_TRY(const auto* kind, kind_of(wish.kind, wish.words));
    BOOST_OUTCOME_TRY(auto place, place_of(desk, wish.area, wish.place, wish.lon, wish.lat));
    BOOST_OUTCOME_TRY(const auto times, times_of(wish, desk.now));
    Account account;
    account.title = wish.title.empty() ? place.words + kind->zh : wish.title;
    account.course = wish.words;
    account.measures = wish.measures;
    account.figures = wish.figures;
    BOOST_OUTCOME_TRYV(check_account(account));
    const auto proposal = propose_grade(desk.views, kind->key, wish.figures, wish.sensitive);
    const IncidentTaken taken{
        wish.source,
        {},
        kind->key,
        std::move(account),
        std::move(place),
        times.happened_at,
        times.known_at,
        wish.sensitive,
        believed(wish.source),
        proposal.grade,
        proposal.reason,
        limits_for(desk, proposal.grade, wish.sensitive, times.known_at)};
    const auto id = desk.new_id();
    auto decision = journal::decided(journal::event(id, taken, secrets_of(id, wish.teller)));
    if (!wish.photos.empty() || !wish.voice.empty())
        decision.events.push_back(journal::event(id, IncidentEvidenced{wish.photos, wish.voice}));
    return decision;
}

Result<Decision> decide(const TakeFromAbove& wish, const Desk& desk) {
    const auto& passed = wish.passed;
    if (passed.to != desk.node.area || find_incident(desk.views, wish.incident))
        return Decision{{}, wish.incident.text, {}};
    auto place = passed.place;
    place.outside = !desk.node.area.contains(place.area);
    const auto proposal = propose_grade(desk.views, passed.kind, passed.account.figures, passed.sensitive);
    const IncidentTaken taken{
        Source::above,
        wish.from,
        passed.kind,
        passed.account,
        std::move(place),
        passed.happened_at,
        desk.now,
        passed.sensitive,
        true,
        proposal.grade,
        proposal.reason,
        limits_for(desk, proposal.grade, passed.sensitive, desk.now)};
    return journal::decided(journal::event(wish.incident.text, taken));
}

Result<Decision> decide(const TakeFromBelow& wish, const Desk& desk) {
    const auto known = find_incident(desk.views, wish.incident);
    const bool theirs = known && (known->from == wish.from.text || known->passed_to == wish.from.text);
    if (known && (!theirs || known->drill != desk.world.text())) return Decision{{}, wish.incident.text, {}};
    Decision decision{{}, wish.incident.text, {}};
    if (!known) {
        auto place = wish.place;
        place.outside = !desk.node.area.contains(place.area);
        const IncidentTaken taken{
            Source::below,
            wish.from,
            wish.kind,
            wish.account,
            std::move(place),
            wish.happened_at,
            desk.now,
            wish.sensitive,
            true,
            wish.grade,
            fmt::format("据{}报告", organisation::area_name(desk.views, wish.from)),
            limits_for(desk, wish.grade, wish.sensitive, desk.now)};
        decision.events.push_back(journal::event(wish.incident.text, taken));
    }
    if (auto ahead = forewarning_of(wish, known, desk)) decision.events.push_back(std::move(*ahead));
    auto arrived = journal::event(wish.incident.text, ReportArrived{wish.from, wish.number, wish.account.title});
    arrived.to = {wish.from};
    decision.events.push_back(std::move(arrived));
    return decision;
}

}  // namespace anlan::incident
