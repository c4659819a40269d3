#pragma once

#include "narrow/events.hpp"
#include "narrowband/bits.hpp"

namespace anlan::narrowband {

/// The bits of a fact; texts are cut so that the frame's bits do not pass `end_bits`.
void put_fact(BitWriter& out, const narrow::Fact& fact, const AreaCode& from, std::size_t end_bits);
/// Reads a fact of this kind; `in.ok()` says whether it was one.
narrow::Fact take_fact(BitReader& in, narrow::ToldKind kind, const AreaCode& from);

}  // namespace anlan::narrowband
