#pragma once

/// What the addresses of the room ask of whoever calls them (core/identity: rights of the roles).
namespace anlan::enforcement {

inline constexpr const char* kView = "enforcement.view";
inline constexpr const char* kWork = "enforcement.work";
inline constexpr const char* kApprove = "enforcement.approve";
inline constexpr const char* kSupervise = "enforcement.supervise";

}  // namespace anlan::enforcement
