#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "ebd/message.hpp"
#include "ebd/signature.hpp"

namespace anlan::ebd {

/// `EBDT_<EBDID>.tar`, signed.
std::string pack(const Message& message, const Signer& signer);

/// The public key (PEM) of a platform by its resource id (EBRID); nothing for platforms this station does not know.
using Keys = std::function<std::optional<std::string>(const std::string& platform)>;

/// A package as it was signed by a platform of `keys` for `own_id`. Refuses `package_invalid` (not a package, or a
/// sound that is missing or not as named), `platform_unknown`, `signature_fails`, `not_for_us`, and what read_body
/// refuses.
Result<Message> unpack(std::string_view tar, const Keys& keys, const std::string& own_id);

}  // namespace anlan::ebd
