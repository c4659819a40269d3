#include "journal/checkpoint.hpp"

#include <fmt/format.h>

#include "journal/ledger.hpp"

namespace anlan::journal {

namespace {

std::string statement(const AreaCode& area, std::int64_t seq, const std::string& hash) {
    return fmt::format("{}\n{}\n{}", area.text, seq, hash);
}

}  // namespace

Wish seal_checkpoint(seal::KeyPair key) {
    auto decide = [key = std::move(key)](const Desk& desk) -> Result<Decision> {
        const auto head = head_of(desk.views);
        const auto kind = desk.views.value<std::string>("SELECT kind FROM journal WHERE seq = :s", head.seq);
        if (!kind || *kind == CheckpointSealed::kKind.text()) return Decision{};
        const auto signature = seal::sign(key.private_pem, statement(desk.node.area, head.seq, head.hash));
        return decided(event("checkpoint", CheckpointSealed{head.seq, head.hash, signature, key.public_pem}));
    };
    return {World::real(), "system:journal", std::move(decide), {}};
}

bool checkpoint_holds(const AreaCode& area, const CheckpointSealed& checkpoint) {
    return seal::verify(checkpoint.public_pem, statement(area, checkpoint.seq, checkpoint.hash), checkpoint.signature);
}

}  // namespace anlan::journal
