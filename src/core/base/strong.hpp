#pragma once

#include <compare>
#include <string>

namespace anlan {

/// A text that names one thing and cannot be mistaken for the name of another kind of thing:
/// Id<struct CallTag> is not Id<struct PersonTag>.
template <class Tag>
struct Id {
    std::string text;
    auto operator<=>(const Id&) const = default;
    bool empty() const { return text.empty(); }
};

using PersonId = Id<struct PersonTag>;  ///< 人员; pseudonymous, never a name or a number of a document
using PostId = Id<struct PostTag>;      ///< 岗位
using DrillId = Id<struct DrillTag>;    ///< 演练

}  // namespace anlan
