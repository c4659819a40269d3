#pragma once

#include "journal/desk.hpp"

namespace anlan::journal {

/// A signed statement of how far the journal reaches, handed to the level above: history before it cannot be rewritten
/// quietly, not even by the node itself.
struct CheckpointSealed {
    static constexpr EventKind kKind{"checkpoint.sealed", 1, Share::up};
    std::int64_t seq = 0;
    std::string hash;
    std::string signature;   ///< SM2 over "<area>\n<seq>\n<hash>", base64
    std::string public_pem;  ///< the key to check it with
};
BOOST_DESCRIBE_STRUCT(CheckpointSealed, (), (seq, hash, signature, public_pem))

/// Signs the journal's head. Changes nothing when the last entry is itself a checkpoint or the journal is empty.
Wish seal_checkpoint(seal::KeyPair key);

/// Whether the checkpoint's signature is its node's.
bool checkpoint_holds(const AreaCode& area, const CheckpointSealed& checkpoint);

}  // namespace anlan::journal
