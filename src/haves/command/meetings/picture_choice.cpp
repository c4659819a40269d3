#include "meetings/picture_choice.hpp"

#include <algorithm>

namespace anlan::meetings {

namespace {

const Face* face_of(const std::vector<Face>& faces, std::int64_t feed) {
    const auto found = std::ranges::find(faces, feed, &Face::feed);
    return found != faces.end() ? &*found : nullptr;
}

/// Who began to talk last, but `present`.
const Face* last_talker(const std::vector<Face>& faces, const Face* present) {
    const Face* last = nullptr;
    for (const auto& each : faces)
        if (&each != present && each.talks_since && (last == nullptr || *each.talks_since > *last->talks_since))
            last = &each;
    return last;
}

const Face* wanted_of(const PictureChoice& before, const std::vector<Face>& faces, Face::Time now) {
    const auto* present = face_of(faces, before.wanted);
    if (present != nullptr && present->screen) return present;
    if (const auto screen = std::ranges::find(faces, true, &Face::screen); screen != faces.end()) return &*screen;
    const auto* talker = last_talker(faces, present);
    if (present == nullptr) {
        if (talker != nullptr) return talker;
        const auto fits = std::ranges::find(faces, true, &Face::fits);
        return fits != faces.end() ? &*fits : faces.empty() ? nullptr : &faces.front();
    }
    if (talker == nullptr || now - before.since < kShownLeast) return present;
    if (!present->talks_since) return talker;
    const bool insists = *talker->talks_since > before.since && now - *talker->talks_since >= kShownLeast;
    return insists ? talker : present;
}

}  // namespace

PictureChoice choose_picture(const PictureChoice& before, const std::vector<Face>& faces, Face::Time now) {
    const auto* wanted = wanted_of(before, faces, now);
    if (wanted == nullptr) return {};
    PictureChoice after{0, wanted->feed, wanted->feed == before.wanted ? before.since : now};
    if (wanted->fits) {
        after.shown = wanted->feed;
        return after;
    }
    const auto* last = face_of(faces, before.shown);
    const auto other = std::ranges::find(faces, true, &Face::fits);
    if (last != nullptr && last->fits)
        after.shown = last->feed;
    else if (other != faces.end())
        after.shown = other->feed;
    return after;
}

}  // namespace anlan::meetings
