#pragma once

#include <boost/describe.hpp>
#include <string>

#include "base/area.hpp"
#include "documents/archive.hpp"
#include "seal/seal.hpp"

namespace anlan::archive {

/// A zip file that anybody can open and check in ten years: the files, `manifest.json` with the SM3 digest and size of
/// each, `signature.sm2` (SM2 over the manifest, base64) and `public.pem` of the node that made it.
class SignedZip final : public documents::ArchiveWriter {
  public:
    SignedZip(AreaCode node, seal::KeyPair key) : node_(std::move(node)), key_(std::move(key)) {}
    Result<std::string> pack(const std::vector<documents::ArchiveFile>& files) const override;
    std::string digest(const std::vector<documents::ArchiveFile>& files) const override;

  private:
    AreaCode node_;
    seal::KeyPair key_;
};

struct ArchiveProof {
    bool ok = false;
    std::string node;
    std::int64_t files = 0;
    std::string sm3;                 ///< of the manifest: what was filed above
    std::string fault_zh, fault_en;  ///< the first thing that does not hold
};
BOOST_DESCRIBE_STRUCT(ArchiveProof, (), (ok, node, files, sm3, fault_zh, fault_en))

/// Checks signature, digests, and that nothing was put in or taken out; names the file at fault. Never throws on a
/// damaged file.
ArchiveProof prove(const std::string& bytes);

}  // namespace anlan::archive
