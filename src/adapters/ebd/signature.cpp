#include "ebd/signature.hpp"

#include <fmt/format.h>

#include "cap/document.hpp"
#include "cap/markup.hpp"

namespace anlan::ebd {

std::string write_signature(const Signer& signer, const std::string& ebd_id, std::string_view body, Instant at) {
    cap::Markup out;
    out.open("Signature");
    out.leaf("Version", "1.0");
    out.open("RelatedEBD");
    out.leaf("EBDID", ebd_id);
    out.close("RelatedEBD");
    out.open("SignatureCert");
    out.leaf("CertType", "01");
    out.leaf("IssuerID", signer.issuer);
    out.leaf("CertSN", signer.serial);
    out.close("SignatureCert");
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
    out.leaf("SignatureTime", fmt::format("{:08X}", seconds));
    out.leaf("DigestAlgorithm", "SM3");
    out.leaf("SignatureAlgorithm", "SM2");
    out.leaf("SignatureValue", seal::sign(signer.key.private_pem, body));
    out.close("Signature");
    return out.take();
}

bool signature_holds(
    std::string_view xml, const std::string& ebd_id, std::string_view body, std::string_view public_pem
) {
    cap::Finding refusal;
    const auto document = cap::Document::parse(xml, {}, refusal);
    if (!document) return false;
    const auto root = document->root();
    const auto related = root.child("RelatedEBD");
    if (!related || related->text_of("EBDID") != ebd_id) return false;
    if (root.text_of("DigestAlgorithm") != "SM3" || root.text_of("SignatureAlgorithm") != "SM2") return false;
    return seal::verify(public_pem, body, root.text_of("SignatureValue"));
}

}  // namespace anlan::ebd
