#pragma once

#include "journal/desk.hpp"
#include "journal/extract.hpp"
#include "programme/acceptance_queries.hpp"
#include "programme/ports.hpp"

/// What an acceptance rests on, and whether it still says what it said.
namespace anlan::programme {

/// 完好, 被改动, 不见了, 存于别处 (kept at the node that told of it).
BOOST_DEFINE_ENUM_CLASS(ProofState, intact, altered, missing, elsewhere)
/// 照片, 日志.
BOOST_DEFINE_ENUM_CLASS(ProofKind, photo, entry)

struct Evidence {
    ProofKind kind = ProofKind::photo;
    std::string id;    ///< SHA-256 of a photo; number of an entry in its node's journal
    std::string item;  ///< of the sheet; empty: the whole
    AreaCode node;     ///< whose photo, whose journal
    ProofState state = ProofState::intact;
    bool sound() const { return state == ProofState::intact || state == ProofState::elsewhere; }
    /// "350581000000#12", or the photo's digest: how the sheet names it.
    std::string name() const { return kind == ProofKind::entry ? node.text + "#" + id : id; }
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (kind, id, item, node, state))

/// The journal's part: own entries up to the opinion, and what the other node told that counts.
struct AcceptanceExtract {
    std::vector<journal::Entry> own;
    std::vector<journal::ToldEntry> told;
};
AcceptanceExtract extract_of(store::Rows& rows, const AcceptanceFacts& facts);

/// Photos by item, then entries in their order; every photo is read and its digest reckoned anew.
/// Photos that stations below told of, of acceptances whose package has not been submitted: afterwards nothing enters it.
struct PhotoTold {
    AreaCode node;
    std::string photo;
};
BOOST_DESCRIBE_STRUCT(PhotoTold, (), (node, photo))
std::vector<PhotoTold> photos_told(store::Rows& rows, const AreaCode& here);
/// Whether this station has told of the photo itself.
bool has_told_photo(store::Rows& rows, const AreaCode& here, const std::string& photo);

std::vector<Evidence> evidence_of(
    store::Rows& rows,
    const AcceptanceFacts& facts,
    const AcceptanceExtract& extract,
    const AreaCode& here,
    const ReadAttachment& attachment
);

}  // namespace anlan::programme
